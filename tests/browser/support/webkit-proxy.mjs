// What stands between WebKit and the servers of a test, because its driver cannot: it gives every page the scripts that run before
// its own, tells who is asked, and cuts off what a test wants cut off.

import { createServer, request as ask } from 'node:http'

/** The address at which a page asks for the scripts that run before its own. */
const EARLY = '/.early.js'
const TAG = `<script src="${EARLY}"></script>`

export async function startProxy() {
  const proxy = { scripts: () => [], refuses: () => false, told: () => {} }
  const server = createServer((request, response) => {
    const { hostname, port, pathname, search } = new URL(request.url)
    if (pathname === EARLY) {
      response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' })
      response.end(`${proxy.scripts().join(';\n')};\ndocument.currentScript.remove()`)
      return
    }
    proxy.told(request.url)
    if (proxy.refuses(request.url)) return void response.destroy()
    // Nobody else is asked, whatever a page wants.
    if (hostname !== '127.0.0.1') return void response.writeHead(502).end()
    const { method, headers } = request
    const passed = ask({ hostname, port, path: pathname + search, method, headers: { ...headers, connection: 'close' }, agent: false }, answer => {
      const page = request.headers.accept?.startsWith('text/html') && answer.headers['content-type']?.startsWith('text/html') && answer.statusCode === 200
      if (page) return void whole(answer).then(html => response.writeHead(200, lengthless(answer.headers)).end(begun(html)), () => response.destroy())
      response.writeHead(answer.statusCode, answer.headers)
      answer.pipe(response)
      answer.on('error', () => response.destroy())
      answer.on('aborted', () => response.destroy())
    })
    passed.on('error', () => response.destroy())
    request.pipe(passed)
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  proxy.address = `127.0.0.1:${server.address().port}`
  proxy.close = () => (server.closeAllConnections(), server.close())
  return proxy
}

const lengthless = ({ 'content-length': _, 'transfer-encoding': __, ...headers }) => headers

/** A page with the tag where its head begins, so that nothing stands before the document type. */
const begun = html => html.replace(/^(\s*<!doctype[^>]*>)?(\s*<html[^>]*>)?(\s*<head[^>]*>)?/i, found => found + TAG)

async function whole(answer) {
  const parts = []
  for await (const part of answer) parts.push(part)
  return Buffer.concat(parts).toString()
}

// One server on the loopback address for all contestants, so that they differ in nothing but what they are: 1. each has a folder of
// its own; 2. every answer has the same headers and is compressed the way a newsroom's server does it; 3. what was sent is noted.

import { createServer } from 'node:http'
import { extname } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

/** With these a page may ask how much memory it takes, wasm included. */
const HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cache-control': 'max-age=3600',
  vary: 'accept-encoding',
}

/** Serves `{ key, files, answers }` below `/key/`; `sent` lists what was asked for, `{ path, raw, gzip, brotli }`. */
export async function serve(contestants) {
  const sent = []
  const compressed = new Map()
  const server = createServer((request, response) => {
    const url = new URL(request.url, `http://${request.headers.host}`)
    const found = find(contestants, url)
    if (!found) {
      response.writeHead(404, HEADERS).end()
      return
    }
    const { raw, gzip, brotli } = compress(found, url.pathname, compressed)
    sent.push({ path: url.pathname, raw: raw.length, gzip: gzip.length, brotli: brotli.length })
    const plain = !/\bbr\b/.test(request.headers['accept-encoding'])
    response.writeHead(200, { ...HEADERS, 'content-type': found.type, ...(plain ? {} : { 'content-encoding': 'br' }) })
    response.end(plain ? raw : brotli)
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${server.address().port}`
  // Before anything is timed, so that the first visitor is not the one who waits for it.
  for (const { key, files } of contestants) {
    for (const name of Object.keys(files)) {
      const { pathname } = new URL(`/${key}/${name}`, origin)
      compress(find(contestants, new URL(pathname, origin)), pathname, compressed)
    }
  }
  return {
    origin,
    sent,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function find(contestants, url) {
  const [, key, path] = url.pathname.match(/^\/([^/]+)\/(.*)$/) ?? []
  const contestant = contestants.find(contestant => contestant.key === key)
  const name = path || 'index.html'
  const file = contestant?.files[name]
  if (file !== undefined) return { body: Buffer.from(file), type: TYPES[extname(name)] ?? 'application/octet-stream', fixed: true }
  for (const [pattern, answer] of contestant?.answers ?? []) {
    const match = url.pathname.match(pattern)
    if (match) {
      const { type, body } = answer(match, url)
      return { type, body: Buffer.from(body) }
    }
  }
  return undefined
}

function compress({ body, fixed }, path, known) {
  if (fixed && known.has(path)) return known.get(path)
  // What a service answers is compressed while it is sent, and less hard.
  const params = { [constants.BROTLI_PARAM_QUALITY]: fixed ? 11 : 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  const sizes = { raw: body, gzip: gzipSync(body, { level: fixed ? 9 : 6 }), brotli: brotliCompressSync(body, { params }) }
  if (fixed) known.set(path, sizes)
  return sizes
}

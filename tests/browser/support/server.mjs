// A server for the built site on this machine alone: 1. the site's files with their types; 2. the strict policy that the
// reader must run under, as a header; 3. a record of every request; 4. answers that a test may hold back or replace.

import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that `framing-reader build` wrote. */
export const SITE = process.env.SITE ?? fileURLToPath(new URL('../../../target/site', import.meta.url))

/** What PRODUCT.md promises to run under: nothing but the page's own origin, and wasm; no inline script or style. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The same for pages that are shown in a frame without an origin, where WebKit takes 'self' for nobody. */
export const NAMED = POLICY.replaceAll("'self'", 'http://127.0.0.1:*')

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}

/**
 * Serves `folder` on a free port of the loopback address.
 *
 * `pages` adds or replaces addresses with HTML; `hold` names addresses whose answer waits until `release()`, and
 * `refuse` those that are answered with 404. `answers` gives addresses another `body`, `status` or `type`, or cuts the answer off
 * (`cut`); `policy` is the content policy of every answer; `headers` go with every answer, also in place of the usual ones.
 */
export async function serve({ folder = SITE, pages = {}, hold, refuse, answers = {}, policy = POLICY, headers = {} } = {}) {
  const requests = []
  let release
  const released = new Promise(resolve => (release = resolve))

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
    requests.push({ method: request.method, path, host: request.headers.host, cookie: request.headers.cookie })
    if (hold?.test(path)) await released
    const { cut, status = 200, ...answer } = answers[path] ?? {}
    // A browser asks for an icon where the page's own policy forbids no image; nothing is meant by it.
    const known = path === '/favicon.ico' ? '' : answer.body ?? pages[path]
    const body = refuse?.test(path) ? undefined : known ?? (await fileAt(folder, path))
    if (body === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found')
      return
    }
    const type = answer.type ?? TYPES[extname(path)] ?? TYPES['.html']
    response.writeHead(status, {
      'content-type': type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      ...headers,
    })
    if (cut) response.write(body.subarray(0, body.length / 2), () => response.destroy())
    else response.end(body)
  })

  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    release,
    async close() {
      release()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** The file of the site at that address, or nothing where there is none. */
async function fileAt(folder, path) {
  const inside = normalize(path.endsWith('/') ? `${path}index.html` : path)
  try {
    return await readFile(join(folder, inside))
  } catch {
    return undefined
  }
}

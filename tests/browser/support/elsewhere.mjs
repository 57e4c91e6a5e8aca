// Another site: a server of its own origin with pages that know nothing of the reader's policy, as hosts of frames are.

import { createServer } from 'node:http'

/** Serves pages by address, as HTML or, where the address ends so, as a script. */
export async function elsewhere(pages) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost')
    const page = pages[pathname]
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html'
    // Browsers ask every site for its icon; that none is there is no finding of a test.
    const status = page !== undefined ? 200 : pathname === '/favicon.ico' ? 204 : 404
    response.writeHead(status, { 'content-type': `${type}; charset=utf-8` })
    response.end(page)
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

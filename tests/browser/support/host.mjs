// Pages of other hosts around the same element: made from the built page, with the element's tag written anew.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SITE } from './server.mjs'

/** The built page with other attributes on its first element; `around` may change the whole text besides. */
export async function host(attributes, around = html => html) {
  const html = await readFile(join(SITE, 'index.html'), 'utf8')
  return around(html.replace(/<framing-reader[^>]*>/, `<framing-reader ${attributes}>`))
}

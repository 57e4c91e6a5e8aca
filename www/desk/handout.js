// Hands somebody a file: the browser saves it where it saves what is downloaded, or asks.

import { make } from './dom.js'

/** How long a browser may take to begin with it, in milliseconds. */
const BEGINS = 60_000

export function hand(name, blob) {
  const address = URL.createObjectURL(blob)
  make('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), BEGINS)
}

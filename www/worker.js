// The service worker: the site without a network. The build writes in its version and its files, each with its hash. One rule keeps
// files of two versions apart: a page gets all its files from one place.
// 1. Installing takes every file but the late ones, holds it against its hash, and keeps all of them or none. Late ones are those of the
//    page for own articles: they are kept from when somebody first opens it.
// 2. A page that is opened comes from what is kept if every file of it is whole, mended from the network where need be, and is
//    written down under its version. Else it comes from the network, is not written down, and so does everything it asks for.
// 3. A newer version waits until a page says go. Pages that are open go on with the version they are written down under, which is
//    kept until the last of them is closed.

const VERSION = 'FRAMING_READER_VERSION'
/** The hashes (SHA-256, hexadecimal) of the files by name; that of the page itself is empty. */
const FILES = FRAMING_READER_FILES
/** Names of those that not every page needs. */
const LATE = FRAMING_READER_LATE
const EARLY = Object.keys(FILES).filter(name => !LATE.includes(name))

/** Other sites of this origin keep theirs under scopes of their own. */
const PREFIX = `framing-reader ${registration.scope} `
const OWN = PREFIX + VERSION

addEventListener('install', event => event.waitUntil(install()))
addEventListener('activate', event => event.waitUntil(tidy()))
addEventListener('message', event => event.waitUntil(event.data === 'go' ? skipWaiting() : greet(event.source, event.data)))
addEventListener('fetch', event => {
  const { method, mode, url } = event.request
  if (method !== 'GET' || !url.startsWith(registration.scope)) return
  const name = called(url)
  if (mode !== 'navigate') event.respondWith(served(event, name))
  else if (name in FILES) event.respondWith(opened(event, name))
})

// 1.
async function install() {
  const files = await Promise.all(EARLY.map(async name => [name, await fetched(name)]))
  try {
    const cache = await caches.open(OWN)
    await Promise.all(files.map(([name, file]) => cache.put(at(name), file)))
  } catch (error) {
    // Refused or full.
    await caches.delete(OWN).catch(() => {})
    throw error
  }
  if (!registration.active) return
  for (const page of await clients.matchAll({ includeUncontrolled: true })) page.postMessage('waiting')
}

const at = name => registration.scope + name
/** The name of a file by its address, which may be that of a place in it. */
const called = url => url.replace(/[?#].*/, '').slice(registration.scope.length).replace(/^index\.html$/, '')

/** A file from the network; no other than that of this version. */
async function fetched(name) {
  const file = await whole(await fetch(at(name), { cache: 'no-cache' }), name)
  if (!file) throw Error(`expected ${name} of the version ${VERSION}, found another file`)
  return file
}

/** The file if it is the one that the build has written. */
async function whole(response, name) {
  if (!response?.ok) return
  const bytes = await response.arrayBuffer()
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const digits = Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('')
  // A new response, because no page may come from one that was redirected.
  if (digits === FILES[name]) return new Response(bytes, { headers: response.headers })
}

// 2.
/** A file of this version; what is missing or damaged is fetched again. */
async function file(name) {
  const cache = await caches.open(OWN)
  const kept = await whole(await cache.match(at(name)), name)
  if (kept) return kept
  const mended = await fetched(name)
  await cache.put(at(name), mended.clone()).catch(() => {})
  return mended
}

async function opened({ request, resultingClientId }, name) {
  const needed = LATE.includes(name) ? Object.keys(FILES) : EARLY
  try {
    const files = await Promise.all(needed.map(async name => [name, await file(name)]))
    await write(resultingClientId)
    return new Map(files).get(name)
  } catch {
    // Without a network the plain article at least.
    return fetch(request).catch(() => file(name))
  }
}

async function served({ request, clientId, resultingClientId }, name) {
  const version = await versionOf(clientId)
  // What a page sets to work beside itself is of the page's version.
  if (version && request.destination === 'worker') await write(resultingClientId, version)
  if (version === OWN && name in FILES) return file(name)
  const kept = version && (await caches.match(at(name), { cacheName: version }))
  return kept ?? fetch(request)
}

/** What a page is written down under. */
const record = page => `${registration.scope}?page=${page}`

async function write(page, version = OWN) {
  const cache = await caches.open(version)
  await cache.put(record(page), new Response())
}

/** The version that a page is written down under, if any. */
async function versionOf(page) {
  for (const version of await versions()) if (await caches.match(record(page), { cacheName: version })) return version
}

const versions = async () => (await caches.keys()).filter(name => name.startsWith(PREFIX))

/** Takes in a page that was there before the worker, if it is of this version, and tells every page that a newer one waits, or soon will. */
async function greet(page, version) {
  const { installing, waiting } = registration
  const tell = () => registration.waiting && page.postMessage('waiting')
  if (waiting) tell()
  // It may have told every page before this one listened.
  else installing?.addEventListener('statechange', tell)
  if (version !== VERSION) return
  if (!(await versionOf(page.id))) {
    await write(page.id)
    await clients.claim()
  }
  if (LATE.includes(called(page.url))) await Promise.all(LATE.map(file))
}

// 3.
/** Drops the versions that no open page is of. */
async function tidy() {
  for (const version of await versions()) {
    if (version === OWN) continue
    const cache = await caches.open(version)
    const pages = (await cache.keys()).map(({ url }) => new URL(url).searchParams.get('page')).filter(Boolean)
    const open = await Promise.all(pages.map(page => clients.get(page)))
    if (!open.some(Boolean)) await caches.delete(version)
  }
}

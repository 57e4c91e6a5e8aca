// Keeps the site for when there is no network: once the page is read and the browser idle, the worker (worker.js) takes its files. It is
// told which version this page is, so that a page that came before the worker gets late files of its own version too; what it says
// back is that a newer one waits.

const keep = async () => {
  const own = navigator.serviceWorker
  own.onmessage = () => import('./update.js')
  const told = own.ready.then(({ active }) => active.postMessage('FRAMING_READER_VERSION'))
  await Promise.all([told, own.register('worker.js')])
}
// Nothing is kept where a browser has no workers, or refuses them: without a secure origin, in a sandboxed frame. Safari has no idle
// callback.
const later = () => (self.requestIdleCallback ?? setTimeout)(() => keep().catch(() => {}))
// A reader that is still to come is waited for; what is done twice does nothing.
addEventListener('load', () => document.querySelector('framing-reader:not([data-ready])') ?? later())
addEventListener('framing-reader:ready', later)
addEventListener('framing-reader:error', later)

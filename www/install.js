// Keeps the site for when there is no network: once the page is read and the browser idle, the worker (worker.js) takes its files. It is
// told which version this page is, so that a page that came before the worker gets late files of its own version too; what it says
// back is that a newer one waits.

const own = navigator.serviceWorker
const keep = () => {
  own.register('worker.js').catch(() => {})
  own.ready.then(({ active }) => active.postMessage('FRAMING_READER_VERSION'))
  own.onmessage = () => import('./update.js')
}
// Safari has no idle callback.
if (own) addEventListener('load', () => (self.requestIdleCallback ?? setTimeout)(keep))

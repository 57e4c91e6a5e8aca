// What WebKit's driver runs in every page before the page's own scripts: what it does not tell by itself is noted in the document. Stands
// alone, because it is passed as text.

/** Notes what the console is told and what goes wrong, as `said`, and what a press meets that is aimed at an element, as `aim`. */
function listens() {
  const said = (document.said = [])
  const later = setTimeout.bind(window)
  for (const type of ['error', 'warn', 'info', 'log', 'debug']) {
    const usual = console[type]
    console[type] = (...all) => {
      said.push([type === 'warn' ? 'warning' : type, all.join(' ')])
      usual.apply(console, all)
    }
  }
  // Once the page's own listeners have heard it: what they prevent is not reported.
  addEventListener('error', event => later(() => {
    const { defaultPrevented, message, error } = event
    if (message && !defaultPrevented) said.push(['pageerror', String(error ?? message).slice(0, 300)])
  }))
  addEventListener('unhandledrejection', ({ reason }) => said.push(['pageerror', String(reason)]))
  addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>
    blockedURI.endsWith('/favicon.ico') || said.push(['error', `${violatedDirective} forbids ${blockedURI}`]))

  // What is aimed at may move before the press comes, or before it ends. A press that begins beside it the page does not hear of; one
  // that ends beside it, though it is still there, is no click.
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
    addEventListener(type, event => {
      const { aim } = document
      if (!aim) return
      const meets = event.composedPath().includes(aim.element)
      aim.begun ??= meets
      if (type.startsWith('pointer') && !meets) aim.missed ||= !aim.begun || aim.element.checkVisibility()
      if (aim.begun) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }, true)
  }
}

export const EARLY = `(${listens})()`

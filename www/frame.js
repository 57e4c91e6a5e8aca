// The page that other sites show in a frame. It
// 1. takes the reader's options from its address, and again whenever the fragment changes;
// 2. narrows the page's policy to the site it comes from;
// 3. loads the reader: in a frame without an origin of its own, where modules are refused, the classic script;
// 4. tells the host how high it is, in the ways that hosts understand, whenever that changes;
// 5. tells the reader which part of it is in sight: a frame as high as its content does not scroll, so that what sticks and
//    what opens would be out of sight;
// 6. asks the host to bring up what gets the focus.

(() => {
  const reader = document.querySelector('framing-reader')
  /** Where the host put the frame, before the reader or the host changes the fragment. */
  const address = location.href
  const options = new URLSearchParams(location.search)
  const fragment = () => new URLSearchParams(location.hash.replace(/^#\??/, ''))

  // 1.
  const OPTIONS = ['framing', 'document', 'theme', 'cards']
  const choose = from => {
    for (const name of OPTIONS) if (from.has(name)) reader.setAttribute(name, from.get(name))
  }
  choose(options)
  choose(fragment())
  addEventListener('hashchange', () => choose(fragment()))

  // 2.
  // In a frame without an origin WebKit takes 'self' for nobody, so that the page itself can only name every site.
  const site = new URL(address).origin
  const own = site === 'null' ? "'self'" : site
  const policy = document.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = `script-src ${own} 'wasm-unsafe-eval'; style-src ${own}`
  document.head.append(policy)

  // 3.
  const script = document.createElement('script')
  const alone = origin === 'null' || location.protocol === 'file:'
  script.src = alone ? 'framing-reader.classic.js' : 'framing-reader.js'
  if (!alone) script.type = 'module'
  document.head.append(script)

  if (parent === window) return

  // 4.
  /** What cards and the reasons of a line need to open in, in CSS pixels. */
  const LEAST = 480
  /** The frame's name among a host's Datawrapper frames; hosts also look for it in the frame's address. */
  const id = options.get('id') ?? location.pathname
  const pymId = options.get('childId')
  /** WordPress knows its frames by a secret and believes no other. */
  const secret = fragment().get('secret')
  const send = message => parent.postMessage(message, '*')
  const sendPym = (kind, value) => pymId && send(['pym', pymId, kind, value].join('xPYMx'))
  /** Whether the reader stands or has failed: until then the plain article, much longer, would move the host's page for nothing. */
  let settled = false
  let told

  function tell(anew) {
    if (!settled) return
    const height = Math.max(Math.ceil(document.body.getBoundingClientRect().height), LEAST)
    if (height === told && !anew) return
    told = height
    send({ 'datawrapper-height': { [id]: height } })
    send({ sentinel: 'amp', type: 'embed-size', height })
    // Medium, Embedly, Iframely.
    send(JSON.stringify({ src: address, context: 'iframe.resize', height }))
    if (secret) send({ message: 'height', value: height, secret })
    sendPym('height', height)
  }
  new ResizeObserver(() => tell()).observe(document.body)
  // Once it is drawn; a host that begins to listen later hears it when the page has loaded.
  const settle = () => requestAnimationFrame(() => tell((settled = true)))
  for (const name of ['ready', 'error']) reader.addEventListener(`framing-reader:${name}`, settle)
  script.addEventListener('error', settle)
  addEventListener('load', () => tell(true))
  addEventListener('message', ({ source, data }) => {
    // A pym parent says how wide the frame is and waits for an answer.
    if (source === parent && pymId && String(data).startsWith(`pymxPYMx${pymId}xPYMxwidth`)) tell(true)
  })

  // 5.
  /** Whether all of the page is in the frame, so that only the host can scroll. */
  const whole = () => document.documentElement.scrollHeight <= document.documentElement.clientHeight + 1
  /** Rows over the whole frame: as many as make one shorter than any screen. The browser says which are in sight. */
  const ROWS = 60
  /** How often a row says how much of it is in sight. */
  const STEPS = 16
  const seen = new Map()
  /** Which part of the page is in sight, in CSS pixels. */
  let sight = { top: 0, bottom: Infinity }
  const observer = new IntersectionObserver(entries => {
    for (const { target, isIntersecting, intersectionRect } of entries) {
      if (isIntersecting) seen.set(target, intersectionRect)
      else seen.delete(target)
    }
    // In a frame that scrolls by itself the window is what is in sight.
    const all = whole()
    const high = document.documentElement.clientHeight
    const top = all && seen.size ? Math.min(...Array.from(seen.values(), row => row.top)) : 0
    const bottom = all && seen.size ? Math.max(...Array.from(seen.values(), row => row.bottom)) : high
    sight = { top, bottom }
    reader.style.setProperty('--framing-reader-top', `${Math.max(0, Math.round(top))}px`)
    reader.style.setProperty('--framing-reader-bottom', `${Math.max(0, Math.round(high - bottom))}px`)
    // What the reader takes for the lower edge of the window.
    window.innerHeight = bottom
  }, { threshold: Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS) })
  const rows = document.createElement('div')
  Object.assign(rows.style, { position: 'fixed', inset: 0, zIndex: -1, display: 'grid', visibility: 'hidden', pointerEvents: 'none' })
  for (let row = 0; row < ROWS; row++) rows.append(document.createElement('i'))
  document.body.append(rows)
  for (const row of rows.children) observer.observe(row)

  // 6.
  /** How long a host's page takes to scroll, in ms. */
  const WAIT = 150
  const wait = () => new Promise(done => setTimeout(done, WAIT))
  /** In a frame of another origin WebKit scrolls the host for nothing but a text field that gets the focus. */
  const field = document.createElement('input')
  Object.assign(field, { readOnly: true, tabIndex: -1 })
  // A phone zooms in on a field with smaller letters.
  Object.assign(field.style, { position: 'absolute', left: 0, width: '1px', opacity: 0, fontSize: '16px' })
  const outside = ({ top, bottom }) => bottom <= sight.top || top >= sight.bottom

  /** Has the field scroll to what has the focus and is still out of sight. */
  async function bring(focused) {
    await wait()
    const place = focused.getBoundingClientRect()
    if (field.isConnected || !focused.matches(':focus') || !outside(place)) return
    field.style.top = `${place.top}px`
    document.body.append(field)
    field.focus()
    await wait()
    if (document.activeElement === field) focused.focus({ preventScroll: true })
    field.remove()
  }
  addEventListener('focusin', event => {
    const [focused] = event.composedPath()
    if (field.isConnected || !whole()) return
    focused.scrollIntoView({ block: 'nearest' })
    bring(focused)
  })
})()

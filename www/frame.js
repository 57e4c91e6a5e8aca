// The page that other sites show in a frame. It
// 1. takes the reader's options from its address, and again whenever the fragment changes;
// 2. loads the reader: in a frame without an origin of its own, where modules are refused, the classic script;
// 3. tells the host how high it is, in the ways that hosts understand, whenever that changes;
// 4. tells the reader which part of it is in sight: a frame as high as its content does not scroll, so that what sticks and
//    what opens would be out of sight;
// 5. asks the host to bring up what gets the focus.

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
  const script = document.createElement('script')
  const alone = origin === 'null' || location.protocol === 'file:'
  script.src = alone ? 'framing-reader.classic.js' : 'framing-reader.js'
  if (!alone) script.type = 'module'
  document.head.append(script)

  if (parent === window) return

  // 3.
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

  // 4.
  /** Rows over the whole frame: as many as make one shorter than any screen. The browser says which are in sight. */
  const ROWS = 60
  /** How often a row says how much of it is in sight. */
  const STEPS = 16
  const seen = new Map()
  const observer = new IntersectionObserver(entries => {
    for (const { target, isIntersecting, intersectionRect } of entries) {
      if (isIntersecting) seen.set(target, intersectionRect)
      else seen.delete(target)
    }
    // In a frame that scrolls by itself the window is what is in sight.
    const whole = document.documentElement.scrollHeight <= document.documentElement.clientHeight + 1
    const high = document.documentElement.clientHeight
    const top = whole && seen.size ? Math.min(...Array.from(seen.values(), row => row.top)) : 0
    const bottom = whole && seen.size ? Math.max(...Array.from(seen.values(), row => row.bottom)) : high
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

  // 5.
  addEventListener('focusin', event => {
    const [focused] = event.composedPath()
    if (document.documentElement.scrollHeight > document.documentElement.clientHeight + 1) return
    focused.scrollIntoView({ block: 'nearest' })
  })
})()

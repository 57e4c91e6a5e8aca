// What WebKit's driver runs in the page for a locator: the elements that its steps lead to. Stands alone, because it is passed as
// text. As with Playwright, selectors reach into open shadow roots, and a space in one may cross into them.

/**
 * The elements that `steps` lead to. A step is one of `{ css }`, `{ role, name, exact }`, `{ label, exact }`, `{ text, exact }`, `{ has }` and `{ or }`
 * with steps of their own, `{ hasText }`, `{ visible }`, `{ nth }`; words are text or `{ source, flags }` of a pattern.
 */
export function find(steps, scope = document, hosts = []) {
  /** Every element with an open shadow root, looked for once. */
  const gather = root => {
    for (const host of root.querySelectorAll('*')) if (host.shadowRoot) hosts.push(host), gather(host.shadowRoot)
  }
  if (!hosts.length) gather(document)
  const ROLES = {
    alert: '[role=alert]', button: 'button, [role=button], summary, input[type=button], input[type=submit]', checkbox: 'input[type=checkbox], [role=checkbox]',
    dialog: 'dialog, [role=dialog]',
    heading: 'h1, h2, h3, h4, h5, h6, [role=heading]', img: 'img, [role=img]', link: 'a[href], [role=link]', note: '[role=note]',
    status: 'output, [role=status]', table: 'table, [role=table]',
  }
  const plain = text => (text ?? '').replace(/\s+/g, ' ').trim()
  const says = (text, words, exact) => {
    if (words === undefined) return true
    if (words.source !== undefined) return new RegExp(words.source, words.flags).test(text)
    return exact ? plain(text) === plain(words) : plain(text).toLowerCase().includes(plain(words).toLowerCase())
  }
  const shown = element => element.checkVisibility({ visibilityProperty: true })
  const visible = element => shown(element) && [...element.getClientRects()].some(({ width, height }) => width * height > 0)
  /** A scope and every open shadow root in it. */
  const within = (scope, host) => Boolean(host) && (scope.contains(host) || within(scope, host.getRootNode().host))
  const roots = scope => [scope, ...hosts.filter(host => within(scope, host)).map(host => host.shadowRoot)]
  /** The places where a selector may cross into a shadow root: spaces that are no part of something else. */
  const splits = css => {
    const all = []
    let depth = 0
    for (let at = 0; at < css.length; at++) {
      if ('[('.includes(css[at])) depth++
      else if ('])'.includes(css[at])) depth--
      else if (!depth && css[at] === ',') return []
      else if (!depth && css[at] === ' ' && !/[>+~,]/.test(css[at - 1] + css[at + 1])) all.push([css.slice(0, at), css.slice(at + 1)])
    }
    return all
  }
  const query = (scope, css) => {
    const found = roots(scope).flatMap(root => [...root.querySelectorAll(css)])
    for (const [outer, inner] of splits(css)) {
      for (const host of query(scope, outer)) if (host.shadowRoot) found.push(...query(host.shadowRoot, inner))
    }
    return found
  }
  const nameOf = element => {
    const by = element.getAttribute('aria-labelledby')
    const labels = by?.split(' ').map(id => element.getRootNode().getElementById(id)?.textContent)
    return plain(element.getAttribute('aria-label') ?? labels?.join(' ') ?? element.textContent)
  }
  const step = (found, { css, role, name, label, text, exact, has, or, hasText, visible: seen, nth }) => {
    const all = list => [...new Set(found.flatMap(list))]
    if (css !== undefined) return all(scope => query(scope, css))
    if (role) return all(scope => query(scope, ROLES[role])).filter(element => shown(element) && says(nameOf(element), name, exact))
    if (label !== undefined) {
      const labels = element => [...element.labels ?? []].map(label => label.textContent)
      return all(scope => query(scope, 'input, select, textarea, button, [aria-label], [aria-labelledby]'))
        .filter(element => says(element.getAttribute('aria-label') ?? (labels(element).join(' ') || nameOf(element)), label, exact))
    }
    if (text !== undefined) {
      const saying = all(scope => [scope, ...query(scope, '*')])
        .filter(({ tagName, textContent }) => tagName && !/^(script|style)$/i.test(tagName) && says(textContent, text, exact))
      return saying.filter(element => !saying.some(other => other !== element && element.contains(other)))
    }
    if (has) return found.filter(element => find(has, element, hosts).length)
    if (or) return [...new Set([...found, ...find(or, document, hosts)])]
    if (hasText !== undefined) return found.filter(element => says(element.textContent + (element.shadowRoot?.textContent ?? ''), hasText))
    if (seen) return found.filter(visible)
    return found.slice(nth, nth + 1 || undefined)
  }
  return steps.reduce(step, [scope])
}

/** Answers a question about the element or elements that steps lead to; `undefined` for an element that is not there. */
export async function asked(steps, what, ...rest) {
  const all = find(steps)
  const [element] = all
  // Not `getBoundingClientRect`, which a test may have made to trap.
  const boxes = [...element?.getClientRects() ?? []].filter(({ width, height }) => width * height > 0)
  const seen = Boolean(boxes.length) && element.checkVisibility({ visibilityProperty: true })
  const box = () => {
    const [x, y] = ['left', 'top'].map(side => Math.min(...boxes.map(box => box[side])))
    const [right, bottom] = ['right', 'bottom'].map(side => Math.max(...boxes.map(box => box[side])))
    return { x, y, width: right - x, height: bottom - y }
  }
  const frame = () => new Promise(done => requestAnimationFrame(done))
  const tell = (...types) => types.forEach(type => element.dispatchEvent(new Event(type, { bubbles: true, composed: true })))
  const answers = {
    count: () => all.length,
    visible: () => seen,
    box: () => (boxes.length ? box() : null),
    texts: inner => all.map(element => (inner ? element.innerText : element.textContent)),
    element: () => element,

    /** Where to press: in the middle of what is drawn of the element, once it rests, is in sight, and nothing lies over it. */
    async press(tries) {
      if (!seen || element.disabled) return null
      const rects = () => [...element.getClientRects()].filter(({ width, height }) => width * height > 1)
      const center = ([{ left, top, width, height }]) => [left + width / 2, top + height / 2]
      const inside = ([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight
      const block = ['center', 'end', 'start'][tries % 3]
      if (tries || !inside(center(rects()))) element.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' })
      const before = center(rects())
      for (let frames = 0; frames < 2; frames++) await frame()
      if (!rects().length) return null
      const point = center(rects())
      if (Math.hypot(point[0] - before[0], point[1] - before[1]) > 0.5 || !inside(point)) return null
      let hit = document.elementFromPoint(...point)
      while (hit?.shadowRoot?.elementFromPoint(...point) && hit.shadowRoot.elementFromPoint(...point) !== hit) hit = hit.shadowRoot.elementFromPoint(...point)
      for (let at = hit; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) if (at === element) {
        document.aim = { element }
        return point
      }
      return null
    },
    /** Whether that press has missed the element; what it has led away from knows of none. */
    missed() {
      const { missed } = document.aim ?? {}
      delete document.aim
      return missed
    },

    focus: () => element?.focus(),
    scroll: () => element?.scrollIntoView({ block: 'center', behavior: 'instant' }),
    fill(value) {
      element.focus()
      element.value = value
      element.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    },
    /** Chooses the option that is `wanted`, by its value or its label; whether there is one yet. */
    select(wanted) {
      const option = [...element.options].find(option => Object.entries(wanted).every(([name, words]) => option[name] === words))
      if (!option || element.disabled) return false
      element.focus()
      option.selected = true
      tell('input', 'change')
      return true
    },
    /** Picks files, whose bytes come as text. */
    pick(files) {
      const picked = new DataTransfer()
      for (const { name, type, base64 } of files) picked.items.add(new File([Uint8Array.from(atob(base64), byte => byte.charCodeAt())], name, { type }))
      element.files = picked.files
      tell('input', 'change')
    },
  }
  if (!element && !['count', 'visible', 'box', 'texts', 'element', 'missed'].includes(what)) return undefined
  return answers[what](...rest)
}

/** The functions that every script brings along. */
export const BROUGHT = `const find = ${find}; const asked = ${asked};`

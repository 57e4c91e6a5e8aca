// Questions that tests ask of a page, answered inside it: where the focus is, what a color looks like, which line is
// being read. Every function here runs in the browser and is passed to `evaluate`, so each stands alone.

/** Installs `window.probe` in every page of a context, before the page's own scripts. */
export function probe() {
  const probe = (window.probe = { events: [], pointerAt: 0, scrolledAt: 0 })

  for (const name of ['ready', 'framingchange', 'cardopen', 'cardclose', 'error']) {
    // On the window and while the event comes down, so that events that do not bubble are noted too.
    window.addEventListener(`framing-reader:${name}`, event => {
      probe.events.push({ name, detail: event.detail, at: performance.now(), pointerAt: probe.pointerAt })
    }, true)
  }
  window.addEventListener('pointermove', () => (probe.pointerAt = performance.now()), true)
  window.addEventListener('scroll', () => (probe.scrolledAt = performance.now()), true)

  /** The element that has the focus, through shadow roots. */
  probe.focused = () => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    return element
  }

  /** The parent as it is drawn: through slots and out of shadow roots. */
  const parent = element => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null

  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const channels = color => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data
    return { rgb: [red, green, blue], alpha: alpha / 255 }
  }
  const over = (top, alpha, bottom) => top.map((value, i) => value * alpha + bottom[i] * (1 - alpha))
  const luminance = rgb => {
    const [red, green, blue] = rgb.map(value => value / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  /** What lies behind an element's text, all backgrounds above one another; a page without any is its canvas color. */
  const behind = element => {
    if (!element) return channels(getComputedStyle(document.documentElement).colorScheme.includes('dark')
      && matchMedia('(prefers-color-scheme: dark)').matches ? '#121212' : '#ffffff').rgb
    const { rgb, alpha } = channels(getComputedStyle(element).backgroundColor)
    return alpha === 1 ? rgb : over(rgb, alpha, behind(parent(element)))
  }

  const ratio = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
    return (light + 0.05) / (dark + 0.05)
  }

  /** WCAG contrast of what is drawn in this color against what lies behind it. */
  probe.contrastOf = (element, color) => {
    const { rgb, alpha } = channels(color)
    const background = behind(element)
    return ratio(over(rgb, alpha, background), background)
  }

  /** WCAG contrast of an element's text against what lies behind it, opacity of all its ancestors included. */
  probe.contrast = element => {
    const { rgb, alpha } = channels(getComputedStyle(element).color)
    const background = behind(element)
    let opacity = alpha
    for (let at = element; at; at = parent(at)) opacity *= Number(getComputedStyle(at).opacity)
    return ratio(over(rgb, opacity, background), background)
  }
}

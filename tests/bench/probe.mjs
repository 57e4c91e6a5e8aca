// What runs inside every measured page. `probe` is installed before the page's own scripts; it notes when the text is painted, when the
// page is ready and when its switch works, and presses and times for whoever asks. It stands alone: it is sent to the page as text.

export function probe() {
  /** How often the page is asked whether it is ready, in ms; browsers allow no shorter timer. */
  const EVERY = 4
  /** After that many ms a card or a switch does not come any more. */
  const PATIENCE = 10_000

  const { contestant } = window
  const times = {}
  let shift = 0
  new PerformanceObserver(list => {
    for (const { renderTime, loadTime } of list.getEntries()) times.text ??= renderTime || loadTime
  }).observe({ type: 'element', buffered: true })
  new PerformanceObserver(list => {
    for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') times.paint = startTime
  }).observe({ type: 'paint', buffered: true })
  new PerformanceObserver(list => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shift += value
  }).observe({ type: 'layout-shift', buffered: true })

  // The memory of every wasm module, which the JavaScript heap does not hold.
  const memories = new Set()
  if (window.WebAssembly) {
    WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
      construct(...args) {
        const instance = Reflect.construct(...args)
        for (const value of Object.values(instance.exports)) if (value instanceof WebAssembly.Memory) memories.add(value)
        return instance
      },
    })
  }

  const task = () => new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
  /** After what is there now has been painted. */
  const painted = () => frame().then(task)

  /** Waits first for microtasks, then for tasks. */
  async function until(done) {
    const start = performance.now()
    for (let turn = 0; performance.now() - start < PATIENCE; turn++) {
      const found = done()
      if (found) return found
      await (turn < 50 ? null : task())
    }
    throw new Error('it did not come')
  }

  const attempt = question => {
    try {
      return question?.()
    } catch {
      return undefined
    }
  }

  async function watch() {
    if (times.ready === undefined && attempt(contestant.ready)) times.ready = performance.now()
    // Nobody presses what is not painted yet.
    if (times.works === undefined && performance.getEntriesByType('paint').length) {
      const [choice] = attempt(contestant.choices) ?? []
      if (choice) {
        const [before, start] = [attempt(contestant.framing), performance.now()]
        choice.click()
        for (let turn = 0; turn < 50 && attempt(contestant.framing) === before; turn++) await null
        if (attempt(contestant.framing) !== before) times.works = start
      }
    }
    if (times.ready === undefined || (contestant.choices && times.works === undefined)) setTimeout(watch, EVERY)
  }

  const boxOf = target => target.getClientRects()[0]
  const centered = target => (target.startContainer?.parentElement ?? target).scrollIntoView({ block: 'center', behavior: 'instant' })

  /** A press with the mouse, or its arrival, as events; a range is pressed through what is under it. */
  function press(target) {
    const { left, top, width, height } = boxOf(target)
    const [clientX, clientY] = [left + Math.min(width / 2, 10), top + height / 2]
    const element = target instanceof Element ? target : document.elementFromPoint(clientX, clientY)
    const send = (Type, name, more) => element.dispatchEvent(new Type(name, { bubbles: true, cancelable: true, composed: true, view: window, clientX, clientY, ...more }))
    const pointer = (name, more) => send(PointerEvent, name, { pointerType: 'mouse', pointerId: 1, isPrimary: true, ...more })
    if (contestant.press === 'hover') {
      pointer('pointerover')
      pointer('pointerenter', { bubbles: false })
      send(MouseEvent, 'mouseover')
      send(MouseEvent, 'mouseenter', { bubbles: false })
      return
    }
    pointer('pointerdown', { buttons: 1 })
    send(MouseEvent, 'mousedown', { buttons: 1 })
    pointer('pointerup')
    send(MouseEvent, 'mouseup')
    send(PointerEvent, 'click', { pointerType: 'mouse', pointerId: 1, detail: 1 })
  }

  /** A card that can be seen: laid out, and inside the window. */
  function shown(name) {
    const card = contestant.card(name)
    if (!card?.checkVisibility({ visibilityProperty: true })) return false
    const { width, height, top, left } = card.getBoundingClientRect()
    return width > 0 && height > 0 && top < innerHeight && top + height > 0 && left < innerWidth
  }

  /** From the press until the thing is there and laid out, and until it is painted, in ms. */
  async function timed(act, done) {
    const start = performance.now()
    act()
    await until(done)
    document.body.getBoundingClientRect()
    const stands = performance.now()
    await painted()
    return { stands: stands - start, paint: performance.now() - start }
  }

  window.bench = {
    press,
    /** Painted and ready, with a working switch where there is one. */
    async opened() {
      const start = performance.now()
      while (times.paint === undefined || times.ready === undefined || (contestant.choices && times.works === undefined)) {
        if (performance.now() - start > 60_000) throw new Error(`not ready: ${JSON.stringify(times)}`)
        await new Promise(resolve => setTimeout(resolve, 20))
      }
      // What was painted with that frame is told soon after it.
      await painted()
      await painted()
    },
    times: () => ({ readable: times.text ?? times.paint, ready: times.ready, works: times.works, shift }),
    /** Names to press, so many, spread over the article and of different texts. */
    names(count) {
      const all = [...contestant.names()]
      const texts = new Set()
      const different = all.filter(name => {
        const text = name.textContent ?? String(name)
        return !texts.has(text) && texts.add(text)
      })
      this.chosen = different.slice(0, count)
      return this.chosen.length
    },
    async approach(index) {
      centered(this.chosen[index])
      await painted()
      await painted()
    },
    open(index) {
      return timed(() => press(this.chosen[index]), () => shown(this.chosen[index]))
    },
    async close(index) {
      if (contestant.close) contestant.close(this.chosen[index])
      else {
        let focused = document.activeElement
        while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
        focused.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true, composed: true, cancelable: true }))
      }
      await until(() => !shown(this.chosen[index]))
      await painted()
    },
    switch(index) {
      const before = contestant.framing()
      const choice = contestant.choices()[index % 2]
      return timed(() => choice.click(), () => contestant.framing() !== before)
    },
    wasm: () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
    memory: async () => (await performance.measureUserAgentSpecificMemory?.())?.bytes,
  }
  void watch()
}

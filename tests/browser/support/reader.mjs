// The reader as a person meets it: the one place where the tests name its parts, by role, label and data attribute.

import { setTimeout as pause } from 'node:timers/promises'

/** The two framings, in the order in which everything shows them. */
export const FRAMINGS = ['bargaining', 'security']

/** The views besides overview and articles, in the order of the ways to them. */
export const VIEWS = ['timeline', 'questions', 'speakers', 'editions', 'find', 'method']

/** The address of a path on the page of the tests, which lets the reader use addresses that begin with `reader`. */
export const at = path => `/#reader/${path}`
/** The article that most tests read. */
export const ARTICLE = at('000')

export function reader(page) {
  const root = page.locator('framing-reader')
  const control = intent => root.locator(`[data-do="${intent}"]`)
  return {
    page,
    root,
    /** What carries an intention. */
    control,
    choices: root.locator('[data-do^="toggle "]'),
    choice: framing => control(`toggle ${FRAMINGS.indexOf(framing)}`),
    ways: root.locator('.ways .way'),
    way: path => root.locator(`.ways [data-go="${path}"]`),
    articles: root.locator('.articles [data-go]'),
    article: id => root.locator(`.articles [data-go="${id}"]`),
    overview: root.locator('.overview'),
    /** The rows of the overview, an article each, and the ticks of a row's strip. */
    rows: root.locator('.overview tbody tr'),
    row: id => root.locator('.overview tbody tr').filter({ has: page.locator(`.called[data-go="${id}"]`) }),
    stripTicks: row => row.locator('g.tick'),
    /** The view of that name, once it is drawn. */
    view: name => root.locator(`.view[data-view="${name}"]`),
    /** References to a line of an article. */
    jumps: root.locator('.jump[data-go]'),
    numbers: root.locator('.block > .number'),
    /** The blocks of the article that are paragraphs, with their numbers and notes. */
    blocks: root.locator('.block[data-kind="para"]'),
    /** What the arrow keys go between in a block: its number and its names. */
    stops: block => block.locator('.number, [data-name]'),
    standfirsts: root.locator('.standfirst'),
    paragraphs: root.locator('[data-kind="para"] .text'),
    line: number => root.locator(`[data-line="${number}"] .text`),
    /** The paragraphs coded with exactly these framings. */
    framed: framings => {
      const frames = framings.map(framing => `f${FRAMINGS.indexOf(framing)}`).join(' ')
      return root.locator(frames ? `[data-kind="para"][data-frames="${frames}"]` : '[data-kind="para"]:not([data-frames])')
    },
    names: root.locator('[data-name]'),
    evidence: framing => root.locator(`.article mark[data-frames~="f${FRAMINGS.indexOf(framing)}"]`),
    notes: root.getByRole('note').locator('.note'),
    ticks: root.locator('[data-tick]'),
    card: root.locator('.card[role="dialog"]'),
    /** The words that are looked for. */
    query: root.locator('.view[data-view="find"] input[name="q"]'),
    /** What a search has found, and the bar that leads from one to the next. */
    results: root.locator('.result'),
    found: root.locator('.found'),
    why: root.locator('.why[role="dialog"]'),
    status: root.getByRole('status'),

    /** Chooses how cards open (`cards hover`) or light and dark (`theme dark`), among the reading options. */
    async option(intent) {
      const options = root.locator('details').filter({ has: page.locator(`[data-do="${intent}"]`) })
      await options.evaluate(details => (details.open = true))
      await control(intent).click()
    },

    /** Goes to the overview or a view by its link, and waits until it is drawn. */
    async go(name) {
      await this.way(name).click()
      await this.drawn(name)
    },

    /** Waits until the overview or a view is drawn. */
    drawn: name => (name === 'overview' ? root.locator('.overview') : root.locator(`.view[data-view="${name}"] h2`)).first().waitFor(),

    /** Opens what is folded. */
    unfold: () => root.locator('details').evaluateAll(all => all.forEach(details => (details.open = true))),

    /** Presses a framing's button and waits until it is on, or off again. */
    async switchTo(framing) {
      const choice = this.choice(framing)
      const before = await choice.getAttribute('aria-pressed')
      await choice.click()
      await page.waitForFunction(
        ([element, before]) => element.getAttribute('aria-pressed') !== before,
        [await choice.elementHandle(), before],
      )
      await this.turned()
    },
    /** Waits until all of the page shows the framing that is on; where the browser is slow, what is out of sight follows. */
    async turned() {
      const all = await root.locator('.root').elementHandle()
      await page.waitForFunction(root => !root.querySelector(`.leaf:not([data-on="${root.dataset.on}"])`), all)
    },

    /** The events of the element so far, in order; `at` and `pointerAt` in ms of the page's clock. */
    events: name => page.evaluate(name => window.probe.events.filter(event => !name || event.name === name), name),

    /** The rectangles of a name: one for each line it stands on. */
    lines: name => name.evaluate(element => [...element.getClientRects()].map(rect => rect.toJSON())),

    /** Puts a name in the middle of the window, so that a card fits under it. */
    center: name => name.evaluate(element => element.scrollIntoView({ block: 'center', behavior: 'instant' })),

    /** Moves the mouse to the middle of a rectangle in small steps. */
    rest: (rect, steps = 4) => page.mouse.move(...middle(rect), { steps }),

    /** Moves the mouse to a corner where nothing is. */
    leave: () => page.mouse.move(2, 2),
  }
}

export function middle({ left, top, width, height }) {
  return [left + width / 2, top + height / 2]
}

/** Walks the mouse from one point to another, so slowly that every step is an event of its own; `pace` in ms a step. */
export async function walk(page, from, to, { step = 6, pace = 20 } = {}) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const steps = Math.max(1, Math.ceil(Math.hypot(dx, dy) / step))
  for (let i = 1; i <= steps; i++) {
    await page.mouse.move(from[0] + (dx * i) / steps, from[1] + (dy * i) / steps)
    await pause(pace)
  }
}

// Playwright's locators and frames over WebKit's driver: what the tests use of them.

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Gap } from './engine-test.mjs'
import { asked } from './webkit-find.mjs'

/** Between one look and the next, in ms. */
const AGAIN = 30

const words = value => (value instanceof RegExp ? { source: value.source, flags: value.flags } : value)

/** What finds within a page, a frame or an element: `locator`, `getByRole`, `getByLabel`, `getByText`. */
class Finder {
  locator(css, which = {}) {
    return this.with(css === 'visible=true' ? { visible: true } : { css }).filter(which)
  }

  getByRole(role, { name, exact } = {}) {
    return this.with({ role, name: words(name), exact })
  }

  getByLabel(label, { exact } = {}) {
    return this.with({ label: words(label), exact })
  }

  getByText(text, { exact } = {}) {
    return this.with({ text: words(text), exact })
  }
}

/** A page or a frame of it. */
export class Frame extends Finder {
  constructor(page, path = []) {
    super()
    this.page = page
    this.path = path
  }

  with(step) {
    return new Locator(this, [step])
  }

  frameLocator(css) {
    return new Frame(this.page, [...this.path, css])
  }

  evaluate(run, argument) {
    return this.page.driver.run(this, run, [argument])
  }

  /** Waits until something asked of the page is neither nothing nor false. */
  async waitForFunction(run, argument, { timeout } = {}) {
    return this.#wait(() => this.evaluate(run, argument), timeout, run)
  }

  /** Looks again and again; what the look throws last is thrown when time is up. */
  async #wait(look, timeout = this.page.timeout, what) {
    const deadline = Date.now() + timeout
    for (;;) {
      let trouble
      const found = await look().catch(error => void (trouble = error))
      if (trouble instanceof Gap) throw trouble
      if (found) return found
      if (Date.now() > deadline) throw trouble ?? new Error(`within ${timeout} ms it never came: ${what}`)
      await pause(AGAIN)
    }
  }

  wait(look, timeout, what) {
    return this.#wait(look, timeout, what)
  }
}

class Locator extends Finder {
  constructor(frame, steps) {
    super()
    this.frame = frame
    this.steps = steps
  }

  with(step) {
    return new Locator(this.frame, [...this.steps, step])
  }

  first = () => this.with({ nth: 0 })
  last = () => this.with({ nth: -1 })
  nth = nth => this.with({ nth })
  or = other => this.with({ or: other.steps })

  filter({ has, hasText, visible }) {
    const having = has ? this.with({ has: has.steps }) : this
    const saying = hasText === undefined ? having : having.with({ hasText: words(hasText) })
    return visible ? saying.with({ visible }) : saying
  }

  page = () => this.frame.page
  #ask = (what, ...rest) => this.frame.page.driver.run(this.frame, asked, [this.steps, what, ...rest])
  #until = (look, timeout) => this.frame.wait(look, timeout, JSON.stringify(this.steps))
  /** Asks about the element as soon as there is one. */
  #there = async (...question) => {
    await this.#until(() => this.#ask('count'))
    return this.#ask(...question)
  }

  count = () => this.#ask('count')
  all = async () => Array.from({ length: await this.count() }, (_, nth) => this.nth(nth))
  allTextContents = () => this.#ask('texts', false)
  allInnerTexts = () => this.#ask('texts', true)
  isVisible = () => this.#ask('visible')
  boundingBox = async () => {
    await this.#until(() => this.#ask('count'))
    const box = await this.#ask('box')
    const { x, y } = await this.frame.page.offset(this.frame)
    return box && { ...box, x: box.x + x, y: box.y + y }
  }

  evaluateAll = (run, argument) => this.frame.page.driver.run(this.frame, 'all', [this.steps, argument], run)
  evaluate = async (run, argument) => {
    const { answer, error } = await this.#until(() => this.frame.page.driver.run(this.frame, 'one', [this.steps, argument], run))
    if (error) throw new Error(error)
    return answer
  }
  elementHandle = async () => {
    await this.#until(() => this.#ask('count'))
    return this.frame.page.driver.handle(this.frame, this.steps)
  }

  /** What assistive technology is told of the element: its role and its name. */
  told = async () => {
    const { reference } = await this.elementHandle()
    const [id] = Object.values(reference)
    const ask = what => this.frame.page.driver.send(this.frame, 'GET', `/element/${id}/${what}`)
    return { role: await ask('computedrole'), name: await ask('computedlabel') }
  }

  innerText = () => this.evaluate(element => element.innerText)
  textContent = () => this.evaluate(element => element.textContent)
  inputValue = () => this.evaluate(element => element.value)
  isDisabled = () => this.evaluate(element => element.disabled)
  getAttribute = name => this.evaluate((element, name) => element.getAttribute(name), name)

  async waitFor({ state = 'visible', timeout } = {}) {
    const looks = {
      visible: () => this.#ask('visible'),
      hidden: async () => !(await this.#ask('visible')),
      attached: () => this.#ask('count'),
      detached: async () => !(await this.#ask('count')),
    }
    await this.#until(looks[state], timeout)
  }

  async click({ timeout } = {}) {
    let tries = 0
    await this.#until(async () => {
      if (tries) await this.#bring()
      const point = await this.#ask('press', tries++)
      if (!point) return false
      const { x, y } = await this.frame.page.offset(this.frame)
      await this.frame.page.mouse.click(point[0] + x, point[1] + y)
      // A press that leads away leaves nobody to ask.
      return !(await this.#ask('missed').catch(() => {}))
    }, timeout)
  }

  /** Scrolls the page that its frame stands in: from a frame of another origin WebKit does not. */
  async #bring() {
    const { page, path } = this.frame
    const box = path.length && (await this.boundingBox())
    if (!box) return
    await page.evaluate(({ y, height }) => {
      if (y < 0 || y + height > innerHeight) scrollBy({ top: y + (height - innerHeight) / 2, behavior: 'instant' })
    }, box)
  }

  isChecked = () => this.evaluate(element => element.checked)
  setChecked = async checked => {
    if ((await this.isChecked()) !== checked) await this.click()
  }
  check = () => this.setChecked(true)
  uncheck = () => this.setChecked(false)

  async press(key) {
    await this.focus()
    await this.frame.page.keyboard.press(key)
  }

  async pressSequentially(text, options) {
    await this.focus()
    await this.frame.page.keyboard.type(text, options)
  }

  focus = () => this.#there('focus')
  fill = value => this.#there('fill', value)
  selectOption = option => this.#until(() => this.#ask('select', typeof option === 'string' ? { value: option } : option))
  setInputFiles = async files => this.#there('pick', await Promise.all([files].flat().map(picked)))
  scrollIntoViewIfNeeded = () => this.#there('scroll')
  tap = async () => {
    throw new Gap('the driver has no finger')
  }
}

/** A file as the page is handed it: one that a test has made up, or one on the disk. */
async function picked(file) {
  const { name, mimeType, buffer } = typeof file === 'string' ? { name: basename(file), mimeType: '', buffer: await readFile(file) } : file
  return { name, type: mimeType, base64: buffer.toString('base64') }
}

/** An element of the page that is held on to. */
export class Handle {
  constructor(frame, reference) {
    this.frame = frame
    this.reference = reference
  }

  evaluate(run, argument) {
    return this.frame.page.driver.run(this.frame, run, [this, argument])
  }

  getAttribute = name => this.evaluate((element, name) => element.getAttribute(name), name)
}

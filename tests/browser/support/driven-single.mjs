// Without a network in every browser, through WebDriver. The single file: from a disk, in a frame without an origin, serialized and
// opened again, as a copy with another story that is copied once more, and with articles of one's own from the desk in it; nothing is served, and the page's own policy forbids every
// request. The site: once visited, with its server gone.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { inGuest, wholeWay } from './desk-single.mjs'
import { serve } from './server.mjs'
import { copy, onDisk, otherStory, serialized } from './single.mjs'
import { KEYS, openSession } from './webdriver.mjs'

export function singleTests(program, capabilities) {
  let browser, disk
  before(async () => {
    disk = await onDisk()
    browser = await openSession(program, capabilities)
  })
  after(async () => {
    await browser?.close()
    await disk?.remove()
  })

  const inside = selector => browser.until(selector => document.querySelector('framing-reader')?.shadowRoot?.querySelector(selector), selector)
  const press = async selector => browser.run(control => control.click(), await inside(selector))
  const open = async address => {
    await browser.go('about:blank')
    await browser.go(address)
    await inside('[data-do="toggle 0"]')
  }
  /** The same as the desk's tests ask for it. */
  const driven = { open, run: (...all) => browser.run(...all), until: (...all) => browser.until(...all) }
  /** Everything that needs a part of the file: both modules, story and record. */
  const reads = async (article, line) => {
    await press('[data-do="toggle 1"]')
    await inside('[data-do="toggle 1"][aria-pressed="true"]')
    await press(`.called[data-go="${article}"], .articles [data-go="${article}"]`)
    await inside(`.article [data-line="${line}"]`)
    await browser.run(name => name.click(), await inside('[data-name="0"]'))
    await inside('[role="dialog"]')
    await browser.press(KEYS.escape)
    await press('.ways [data-go="questions"]')
    await inside('.view[data-view="questions"] h2')
    assert.deepEqual(await browser.run(() => performance.getEntriesByType('resource').map(({ name }) => name).filter(name => !name.startsWith('data:'))), [])
  }
  /** A promise's result: drivers wait for none in a script that runs at once. */
  const settled = async (script, ...args) => {
    await browser.run(`(...args) => { window.settled = undefined; Promise.resolve((${script})(...args)).then(value => (window.settled = { value }), error => (window.settled = { error: String(error) })) }`, ...args)
    const { value, error } = await browser.until(() => window.settled)
    assert.equal(error, undefined)
    return value
  }

  test('the single file opens from a disk: switch, card, view, address and back', async () => {
    await open(`${disk.address}#reader/004/12/security`)
    await inside('[data-do="toggle 1"][aria-pressed="true"]')
    await browser.until(() => {
      const top = document.querySelector('framing-reader').shadowRoot.querySelector('[data-line="12"]')?.getBoundingClientRect().top
      return top > 0 && top < innerHeight
    })
    // By the driver: going back, WebKit passes over what nobody has pressed.
    await browser.click(await inside('.articles [data-go="001"]'))
    await browser.until(() => location.hash.startsWith('#reader/001'))
    await browser.back()
    await browser.until(() => location.hash.startsWith('#reader/004'))
    await open(disk.address)
    await reads('000', 12)
  })

  test('its page, serialized with a framing on and a card open, opens from a disk', async () => {
    await open(`${disk.address}#reader/000`)
    await press('[data-do="toggle 0"]')
    await browser.run(name => name.click(), await inside('[data-name="3"]'))
    await inside('[role="dialog"]')
    await open(await disk.put('serialized.html', await browser.run(serialized)))
    await reads('001', 8)
  })

  test('in a frame without an origin it reads, and so does its desk', async () => {
    const frame = await disk.put('frame.html', `<!doctype html><title>A host</title><iframe src="${disk.address}" sandbox="allow-scripts" width="1000" height="700"></iframe>`)
    await browser.go(frame)
    await browser.enter(await browser.until(() => document.querySelector('iframe')))
    try {
      await inside('[data-do="toggle 0"]')
      assert.equal(await browser.run(() => self.origin), 'null')
      await reads('000', 12)
      await inGuest(driven)
    } finally {
      await browser.leave()
    }
  })

  test('a copy with another story opens from a disk, reads that story, and can be copied again', async () => {
    const other = await otherStory()
    await open(disk.address)
    const first = await settled(copy, other)
    await open(await disk.put('copy.html', first))
    assert.equal(await browser.run(() => document.title), other.title)
    await reads('100', 3)
    const again = await settled(copy, await otherStory(story => (story.title = 'The second ferry')))
    assert.ok(!again.includes('<title>The ferry'), 'nothing is left of the copy before')
    await open(await disk.put('again.html', again))
    assert.match(await browser.run(title => title.textContent, await inside('h2.title')), /second ferry/)
  })

  test('from paste to a copy, from the copy to another one, and every word comes through', async () => {
    await wholeWay(driven, disk)
  })

  test('the site, once visited, opens again with its server gone', async () => {
    const server = await serve()
    await open(`${server.origin}/`)
    const kept = async () => {
      for (const name of await caches.keys()) {
        const keys = await (await caches.open(name)).keys()
        if (navigator.serviceWorker.controller && keys.some(({ url }) => url.includes('?page='))) return true
      }
      await new Promise(done => setTimeout(done, 100))
      return false
    }
    for (let tries = 0; !(await settled(kept)); tries++) assert.ok(tries < 100, 'nothing was kept')
    await server.close()
    await press('.ways [data-go="timeline"]')
    await inside('.view[data-view="timeline"] h2')
    await open(`${server.origin}/#reader/000`)
    await press('.ways [data-go="questions"]')
    await inside('.view[data-view="questions"] h2')
  })
}

// One visit of a contestant's page: 1. a browser context of its own, slowed as asked; 2. the page is opened and its switch tried until it
// works; 3. what was sent is summed; 4. cards are opened, then the switch is thrown, each with the page's own time on the processor;
// 5. the garbage is collected and memory read.

import { FLAGS as QUIETLY } from '../browser/support/flags.mjs'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { probe } from './probe.mjs'

/** A switch is thrown so often, and so many cards after the first are opened. */
const TIMES = { switches: 10, cards: 8 }
/** For so long nothing is asked for any more, in ms: the page has loaded what it loads by itself. */
const QUIET = 500

const FLAGS = [
  ...QUIETLY,
  // A page that asks for its memory is answered at once, not with the next collection of garbage.
  '--enable-blink-features=ForceEagerMeasureMemory',
]

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS })

export const median = values => {
  const sorted = values.filter(value => value !== undefined).sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 || !sorted.length ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The value that a quarter of all lies below. */
export const quartile = values => values.filter(value => value !== undefined).sort((a, b) => a - b)[Math.floor((values.length - 1) / 4)]

/** The conditions: a processor so many times slower, and a network of so many bit/s and ms. */
export const CONDITIONS = [
  { key: '1x', slower: 1 },
  { key: '4x', slower: 4 },
  { key: '4x, 1.6 Mbit/s, 150 ms', slower: 4, network: { bits: 1_600_000, latency: 150 } },
]

/**
 * Visits once. Times are in ms from the moment the browser sets out: `readable`, `ready`, `works`; from a press: `first` and `later` card,
 * `switch`, each `{ stands, paint, work }`, of which `work` is script, style and layout alone; sizes in bytes. If not the `whole` of it, only
 * what comes before a press.
 */
export async function visit(browser, server, contestant, { slower, network }, { whole = true } = {}) {
  // What our page keeps for want of a network, once it is idle, is not what it loads; the README tells its size.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' })
  try {
    const page = await context.newPage()
    const troubles = []
    page.on('pageerror', error => troubles.push(String(error)))
    page.on('request', request => /^http/.test(request.url()) && !request.url().startsWith(server.origin) && troubles.push(`asked another host: ${request.url()}`))
    const devtools = await context.newCDPSession(page)
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.addInitScript(`if (window === top) { window.contestant = {${Object.entries(contestant.here).map(([name, value]) => `${name}: ${typeof value === 'function' ? value : JSON.stringify(value)}`)}}; (${probe})() }`)
    await page.goto('about:blank')
    if (slower > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
    if (network) {
      const throughput = network.bits / 8
      await devtools.send('Network.enable')
      await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: network.latency, downloadThroughput: throughput, uploadThroughput: throughput })
    }

    const from = server.sent.length
    await page.goto(`${server.origin}/${contestant.key}/`, { waitUntil: 'commit' })
    await page.evaluate(() => window.bench.opened())
    if (!whole) return await page.evaluate(() => window.bench.times())
    await quiet(server, network)
    const opening = server.sent.slice(from)
    const result = { ...(await page.evaluate(() => window.bench.times())), sent: sum(opening), requests: opening }

    result.memory = await memory(page, devtools)
    const { names, choices } = contestant.here
    if (names) Object.assign(result, await cards(page, devtools))
    result.sentAfter = sum(server.sent.slice(from))
    if (choices) result.switch = await switches(page, devtools)
    result.memoryAfter = await memory(page, devtools)
    if (troubles.length) throw new Error(troubles.join('\n'))
    return result
  } catch (error) {
    error.message = `${contestant.key}: ${error.message}`
    throw error
  } finally {
    await context.close()
  }
}

async function quiet(server, network) {
  const enough = QUIET + (network ? 1_000 : 0)
  for (let count; count !== server.sent.length; ) {
    count = server.sent.length
    await pause(enough)
  }
}

const sum = sent => Object.fromEntries(['raw', 'gzip', 'brotli'].map(size => [size, sent.reduce((total, one) => total + one[size], 0)]))

async function cards(page, devtools) {
  const count = await page.evaluate(count => window.bench.names(count), TIMES.cards + 1)
  const all = []
  for (let index = 0; index < count; index++) {
    await page.evaluate(index => window.bench.approach(index), index)
    all.push(await working(devtools, () => page.evaluate(index => window.bench.open(index), index)))
    await page.evaluate(index => window.bench.close(index), index)
  }
  return { first: all[0], later: all.length > 1 ? medians(all.slice(1)) : undefined }
}

async function switches(page, devtools) {
  const all = []
  for (let index = 1; index <= TIMES.switches; index++) {
    all.push(await working(devtools, () => page.evaluate(index => window.bench.switch(index), index)))
  }
  return medians(all)
}

/** What an act takes, with the page's own script, style and layout in it. */
async function working(devtools, act) {
  const before = await spent(devtools)
  const times = await act()
  return { ...times, work: (await spent(devtools)) - before }
}

async function spent(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics')
  const of = part => metrics.find(({ name }) => name === part).value
  return 1_000 * (of('ScriptDuration') + of('RecalcStyleDuration') + of('LayoutDuration'))
}

/** Medians of objects, member by member. */
export const medians = all => Object.fromEntries(Object.keys(all[0]).map(member => [member, median(all.map(one => one[member]))]))

/** Bytes after the garbage is collected: the JavaScript heap, the wasm's memory, and what the browser says of the page as a whole. */
async function memory(page, devtools) {
  await devtools.send('HeapProfiler.collectGarbage')
  const { metrics } = await devtools.send('Performance.getMetrics')
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize').value
  const wasm = await page.evaluate(() => window.bench.wasm())
  return { heap, wasm, whole: await page.evaluate(() => window.bench.memory()) }
}

// The zoo: pages of other hosts (tests/hosts) around the reader, and what must hold on each, asked in the page. Every function that
// runs in the page stands alone, so that any driver can pass it.

import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SITE } from './server.mjs'

const FOLDER = fileURLToPath(new URL('../../hosts', import.meta.url))

/**
 * The hosts, by the name of their page. `free`: nothing sticks to the window there, because a box of the host's that cuts off is
 * what everything within sticks to.
 */
export const HOSTS = {
  quirks: {},
  resets: { free: true },
  huge: {},
  tiny: {},
  rtl: {},
  zoomed: {},
  shadow: {},
  transformed: { free: true },
  scrolling: {},
  hidden: { free: true },
  dark: {},
  narrow: {},
  centred: {},
  wordpress: {},
  ghost: {},
}

/** Every file of the zoo by its address, with the reader and its plain article where a page says so. */
export async function hostPages(attributes = 'hash="reader" document="000"') {
  const index = await readFile(join(SITE, 'index.html'), 'utf8')
  const [, plain] = index.match(/<framing-reader[^>]*>(.*)<\/framing-reader>/s)
  const reader = `<framing-reader ${attributes}>${plain}</framing-reader>`
  const pages = {}
  for (const name of await readdir(FOLDER)) {
    pages[`/hosts/${name}`] = (await readFile(join(FOLDER, name), 'utf8')).replace('<!-- reader -->', () => reader)
  }
  return pages
}

/** Asks the page something about the reader, wherever it stands: `inHost(['sideways'])`. */
export function inHost([question, argument]) {
  const find = root => root.querySelector('framing-reader')
    ?? [...root.querySelectorAll('*')].map(element => element.shadowRoot && find(element.shadowRoot)).find(Boolean)
  const element = find(document)
  const root = element?.shadowRoot
  const up = at => at.assignedSlot ?? at.parentElement ?? at.getRootNode().host
  const plain = ({ left, top, right, bottom }) => ({ left, top, right, bottom, width: right - left, height: bottom - top })
  const rect = element => plain(element.getBoundingClientRect())
  const bar = () => root.querySelector('.bar')
  const card = () => root.querySelector('.card')
  const names = () => [...root.querySelectorAll('.article [data-name]')]
  const lines = name => [...names()[name].getClientRects()].map(plain)
  const answers = {
    ready: () => Boolean(root?.querySelector('.article [data-name]')),

    /** What is wider than there is room: the page, each box around the reader, and what the reader draws. */
    sideways: () => {
      const wide = []
      for (let at = element; at; at = up(at)) {
        if (at.scrollWidth > at.clientWidth + 1 && at.clientWidth) wide.push(`${at.tagName} ${at.scrollWidth} > ${at.clientWidth}`)
      }
      const { left, right } = rect(element)
      for (const inner of root.querySelectorAll('.page *')) {
        const at = rect(inner)
        if (!at.width || inner.closest('.unseen, svg') || getComputedStyle(inner).visibility === 'hidden') continue
        if (at.left < left - 1 || at.right > right + 1) wide.push(`${inner.tagName}.${inner.className} ${at.left}-${at.right} of ${left}-${right}`)
      }
      return wide.slice(0, 5)
    },

    /** How a paragraph of the article is set, and the font size the host gives. */
    style: () => {
      const text = root.querySelector('[data-kind="para"] .text')
      const style = getComputedStyle(text)
      const read = ['letterSpacing', 'wordSpacing', 'textTransform', 'textIndent', 'whiteSpace', 'cursor', 'textShadow', 'fontWeight',
        'fontStyle', 'direction', 'visibility', 'listStyleType', 'hyphens']
      return {
        ...Object.fromEntries(read.map(name => [name, style[name]])),
        line: parseFloat(style.lineHeight) / parseFloat(style.fontSize),
        size: parseFloat(style.fontSize) / parseFloat(getComputedStyle(element).fontSize),
        name: getComputedStyle(root.querySelector('.name')).display,
        bar: rect(bar()).height,
      }
    },

    /** Scrolls a share of the article up, and says where the bar is and where it ought to stick. */
    scroll: share => {
      const blocks = [...root.querySelectorAll('.block')]
      blocks[Math.floor(blocks.length * share)].scrollIntoView({ block: 'start', behavior: 'instant' })
      let edge = 0
      for (let at = element; at; at = up(at)) {
        if (/auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollTop > 0 && at !== document.scrollingElement) edge = rect(at).top
      }
      const top = parseFloat(getComputedStyle(element).getPropertyValue('--framing-reader-top')) || 0
      return { bar: rect(bar()).top, edge: edge + top }
    },

    /** Switches, and says how far the line being read moves. */
    switch: async index => {
      const below = Math.max(rect(bar()).bottom, 0)
      const text = [...root.querySelectorAll('.block .text')].find(text => rect(text).bottom > below + 1)
      const before = rect(text).top
      root.querySelector(`[data-do="toggle ${index}"]`).click()
      await new Promise(resolve => setTimeout(resolve, 150))
      return { on: root.querySelector('.root').dataset.on, moved: rect(text).top - before }
    },

    /** Names to try: the ones nearest to either side, one on two lines, one at the end. */
    names: () => {
      const all = names().map((name, index) => ({ index, lines: name.getClientRects().length, ...rect(name) }))
      const by = (list, value) => [...list].sort((a, b) => value(a) - value(b))[0]?.index
      const single = all.filter(({ lines }) => lines === 1)
      const tried = [by(single, ({ left }) => left), by(single, ({ right }) => -right), by(all, ({ lines }) => -lines), all.length - 1]
      return [...new Set(tried)]
    },

    /** Brings a name to a place in the window: `start`, `center` or `end`; where to point at it, or nothing where it is hidden. */
    bring: ([name, block]) => {
      names()[name].scrollIntoView({ block, behavior: 'instant' })
      const [at] = lines(name)
      const point = [(at.left + at.right) / 2, (at.top + at.bottom) / 2]
      return root.elementFromPoint(...point)?.closest('[data-name]') === names()[name] ? point : null
    },
    center: name => answers.bring([name, 'center']),

    open: () => Boolean(card()?.checkVisibility()),

    /** What is wrong with the card that is open for a name; and a point inside of it. */
    card: name => {
      const at = rect(card())
      const wrong = []
      const [width, height] = [document.documentElement.clientWidth, innerHeight]
      const page = document.compatMode === 'BackCompat' || Number(getComputedStyle(document.documentElement).zoom) !== 1 ? innerWidth : width
      if (at.left < 0 || at.top < 0 || at.right > page + 1 || at.bottom > height + 1) wrong.push(`outside of the window: ${JSON.stringify(at)}`)
      if (at.width < 200 || at.height < 100) wrong.push(`too small: ${at.width} x ${at.height}`)
      const inset = 6
      for (const [x, y] of [[at.left + inset, at.top + inset], [at.right - inset, at.top + inset], [at.left + inset, at.bottom - inset],
        [at.right - inset, at.bottom - inset], [(at.left + at.right) / 2, (at.top + at.bottom) / 2]]) {
        if (!root.elementFromPoint(x, y)?.closest('.card')) wrong.push(`cut off at ${x}, ${y}`)
      }
      const sheet = at.width >= width - 2
      const touching = line => line.left < at.right && line.right > at.left && line.top < at.bottom - 1 && line.bottom > at.top + 1
      if (!sheet && lines(name).some(touching)) wrong.push('it hides its name')
      const around = names()[name].getBoundingClientRect()
      const far = Math.max(at.left - around.right, around.left - at.right, at.top - around.bottom, around.top - at.bottom)
      if (!sheet && far > 16) wrong.push(`${far} pixels from its name`)
      return { wrong, sheet, inside: [(at.left + at.right) / 2, (at.top + at.bottom) / 2] }
    },
  }
  return answers[question](argument)
}

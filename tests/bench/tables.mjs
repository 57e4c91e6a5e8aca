// What was measured as tables: 1. one figure of all visits; 2. ratios for the project's README; 3. the aims and whether they are met;
// 4. all figures for this folder's README.

import { CONDITIONS, median, quartile } from './measure.mjs'

const OURS = 'widget'
/** The same with the article between its tags as the build prints it, whose switch needs no script. */
const PRINTED = 'printed'
const LIMIT = 'static'
/** Issue 4's aims: text readable by this much of static HTML; a first and a later card in ms; everything loaded besides the HTML, in bytes. */
const AIMS = { readable: 1.05, first: 9, later: 3, budget: 110_000, bytes: 96_000 }

const [QUICK, SLOW, FAR] = CONDITIONS.map(({ key }) => key)

/** Medians of visits, however deep. */
export function middle(visits) {
  if (typeof visits[0] !== 'object') return median(visits)
  const members = new Set(visits.flatMap(Object.keys))
  return Object.fromEntries([...members].map(member => [member, middle(visits.map(visit => visit?.[member]).filter(value => value !== undefined))]))
}

/** What is measured by the wall clock from the start: what else the machine does meanwhile only ever adds, so its lower quartile counts. */
const OPENING = ['readable', 'ready', 'works']

/** By condition and contestant of `[{ condition, key, result }]`: lower quartiles of the opening, medians of everything else. */
export function summary(visits) {
  const all = {}
  for (const { condition, key, result } of visits) (((all[condition] ??= {})[key] ??= [])).push({ ...result, requests: undefined })
  const one = visits => ({ ...middle(visits), ...Object.fromEntries(OPENING.map(name => [name, quartile(visits.map(visit => visit[name]))])) })
  return Object.fromEntries(Object.entries(all).map(([condition, of]) => [
    condition,
    Object.fromEntries(Object.entries(of).map(([key, visits]) => [key, one(visits)])),
  ]))
}

const whole = value => (value === undefined ? '' : Math.round(value).toLocaleString('en-US'))
const tenth = value => (value === undefined ? '' : value.toFixed(1))
const ratio = (value, of) => (value === undefined || of === undefined ? '' : (value / of).toFixed(2))
const kilobytes = value => (value === undefined ? '' : whole(value / 1000))

const row = cells => `| ${cells.join(' | ')} |`
const table = (head, rows) => [row(head), `|${head.map((_, index) => (index ? '---:' : '---')).join('|')}|`, ...rows.map(row)].join('\n')

const held = memory => (memory ? memory.heap + memory.wasm : undefined)

/** The short table: text against static HTML, everything else against this reader. */
export function ratios(figures, contestants) {
  const at = (condition, key) => figures[condition]?.[key] ?? {}
  const head = ['', 'bytes to load, brotli', 'text readable, 4x', 'slow network', 'switch works, 4x', 'slow network', 'a switch', 'first card', 'later cards', 'memory']
  const rows = contestants.filter(({ key }) => !key.startsWith('site')).map(({ key, label }) => {
    const [mine, slow, far] = [at(QUICK, key), at(SLOW, key), at(FAR, key)]
    const [ours, oursSlow, oursFar] = [at(QUICK, OURS), at(SLOW, OURS), at(FAR, OURS)]
    return [
      label,
      whole(mine.sent?.brotli),
      ratio(slow.readable, at(SLOW, LIMIT).readable),
      ratio(far.readable, at(FAR, LIMIT).readable),
      ratio(slow.works, oursSlow.works),
      ratio(far.works, oursFar.works),
      ratio(mine.switch?.work, ours.switch?.work),
      ratio(mine.first?.work, ours.first?.work),
      ratio(mine.later?.work, ours.later?.work),
      ratio(held(mine.memoryAfter), held(ours.memoryAfter)),
    ]
  })
  return table(head, rows)
}

/** A line for each aim: what was found, and whether that is within it. */
export function aims(figures, besides) {
  const ours = condition => figures[condition]?.[OURS] ?? {}
  const share = (condition, key = OURS, of = LIMIT) => figures[condition] && figures[condition][key].readable / figures[condition][of].readable
  const verdict = (found, aim) => (found <= aim ? 'met' : '**missed**')
  const measured = CONDITIONS.map(({ key }) => key).filter(key => figures[key])
  const shares = measured.map(key => `${share(key).toFixed(2)} (${key})`)
  const worst = Math.max(...measured.map(key => share(key)))
  const others = (...pair) => measured.map(key => share(key, ...pair).toFixed(2)).join(', ')
  const rivals = ['react', 'plain'].map(key => {
    const of = own => measured.map(condition => ratio(figures[condition][key].works, figures[condition][own].works)).join(', ')
    return `${key === 'react' ? 'React' : 'plain JavaScript'} ${of(PRINTED)} (around the host's own article ${of(OURS)})`
  })
  const ahead = measured.every(key => ['react', 'plain'].every(rival => figures[key][PRINTED].works <= figures[key][rival].works))
  return [
    `- Text readable at no more than ${AIMS.readable} of static HTML: ${shares.join(', ')}; ${verdict(worst, AIMS.readable)}. With the article as printed: ${others(PRINTED)}; the shipped page beside the same without its scripts: ${others('site', 'site-static')}.`,
    `- A first card within ${AIMS.first} ms of script, style and layout: ${tenth(ours(QUICK).first?.work)}; ${verdict(ours(QUICK).first?.work, AIMS.first)}. Later ones within ${AIMS.later}: ${tenth(ours(QUICK).later?.work)}; ${verdict(ours(QUICK).later?.work, AIMS.later)}.`,
    `- Everything loaded besides the HTML within ${whole(AIMS.budget)} bytes: ${whole(besides)}; ${verdict(besides, AIMS.budget)}. Within ${whole(AIMS.bytes)}: ${verdict(besides, AIMS.bytes)}.`,
    `- A working switch ahead of every page that has one, as parts of our time with the article as printed (${CONDITIONS.map(({ key }) => key).join('; ')}): ${rivals.join('; ')}; ${ahead ? 'met' : '**missed**'}.`,
  ].join('\n')
}

/** Every figure, a table for each condition. */
export function full(figures, contestants) {
  const bytes = table(
    ['bytes to load', 'raw', 'gzip -9', 'brotli -q 11', 'after a card, brotli', 'of static', 'of ours'],
    contestants.map(({ key, label }) => {
      const { sent, sentAfter } = figures[QUICK][key]
      return [label, whole(sent.raw), whole(sent.gzip), whole(sent.brotli), whole(sentAfter.brotli), ratio(sent.brotli, figures[QUICK][LIMIT].sent.brotli), ratio(sent.brotli, figures[QUICK][OURS].sent.brotli)]
    }),
  )
  const times = CONDITIONS.filter(({ key }) => figures[key]).map(({ key: condition }) => {
    const head = ['ms', 'text readable', 'of static', 'ready', 'switch works', 'of ours', 'switch: work', 'stands', 'painted', 'first card: work', 'stands', 'painted', 'later cards: work', 'stands', 'painted', 'layout shift']
    const rows = contestants.map(({ key, label }) => {
      const { readable, ready, works, shift, first, later, ...rest } = figures[condition][key]
      const three = what => [tenth(what?.work), tenth(what?.stands), tenth(what?.paint)]
      return [label, whole(readable), ratio(readable, figures[condition][key.startsWith('site') ? 'site-static' : LIMIT].readable), whole(ready), whole(works), ratio(works, figures[condition][OURS].works), ...three(rest.switch), ...three(first), ...three(later), shift?.toFixed(3) ?? '']
    })
    return `### ${condition}\n\n${table(head, rows)}`
  })
  const memory = table(
    ['kB after garbage collection', 'JavaScript heap', 'wasm', 'together', 'of ours', 'whole page, by the browser'],
    contestants.map(({ key, label }) => {
      const { memoryAfter } = figures[QUICK][key]
      return [label, kilobytes(memoryAfter.heap), kilobytes(memoryAfter.wasm), kilobytes(held(memoryAfter)), ratio(held(memoryAfter), held(figures[QUICK][OURS].memoryAfter)), kilobytes(memoryAfter.whole)]
    }),
  )
  return [`### Bytes\n\n${bytes}`, ...times, `### Memory\n\n${memory}`].join('\n\n')
}

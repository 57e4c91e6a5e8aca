#!/usr/bin/env node
// Weighs and times this reader beside its peers, all in one run: 1. what is missing is installed, and said; 2. every contestant is
// visited once without counting; 3. then in rounds, one after the other, under every condition: first all of it, then several times its
// opening alone, which is the noisiest; 4. the figures are printed, and written into the READMEs with --write.
//
//   node tests/bench/run.mjs [--rounds 5] [--openings 10] [--only widget,static,…] [--conditions 1x,4x,…] [--add] [--write]

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem, type } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const HERE = dirname(fileURLToPath(import.meta.url))
const PROJECT = join(HERE, '../..')
/** Between these lines of a README stands what the script writes. */
const MARKS = { from: '<!-- bench: written by tests/bench/run.mjs -->', to: '<!-- /bench -->' }

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    openings: { type: 'string', default: '10' },
    // The visits of the last run count too.
    add: { type: 'boolean', default: false },
    only: { type: 'string' },
    conditions: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})

await prepare()
const { CONDITIONS, launch, visit } = await import('./measure.mjs')
const { contestants: all } = await import('./contestants.mjs')
const { articleOf } = await import('./article.mjs')
const { serve } = await import('./server.mjs')
const { aims, full, ratios, summary } = await import('./tables.mjs')

const [rounds, openings] = [options.rounds, options.openings].map(Number)
const RECORD = join(PROJECT, 'target/bench/visits.json')
const conditions = CONDITIONS.filter(({ key }) => !options.conditions || options.conditions.split(',').some(name => key === name || (name === 'network' && key.includes('bit'))))
const browser = await launch()
try {
  const article = await articleOf(join(process.env.SITE ?? join(PROJECT, 'target/site'), 'story.json'))
  const contestants = (await all(article)).filter(({ key }) => !options.only || options.only.split(',').includes(key))
  const server = await serve(contestants)
  try {
    const visits = await measured(browser, server, contestants)
    await report(visits, contestants, browser.version())
  } finally {
    await server.close()
  }
} finally {
  await browser.close()
}

/** Installs the peers and the driver, and builds the site, where they are missing. */
async function prepare() {
  for (const [folder, what] of [[dirname(HERE), 'a driver for Chromium'], [HERE, 'the peers: wikipedia-preview, Hypothesis, Recogito, React and Radix']]) {
    const [lock, installed] = [join(folder, 'package-lock.json'), join(folder, 'node_modules/.installed-lock.json')]
    if (existsSync(installed) && (await readFile(lock, 'utf8')) === (await readFile(installed, 'utf8'))) continue
    console.error(`installing into ${folder.slice(PROJECT.length + 1)}/node_modules with npm: ${what}`)
    execFileSync('npm', ['ci', '--prefix', folder, '--omit-lockfile-registry-resolved', '--no-audit', '--no-fund'], { stdio: ['ignore', 'ignore', 'inherit'] })
    await copyFile(lock, installed)
  }
  if (!existsSync(process.env.SITE ?? join(PROJECT, 'target/site/index.html'))) {
    console.error('building the site into target/site with cargo')
    execFileSync('cargo', ['run', '--quiet', '--release', '--locked', '--', 'build', '-o', 'target/site'], { cwd: PROJECT, stdio: 'inherit' })
  }
  process.env.CHROMIUM ??= ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser']
    .flatMap(name => (process.env.PATH ?? '').split(':').map(folder => join(folder, name)))
    .find(existsSync)
  if (!process.env.CHROMIUM) {
    console.error('error: no Chromium in $PATH\n  hint: `./tests/run size` installs one, or name yours in $CHROMIUM')
    process.exit(1)
  }
}

async function measured(browser, server, contestants) {
  if (rounds + openings) for (const contestant of contestants) await visit(browser, server, contestant, CONDITIONS[0], { whole: false })
  const visits = options.add ? JSON.parse(await readFile(RECORD, 'utf8')) : []
  for (let round = 0; round < rounds + openings; round++) {
    const whole = round < rounds
    for (const condition of conditions) {
      // Each round begins with another one, so that nobody always follows the same.
      const order = contestants.map((_, index) => contestants[(index + round) % contestants.length])
      for (const contestant of order) {
        const result = await visit(browser, server, contestant, condition, { whole })
        visits.push({ condition: condition.key, key: contestant.key, result })
      }
    }
    await mkdir(dirname(RECORD), { recursive: true })
    await writeFile(RECORD, JSON.stringify(visits, undefined, 1))
    console.error(whole ? `round ${round + 1} of ${rounds}` : `opening ${round + 1 - rounds} of ${openings}`)
  }
  return visits
}

async function report(visits, contestants, version) {
  const figures = summary(visits)
  if (options.only || options.conditions) {
    console.log(JSON.stringify(figures, undefined, 1))
    return
  }
  const besides = visits.find(({ key, result }) => key === 'site' && result.requests).result.requests.filter(({ path }) => path !== '/site/').reduce((total, { brotli }) => total + brotli, 0)
  const [cpu] = cpus()
  const machine = `${new Date().toISOString().slice(0, 10)}, Chromium ${version} without a graphics processor, ${cpus().length} cores (${cpu.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, ${type()}, load average ${loadavg()[1].toFixed(0)}; ${counted(visits)}`
  const short = `${ratios(figures, contestants)}\n\nMeasured ${machine}.\n\n${aims(figures, besides)}`
  const long = `Measured ${machine}.\n\n${full(figures, contestants)}`
  console.log(`${short}\n\n${long}`)
  if (!options.write) return
  await between(join(PROJECT, 'README.md'), short)
  await between(join(HERE, 'README.md'), long)
}

/** How many visits of one page under one condition the figures rest on. */
function counted(visits) {
  const of = visits.filter(({ key, condition }) => key === visits[0].key && condition === visits[0].condition)
  return `${of.filter(({ result }) => result.requests).length} visits and ${of.filter(({ result }) => !result.requests).length} openings of each page`
}

async function between(file, words) {
  const text = await readFile(file, 'utf8')
  const [from, to] = [text.indexOf(MARKS.from), text.indexOf(MARKS.to)]
  if (from < 0 || to < from) throw new Error(`expected the line \`${MARKS.from}\` and after it \`${MARKS.to}\` in ${file}`)
  await writeFile(file, `${text.slice(0, from + MARKS.from.length)}\n${words}\n${text.slice(to)}`)
}

// Runs files of browser tests: node tests/browser/run.mjs FILE…
//
// A driver, or a machine with other work, can lose a step that the reader is not to blame for. What fails is therefore run once more
// when everything else is done, and told as unsteady if it passes then; what fails twice has failed. Where more than a few fail,
// nothing is run again.

import { resolve } from 'node:path'
import { run } from 'node:test'
import { spec as Spec } from 'node:test/reporters'

/** So many may be unsteady in one run. */
const FEW = 8
/** Of what a test has failed with, so many characters are told at the end. */
const LONG = 200
/** The counts that Node's runner closes with; they are told here for both runs together. */
const COUNTS = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /

const files = process.argv.slice(2).map(file => resolve(file))
const first = await ran({ files })
// What fails outside of any test cannot be asked for by its name.
const again = first.failed.length <= FEW && !first.failed.some(({ name }) => files.includes(name))
const unsteady = again && first.failed.length > 0 ? await passing(first.failed) : []

for (const name of unsteady) console.log(`ℹ unsteady: failed, then passed: ${name}`)
const failed = first.failed.filter(({ name }) => !unsteady.includes(name))
for (const { name, words } of failed) console.log(`failed: ${name}: ${words}`)
console.log(`ℹ pass ${first.passed.length + unsteady.length}\nℹ fail ${failed.length}`)
process.exitCode = failed.length ? 1 : 0

/** Runs these tests again; the names of those that pass. */
async function passing(tests) {
  console.log(`\nonce more: ${tests.length} that failed`)
  const names = tests.map(({ name }) => name)
  // Where the files on the command line only load others, all of them are gone through.
  const own = tests.every(({ file }) => files.includes(file))
  const options = {
    files: own ? [...new Set(tests.map(({ file }) => file))] : files,
    testNamePatterns: names.map(name => new RegExp(`^${name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$`)),
  }
  const { passed, failed } = await ran(options)
  return names.filter(name => passed.includes(name) && !failed.some(test => test.name === name))
}

/** What has failed, in one line. */
function brief({ message, cause }) {
  return (cause?.message ?? message).split('\n').filter(Boolean).slice(0, 3).join(' ').slice(0, LONG)
}

/** Runs tests and prints them as Node's own reporter does: which passed, by name, and which failed, with their files. */
async function ran(options) {
  const [passed, failed] = [[], []]
  const told = async function* (events) {
    for await (const event of events) {
      const { type, data } = event
      const whole = data.nesting === 0 && data.skip === undefined
      if (whole && type === 'test:pass' && !files.includes(data.name)) passed.push(data.name)
      if (whole && type === 'test:fail') failed.push({ name: data.name, file: data.file, words: brief(data.details.error) })
      if (!(type === 'test:diagnostic' && COUNTS.test(data.message))) yield event
    }
  }
  for await (const words of run({ ...options, concurrency: 1 }).compose(told).compose(new Spec())) process.stdout.write(words)
  return { passed, failed }
}

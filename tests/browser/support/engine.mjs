// Which browser the tests run in, and what its driver cannot do. The files `chromium-*.test.mjs` are written for any browser:
// alone they run in Chromium; `inEngine` runs all of them in another one.

import { readdir } from 'node:fs/promises'
import { register } from 'node:module'
import { after, test } from 'node:test'
import { declared, Gap } from './engine-test.mjs'

/** Tests that only other browsers need. */
const MORE = ['support/engine-axe.mjs', 'support/engine-names.mjs', 'support/engine-selection.mjs']
/** How long this program may go on once all tests are done, in ms. */
const LINGERS = 20_000
/** What Playwright says of what it can only do in Chromium. */
const OF_CHROMIUM = /only available in Chromium/

/**
 * Declares the tests of every file in another browser, in the order of their names. `files` leaves some out, with the reason; `tests`
 * skips some, `[pattern, reason]` of a test's name. Where `ONLY` is set, it names the files.
 */
export async function inEngine(engine, { files, tests }) {
  process.env.ENGINE = engine
  // From here on the files' `node:test` is engine-test.mjs, so that their tests can be declared one by one.
  register('./engine-hooks.mjs', import.meta.url)
  const folder = new URL('../', import.meta.url)
  const only = new RegExp(`^(${process.env.ONLY ?? '.*'})$`)
  for (const file of [...(await readdir(folder)).sort(), ...MORE]) {
    const [, name] = file.match(/(?:^chromium-|\/engine-)(.*?)(?:\.test)?\.mjs$/) ?? []
    if (!name || !only.test(name)) continue
    if (files[name]) {
      test(name, { skip: files[name] })
      continue
    }
    await import(new URL(file, folder))
    const { hooks, tests: all } = declared()
    for (const [title, run] of all) {
      const [, reason] = tests.find(([pattern]) => pattern.test(title)) ?? []
      test(title, { skip: reason ?? false }, async t => {
        await enter(hooks)
        await tried(t, run)
      })
    }
  }
  after(async () => {
    await enter()
    // A test that has failed may leave something open that would keep this program from ending.
    setTimeout(() => process.exit(), LINGERS).unref()
  })
}

/** What surrounds the tests of the file that is being gone through. */
let around

/** Runs what comes before the tests of a file, and what comes after those of the file before. */
async function enter(hooks) {
  if (hooks === around) return
  const left = around
  around = hooks
  for (const hook of left?.after ?? []) await hook()
  for (const hook of hooks?.before ?? []) await hook()
}

/** Runs a test; one that comes to something the driver cannot do is skipped, and says what. */
async function tried(t, run) {
  try {
    await run(t)
  } catch (error) {
    if (!(error instanceof Gap) && !OF_CHROMIUM.test(error.message)) throw error
    t.skip(error.message)
  }
}

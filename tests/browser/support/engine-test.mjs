// What the files of tests import as `node:test` where they run in another browser (engine-hooks.mjs): it notes what a file declares.


const noted = { hooks: { before: [], after: [] }, tests: [] }

/** What a driver cannot do, with the reason; a test that comes to it is skipped. */
export class Gap extends Error {}

export const before = hook => noted.hooks.before.push(hook)
export const after = hook => noted.hooks.after.push(hook)
export const test = (title, run) => noted.tests.push([title, run])

/** What has been declared since this was asked last. */
export function declared() {
  const hooks = { before: noted.hooks.before.splice(0), after: noted.hooks.after.splice(0) }
  return { hooks, tests: noted.tests.splice(0) }
}

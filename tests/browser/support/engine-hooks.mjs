// Where the tests run in another browser than Chromium, what they import as `node:test` is engine-test.mjs.

const DECLARES = /\/(chromium-[\w-]+\.test|support\/chromium)\.mjs$/

export function resolve(specifier, context, next) {
  if (specifier !== 'node:test' || !DECLARES.test(context.parentURL ?? '')) return next(specifier, context)
  return { url: new URL('./engine-test.mjs', import.meta.url).href, shortCircuit: true }
}

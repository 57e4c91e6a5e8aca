// Words that are selected in the plain article stay selected in the reader, where a selection within a shadow root is asked for in
// the way that is no browser's own; chromium-fallback asks Chromium's.

import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from './engine-test.mjs'
import { whenReady, withChromium } from './chromium.mjs'
import { serve } from './server.mjs'

const visit = withChromium()

for (const backward of [false, true]) {
  test(`words that were selected are selected again, and their line stays${backward ? ', backward too' : ''}`, async t => {
    const server = await serve({ hold: /\.wasm$/ })
    const page = await visit(t, { server, ready: false })
    const before = await page.evaluate(backward => {
      const block = document.querySelectorAll('[data-document="001"] > p[data-line]')[8]
      scrollBy({ top: block.getBoundingClientRect().top - 200, behavior: 'instant' })
      const ends = [0, 12]
      if (backward) ends.reverse()
      getSelection().setBaseAndExtent(block.firstChild, ends[0], block.firstChild, ends[1])
      return { line: block.dataset.line, top: block.getBoundingClientRect().top, words: String(getSelection()) }
    }, backward)
    await pause(200)
    server.release()
    await whenReady(page)
    await pause(300)
    const now = await page.evaluate(line => {
      const root = document.querySelector('framing-reader').shadowRoot
      const words = root.querySelector(`.block[data-line="${line}"] > .text`)
      const [range] = getSelection().getComposedRanges?.({ shadowRoots: [root] }) ?? [getSelection().getRangeAt(0)]
      const { startContainer, startOffset, endContainer, endOffset } = range
      const selected = startContainer === endContainer ? startContainer.textContent.slice(startOffset, endOffset) : null
      return { top: words?.getBoundingClientRect().top, words: selected }
    }, before.line)
    assert.equal(before.words.length, 12)
    assert.ok(Math.abs(now.top - before.top) <= 3, `the line moved from ${before.top} to ${now.top}`)
    assert.equal(now.words, before.words)
  })
}

// Articles of one's own: they come in by every way and in every encoding, are read off the main thread, make a story, and nothing that
// lies on the desk is lost.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { withChromium } from './support/chromium.mjs'
import { APPLES, HARBOR, HARBOR_ACTORS, HARBOR_EDITED, PROGRAM, elsewhere, file, paste, pick, saved } from './support/desk.mjs'
import { SITE, serve } from './support/server.mjs'

const run = promisify(execFile)
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
/** Longest that the main thread may be busy while a megabyte is read, and longest that reading it may take; milliseconds. */
const LONGEST = { task: 50, read: 1_000 }

const visit = withChromium('/desk.html')
const open = (t, options) => visit(t, { ready: false, ...options })
const articles = page => page.locator('.articles > li')
const titles = page => page.locator('.articles h3').allTextContents()
const kept = page => page.locator('.kept[data-state=kept]').waitFor()

test('a pasted article is read, shown line by line, and becomes a story', async t => {
  const page = await open(t)
  await paste(page, HARBOR)
  assert.deepEqual(await titles(page), ['Harbor board leases the old quay to a ferry company'])
  const counted = await articles(page).first().textContent()
  assert.match(counted, /5 paragraphs, 1 quotation, 1 with a speaker · Bargaining in 1 paragraph · Security in 1 paragraph · 2 lines of the page left out/)
  assert.equal(await page.getByLabel('Paste an article').inputValue(), '', 'the box is free for the next one')

  await page.getByRole('button', { name: /^What was found/ }).click()
  const lines = page.locator('.found .line')
  await lines.first().waitFor()
  assert.equal(await lines.count(), HARBOR.split('\n').length)
  assert.equal(await lines.first().locator('select').inputValue(), 'chrome')
  assert.match(await lines.first().textContent(), /Skip to content/)
  assert.equal(await page.locator('.found mark.speaks.f0').textContent(), 'bargaining chip')
  assert.match(await page.locator('.found mark.quoted').textContent(), /^“We gave up .*,”$/)

  await page.getByRole('button', { name: 'Read', exact: true }).click()
  await page.locator('framing-reader').getByText('Harbor board leases the old quay to a …').first().waitFor()
  await page.locator('framing-reader [data-do="toggle 0"]').click()
  await page.locator('framing-reader[data-ready]').waitFor()
  assert.equal(await page.evaluate(() => document.querySelector('framing-reader').framing), 'bargaining')
})

test('the kind of a line is corrected by hand, beside what the engine says, and taken back', async t => {
  const page = await open(t)
  await paste(page, HARBOR)
  await page.getByRole('button', { name: /^What was found/ }).click()
  const kind = page.getByLabel('What line 8 is')
  await kind.selectOption('caption')
  await page.locator('.found .line.caption').getByText('by hand; the engine: paragraph').waitFor()
  await page.getByRole('button', { name: 'Read', exact: true }).click()
  await page.locator('framing-reader[data-ready]').waitFor()
  assert.match(await page.locator('.result .status').textContent(), /^By hand: 1 correction\. /)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.waitForFunction(() => document.querySelector('.found .line:nth-child(8) select').value === 'para')
})

test('actors are proposed, accepted, described, made one and taken out', async t => {
  const page = await open(t)
  await paste(page, HARBOR)
  await page.getByRole('button', { name: 'Look for actors' }).click()
  const lind = page.locator('.proposals li', { hasText: 'Tomas Lind' })
  await lind.waitFor()
  for (const box of await page.locator('.proposals input:checked').all()) await box.uncheck()
  await lind.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Accept 1 actor' }).click()
  const actor = page.locator('.actors > li')
  await actor.waitFor()
  await actor.getByLabel('Role').fill('chairman of the harbor board')
  await page.locator('.articles [data-do=show]').waitFor()
  await kept(page)
  await page.getByRole('button', { name: 'Read', exact: true }).click()
  await page.locator('framing-reader[data-ready]').waitFor()
  assert.ok(await page.evaluate(() => document.querySelector('framing-reader').shadowRoot.textContent.includes('Tomas Lind')))
  await actor.getByRole('button', { name: 'Take out' }).click()
  await page.waitForFunction(() => !document.querySelector('.actors > li'))
})

test('editions are found among several articles', async t => {
  const page = await open(t)
  for (const text of [HARBOR, APPLES, HARBOR_EDITED]) await paste(page, text)
  await page.locator('.kin').waitFor()
  assert.deepEqual(await page.locator('.kin').allTextContents(), ['Another edition of “Harbor board leases the old quay to a ferry company”'])
})

test('files of every kind come in, and what is no text is told and harms nothing', async t => {
  const page = await open(t)
  await paste(page, APPLES)
  await pick(page, [
    file('plain.txt', HARBOR),
    file('page.html', `<!doctype html><title>x</title><style>p{}</style><nav><a>Menu</a></nav><article><h1>${HARBOR.split('\n')[1]}</h1><p>${HARBOR.split('\n').slice(3).join('<p>')}</article>`, 'text/html'),
    file('note.md', '# A *note*\n\nThe ferry is [late](https://example.org) today,\nsaid the captain.\n'),
    file('latin.txt', Buffer.from('The caf\xe9 on the quay is closed, and the cook says: \x93never again\x94.', 'latin1')),
    file('wide.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('The quay is closed until further notice.', 'utf16le')])),
    file('chinese.txt', '港口委员会星期一投票决定出租旧码头。'),
    file('arabic.txt', 'صوّت مجلس الميناء يوم الاثنين على تأجير الرصيف القديم.'),
    file('empty.txt', ''),
    file('scan.pdf', '%PDF-1.7'),
    file('really.txt', '%PDF-1.7'),
    file('zeros.txt', Buffer.alloc(64)),
  ])
  await page.waitForFunction(() => document.querySelectorAll('.articles > li').length === 8)
  await page.waitForFunction(() => document.querySelectorAll('.articles [data-do=show]').length === 8)
  assert.deepEqual(await page.locator('.problems li strong').allTextContents(), ['scan.pdf', 'empty.txt', 'really.txt', 'zeros.txt'])
  const told = await page.locator('.problems li').allTextContents()
  assert.match(told.join('\n'), /scan.pdf Expected .txt.*\nempty.txt There are no words in it.*\nreally.txt This is a PDF.*\nzeros.txt This is no text/)
  const texts = await page.evaluate(async () => {
    const request = indexedDB.open('framing-reader-desk')
    await new Promise(done => (request.onsuccess = done))
    const all = request.result.transaction('files').objectStore('files').getAll()
    await new Promise(done => (all.onsuccess = done))
    return Object.fromEntries(all.result.map(({ name, text }) => [name, text]))
  })
  assert.equal(texts['003.txt'], HARBOR.split('\n').filter((_, n) => n === 1 || n > 2).join('\n'), 'a page comes without its furniture of elements')
  assert.equal(texts['004.txt'], 'A note\nThe ferry is late today, said the captain.')
  assert.equal(texts['005.txt'], 'The café on the quay is closed, and the cook says: “never again”.')
  assert.equal(texts['006.txt'], 'The quay is closed until further notice.')
  assert.match(await articles(page).nth(4).textContent(), /read as windows-1252/)
})

test('a page is taken apart without running or showing any of it', async t => {
  const page = await open(t)
  const lines = await page.evaluate(async () => {
    const { ofHtml } = await import('/desk/lines.js')
    const deep = '<div>'.repeat(20_000) + 'deep' + '</div>'.repeat(20_000)
    return {
      still: ofHtml('<p onclick="x()">One &amp; <b>two</b><br>three<script>window.ran = 1</script><img src="/no" onerror="window.ran = 2"><p hidden>no<p style="display: none">no<pre>a\nb</pre><ul><li>x<li>y</ul><table><tr><td>1<td>2</table><q>said</q>'),
      deep: ofHtml(deep),
      ran: window.ran,
    }
  })
  assert.deepEqual(lines, { still: 'One & two\nthree\na\nb\nx\ny\n1 2\n“said”', deep: 'deep', ran: undefined })
})

test('50 MB and 10,000 files are told in a word each', async t => {
  const page = await open(t)
  await paste(page, APPLES)
  const told = await page.evaluate(async () => {
    const { taken } = await import('/desk/intake.js')
    const all = []
    const files = [new File([new Uint8Array(50 << 20)], 'long.txt'), ...Array.from({ length: 10_000 }, (_, n) => new File(['A line.'], n % 2 ? `${n}.txt` : `${n}.jpg`))]
    for await (const one of taken(files, 3)) all.push(one)
    return all.map(({ name, problem, count, text }) => [name, problem ?? text, count])
  })
  assert.deepEqual(told, [['0.jpg', 'kinds', 5000], ['long.txt', 'large', 50 << 20], ['1.txt', 'A line.', undefined], ['3.txt', 'A line.', undefined], ['5.txt', 'many', 4998]].map(row => row.map(cell => cell ?? undefined)))
  assert.equal(await articles(page).count(), 1, 'what lay there lies there')
})

test('a megabyte is read within a second while the page stays responsive', async t => {
  const page = await open(t)
  await paste(page, APPLES)
  const rounds = await page.evaluate(async text => {
    const { Desk } = await import('/desk/desk.js')
    const desk = new Desk()
    const tasks = []
    new PerformanceObserver(list => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })
    const whole = text.repeat(Math.ceil((1 << 20) / text.length))
    const rounds = []
    for (let round = 0; round < 3; round++) {
      // What the worker has read already it does not read again.
      await desk.forget('long')
      tasks.length = 0
      const steps = []
      const start = performance.now()
      const { blocks } = await desk.read('long', whole, { progress: ({ step }) => steps.push([step, Math.round(performance.now() - start)]) })
      const ms = performance.now() - start
      // Entries come a little after their tasks.
      await new Promise(done => setTimeout(done, 100))
      rounds.push({ ms, steps, blocks, task: Math.max(0, ...tasks) })
    }
    return rounds
  }, `${HARBOR}\n${APPLES}\n`)
  for (const { ms, steps, blocks, task } of rounds) console.log(`1 MB: ${ms.toFixed(0)} ms for ${blocks} lines (${steps.join('; ')}); longest task ${task.toFixed(0)} ms`)
  assert.deepEqual(rounds[0].steps.map(([step]) => step), ['blocks', 'mentions', 'quotations', 'frames'])
  // The machine has other work: the quickest of three counts.
  const [task, ms] = ['task', 'ms'].map(name => Math.min(...rounds.map(round => round[name])))
  assert.ok(task < LONGEST.task, `${task}`)
  assert.ok(ms < LONGEST.read, `${ms}`)
})

for (const [when, press] of [
  ['in the middle of it', async (page, reading) => {
    await page.evaluate(() => { window.during = () => document.querySelector('.articles [data-do=show]')?.click() })
    await reading()
  }],
  ['that begins before and ends after', async (page, reading) => {
    const { x, y, width, height } = await page.locator('.articles [data-do=show]').boundingBox()
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.down()
    await reading()
    await page.mouse.up()
  }],
]) {
  test(`while an article is read again for other names its buttons stay, and a press does what it says: ${when}`, async t => {
    const page = await open(t)
    await paste(page, HARBOR)
    await kept(page)
    await page.evaluate(() => {
      const list = document.querySelector('.articles')
      const show = list.querySelector('[data-do=show]')
      const place = () => ['left', 'top'].map(side => Math.round(show.getBoundingClientRect()[side])).join()
      const before = place()
      const again = () => list.querySelector('[data-state=waiting], [data-state=reading]')
      let during
      new MutationObserver(() => {
        if (!during && again()) {
          during = place()
          window.during?.()
        } else if (during && !again()) {
          window.read ??= { before, during, after: place() }
        }
      }).observe(list, { childList: true, subtree: true, attributes: true })
    })
    await press(page, async () => {
      await elsewhere(page, { 'actors.toml': HARBOR_ACTORS })
      await page.waitForFunction(() => window.read)
      const { before, during, after } = await page.evaluate(() => window.read)
      assert.deepEqual([during, after], [before, before])
    })
    await page.locator('.found mark.names').first().waitFor()
  })
}

test('what is read again for long says how far it is behind its buttons, and can be given up and read', async t => {
  // As long as a long text takes, on whatever machine this runs.
  const worker = await readFile(join(SITE, 'desk/worker.js'), 'utf8')
  const slow = worker.replace('self.breath?.()', 'new Promise(go => setTimeout(go, 1000))')
  assert.notEqual(slow, worker)
  const page = await open(t, { server: await serve({ pages: { '/desk/worker.js': slow } }) })
  const article = articles(page).first()
  await paste(page, HARBOR)
  await kept(page)
  await elsewhere(page, { 'actors.toml': HARBOR_ACTORS })
  await article.locator('.does progress').waitFor()
  assert.deepEqual(await article.locator('button').allTextContents(), ['What was found', 'Take off the desk', 'Cancel'])
  await article.locator('[data-do=cancel]').click()
  await article.getByText('Not read: you canceled it.').waitFor()
  await article.locator('[data-do=again]').click()
  await article.locator('[data-do=show]').waitFor()
  assert.match(await article.textContent(), /5 paragraphs, /)
})

test('reading can be given up, a trap is told, and the worker comes back with what was read', async t => {
  const worker = `let texts = {}
    onmessage = ({ data: { id, ask, args } }) => {
      if (ask === 'put') texts[args[0]] = args[1]
      const text = texts[args?.[0]]
      if (ask === 'read' && text === 'trap') return postMessage({ id, failed: { message: 'unreachable', trapped: true } })
      if (ask === 'read' && text === 'endless') return postMessage({ id, progress: { step: 'blocks', done: 1, of: 4 } })
      postMessage({ id, done: text })
    }`
  const server = await serve({ pages: { '/other.js': worker } })
  const page = await open(t, { server })
  const told = await page.evaluate(async () => {
    const { Desk } = await import('/desk/desk.js')
    let started = 0
    const desk = new Desk(async () => (started++, new Worker('/other.js')))
    const outcome = promise => promise.then(value => value, error => error.cause ?? error.name)
    const give = new AbortController()
    const one = await outcome(desk.read('one', 'words'))
    const endless = outcome(desk.read('two', 'endless', { signal: give.signal, progress: () => give.abort() }))
    const behind = outcome(desk.read('three', 'more words'))
    return [one, await endless, await behind, await outcome(desk.read('four', 'trap')), await outcome(desk.passages('one', 0, 9)), await outcome(desk.passages('four', 0, 9)), started]
  })
  assert.deepEqual(told, ['words', 'AbortError', 'more words', 'panic', 'words', 'unknown', 3])
})

test('a worker that is not there is told on every article, and what was pasted stays', async t => {
  const server = await serve({ refuse: /worker\.js$/ })
  const page = await open(t, { server, tolerate: /404|worker\.js/ })
  await page.getByLabel('Paste an article').fill(HARBOR)
  await page.getByRole('button', { name: 'Put it on the desk' }).click()
  await page.getByText('could not be started').first().waitFor()
})

test('what is done is kept, can be taken back, and comes again after a reload', async t => {
  const page = await open(t)
  await paste(page, HARBOR)
  await paste(page, APPLES)
  assert.equal(await page.getByLabel('Standfirst').first().evaluate(field => {
    field.value = 'They trade the quay. “For what?” 😀 \\ "'
    field.dispatchEvent(new Event('input', { bubbles: true }))
    return document.querySelector('.kept').dataset.state
  }), 'keeping', 'what is typed is not kept before the folder has it')
  await kept(page)
  await page.reload()
  await page.locator('.articles [data-do=show]').nth(1).waitFor()
  assert.equal((await titles(page)).length, 2)
  // The fields are filled once the folder was read.
  await page.waitForFunction(() => [...document.querySelectorAll('.pair textarea')].some(({ value }) => value === 'They trade the quay. “For what?” 😀 \\ "'))

  await page.getByRole('button', { name: /^Take off the desk: Harbor/ }).click()
  await page.waitForFunction(() => document.querySelectorAll('.articles > li').length === 1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.waitForFunction(() => document.querySelectorAll('.articles > li').length === 2)
  assert.match((await titles(page))[0], /^Harbor/)
  await page.getByRole('button', { name: 'Redo' }).click()
  await page.waitForFunction(() => document.querySelectorAll('.articles > li').length === 1)
})

test('two tabs lose nothing: other files merge, the same file asks', async t => {
  const page = await open(t)
  await paste(page, HARBOR)
  await kept(page)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.locator('.articles [data-do=show]').waitFor()
  await paste(other, APPLES)
  await page.locator('.articles > li').nth(1).waitFor()
  assert.match((await titles(page)).join(), /Harbor.*Apple/)

  const told = await page.evaluate(async () => {
    const { Store } = await import('/desk/store.js')
    const [one, two] = [new Store(() => {}), new Store(() => {})]
    await Promise.all([one.open(), two.open()])
    await one.load(), await two.load()
    const told = [await one.save({ 'a.toml': 'one' }), await two.save({ 'b.toml': 'two' }), await two.save({ 'a.toml': 'two' })]
    return [...told, (await one.load(['a.toml']))['a.toml']]
  })
  assert.deepEqual(told, [{}, {}, { 'a.toml': 'one' }, 'one'])
})

test('where the browser keeps nothing, the page says so and goes on', async t => {
  const page = await open(t)
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }
  })
  await page.reload()
  await paste(page, HARBOR)
  await page.getByText('Not kept: save a copy before you leave.').waitFor()
})

test('where storage is full the page says so, loses nothing, and keeps everything once there is room', async t => {
  const page = await open(t)
  await paste(page, HARBOR)
  await kept(page)
  await page.evaluate(() => {
    window.put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }
    // The error of the event handler that it comes up in is the browser's to report.
    addEventListener('error', event => event.preventDefault())
  })
  await paste(page, APPLES)
  await page.getByText('Not kept: save a copy before you leave.').waitFor()
  assert.equal((await titles(page)).length, 2)
  await page.evaluate(() => (IDBObjectStore.prototype.put = window.put))
  await page.getByLabel('Standfirst').first().fill('They trade the quay.')
  await kept(page)
  await page.reload()
  await page.locator('.articles [data-do=show]').nth(1).waitFor()
  assert.equal((await titles(page)).length, 2)
})

test('after a crash everything that lay on the desk is there again', async t => {
  const page = await open(t)
  await paste(page, HARBOR)
  await page.getByLabel('Standfirst').first().fill('They trade the quay.')
  await kept(page)
  const devtools = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  devtools.send('Page.crash').catch(() => {})
  await crashed
  const again = await page.context().newPage()
  await again.goto(page.url())
  await again.locator('.articles [data-do=show]').waitFor()
  await again.waitForFunction(() => [...document.querySelectorAll('.pair textarea')].some(({ value }) => value === 'They trade the quay.'))
})

test('the folder goes out as a .zip that the command line accepts, and comes in again', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'desk-'))
  t.after(() => rm(folder, { recursive: true }))
  const page = await open(t)
  await paste(page, HARBOR)
  await paste(page, APPLES)
  const { path: archive } = await saved(page, folder, page.getByRole('button', { name: /^Save the story folder/ }))
  await run('unzip', ['-q', archive, '-d', join(folder, 'story')])
  assert.equal(await readFile(join(folder, 'story/001.txt'), 'utf8'), HARBOR)
  const { stderr } = await run(PROGRAM, ['check', join(folder, 'story')])
  assert.doesNotMatch(stderr, /: (?:error|warning):/)

  for (const name of ['Harbor', 'Apple']) await page.getByRole('button', { name: new RegExp(`^Take off the desk: ${name}`) }).click()
  await page.waitForFunction(() => !document.querySelectorAll('.articles > li').length)
  await page.locator('.does input[type=file]').setInputFiles(archive)
  await page.locator('.articles [data-do=show]').nth(1).waitFor()
  assert.match((await titles(page)).join(), /Harbor.*Apple/)
})

for (const [width, colorScheme] of [[1280, 'light'], [360, 'dark']]) {
  test(`the page passes axe-core at ${width} pixels, ${colorScheme}, and fits`, async t => {
    const page = await open(t, { viewport: { width, height: 800 }, colorScheme })
    await paste(page, HARBOR)
    await pick(page, [file('scan.pdf', '%PDF')])
    await page.getByRole('button', { name: /^What was found/ }).click()
    await page.locator('.found .line').first().waitFor()
    const source = await readFile(AXE, 'utf8')
    await page.evaluate(source)
    const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), [])
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out')
  })
}

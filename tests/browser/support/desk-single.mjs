// From paste to copy and on from there, in the single file on a disk, as every browser is asked to do it: a story is put on the desk,
// read, saved as a copy, opened from the disk, read again, gone on with, saved again and opened again. The words are such as
// would end an element, begin a comment or break a script, were they ever taken for markup.

import assert from 'node:assert/strict'

/** Words that must come through as they are. */
export const HOSTILE = {
  title: 'The quay </title><b id="hostile">&amp; --> “1”',
  framing: '</framing-reader><b id="hostile">Toll',
  standfirst: 'They trade </script><script>window.hostile = 1</script> 😀 \\ "',
  changed: 'They trade <!-- the quay\u2028for a toll. --> 港口 الميناء',
  article: [
    '</script><script id="framing-reader-story">window.hostile = 1</script>: the board leases the quay',
    'The harbor board <!-- voted on Monday to lease the old quay <script> to a ferry company for twenty years, its chairman said after a long meeting.',
    '“We gave up nothing --> that we\u2028will miss,” said Tomas Lind, the chairman of the board, when the </framing-reader> vote had been counted.',
    'The lease is a bargaining chip 😀 in the talks over the toll &lt;b&gt;, a member of the board said, and nobody in the room denied it.',
  ].join('\n'),
}

/** In the page: what is done to it, one step each. */
const STEPS = {
  toDesk: () => document.querySelector('a[href="#desk"]').click(),
  fill: (label, value) => {
    const field = [...document.querySelectorAll('.desk label')].find(({ textContent }) => textContent.startsWith(label))
    const { control } = field
    control.value = value
    control.dispatchEvent(new Event('input', { bubbles: true }))
  },
  value: label => [...document.querySelectorAll('.desk label')].find(({ textContent }) => textContent.startsWith(label)).control.value,
  press: name => document.querySelector(`.desk [data-do="${name}"]`).click(),
  /** Notes the text of what is handed out. */
  catchCopy: () => {
    const make = URL.createObjectURL
    URL.createObjectURL = blob => {
      if (blob.type === 'text/html') blob.text().then(text => (window.copy = text))
      return make.call(URL, blob)
    }
  },
  copy: () => window.copy,
  desk: () => document.querySelector('.desk #paste') && true,
  articles: count => document.querySelectorAll('.desk .articles [data-do="show"]').length === count,
  read: () => document.querySelector('.desk framing-reader[data-ready]')?.shadowRoot.textContent,
  story: () => document.querySelector('#story framing-reader[data-ready]')?.shadowRoot.querySelector('h2.title')?.textContent,
  status: () => document.querySelector('.desk .result .status').textContent,
  warned: () => document.querySelector('.desk .result .status').textContent.includes('forbids downloads'),
  found: () => ({
    title: document.title,
    plain: document.querySelector('#story framing-reader').textContent,
    linked: Boolean(document.getElementById('reader/001/2')),
    elements: document.querySelectorAll('[id="hostile"]').length + [...document.querySelectorAll('framing-reader')].reduce((sum, { shadowRoot }) => sum + (shadowRoot?.querySelectorAll('[id="hostile"]').length ?? 0), 0),
    ran: Boolean(window.hostile),
    heading: document.querySelector('.desk .articles h3')?.textContent,
  }),
  asked: () => performance.getEntriesByType('resource').map(({ name }) => name).filter(name => !/^(?:data|blob):/.test(name)),
}

/** In a frame without an origin: an article is put on the desk and read there. */
export async function inGuest({ run, until }) {
  await run(STEPS.toDesk)
  await until(STEPS.desk)
  await run(STEPS.fill, 'Paste an article', HOSTILE.article)
  await run(STEPS.press, 'put')
  await until(STEPS.articles, 1)
  await run(STEPS.press, 'read')
  assert.ok((await until(STEPS.read)).includes('Tomas Lind'))
  await run(STEPS.press, 'save')
  await until(STEPS.warned)
}

/**
 * Goes the whole way. `page` has `open(address)`, `run(step, …)` and `until(step, …)`, which run a function in the page; `put(name, text)` writes
 * a file beside the single file and gives its address. `saved()`, where there is one, gives what the browser saved.
 */
export async function wholeWay(page, disk, saved) {
  const { run, until } = page
  const desk = async address => {
    await page.open(address)
    await until(STEPS.story)
    await run(STEPS.catchCopy)
    await run(STEPS.toDesk)
    await until(STEPS.desk)
  }
  const copy = async name => {
    const file = saved?.()
    await run(STEPS.press, 'save')
    const text = await until(STEPS.copy)
    if (file) assert.equal(await file, text, 'what the browser saved')
    assert.match(await run(STEPS.status), /^The copy went to your downloads as “The quay title b id= hostile &amp; -- “1”\.html”/)
    return disk.put(name, text)
  }
  const same = async () => {
    const { title, plain, linked, elements, ran, heading } = await run(STEPS.found)
    assert.equal(title, HOSTILE.title)
    // Letters of framings stand between other words.
    for (const words of ['<!-- voted on', '<script> to a ferry', '--> that we\u2028will', '</framing-reader> vote', '&lt;b&gt;']) assert.ok(plain.includes(words), words)
    assert.ok(linked, 'lines have their addresses')
    assert.deepEqual([elements, ran], [0, false], 'no word of the story has become markup')
    assert.equal(heading, HOSTILE.article.split('\n')[0])
  }

  await desk(disk.address)
  await run(STEPS.fill, 'Paste an article', HOSTILE.article)
  await run(STEPS.press, 'put')
  await until(STEPS.articles, 1)
  for (const [label, value] of [['Title of the story', HOSTILE.title], ['Name', HOSTILE.framing], ['Standfirst', HOSTILE.standfirst]]) await run(STEPS.fill, label, value)
  await run(STEPS.press, 'read')
  const read = await until(STEPS.read)
  for (const words of [HOSTILE.title, HOSTILE.framing, HOSTILE.standfirst]) assert.ok(read.includes(words), words)
  const first = await copy('copy.html')

  await desk(first)
  assert.equal(await run(STEPS.story), HOSTILE.title)
  await until(STEPS.articles, 1)
  assert.equal(await run(STEPS.value, 'Standfirst'), HOSTILE.standfirst)
  await same()
  await run(STEPS.press, 'read')
  assert.ok((await until(STEPS.read)).includes(HOSTILE.framing))
  await run(STEPS.fill, 'Standfirst', HOSTILE.changed)
  const second = await copy('again.html')

  await desk(second)
  await until(STEPS.articles, 1)
  assert.equal(await run(STEPS.value, 'Standfirst'), HOSTILE.changed)
  await same()
  const { plain } = await run(STEPS.found)
  assert.ok(plain.includes(HOSTILE.changed) && !plain.includes(HOSTILE.standfirst), 'nothing is left of the copy before')
  assert.deepEqual(await run(STEPS.asked), [])
}

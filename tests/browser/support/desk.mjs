// The page for articles of one's own, as the tests use it: articles of an invented story, and what is asked of the page again and again.

/** An article with furniture of its page, quotations, and words for both framings. */
export const HARBOR = [
  'Skip to content',
  'Harbor board leases the old quay to a ferry company',
  'By Ada Berg',
  'The harbor board voted on Monday to lease the old quay to a ferry company for twenty years, its chairman said after a long meeting.',
  '“We gave up nothing that we will miss,” said Tomas Lind, the chairman of the board, when the vote had been counted.',
  'The lease is a bargaining chip in the talks over the toll, a member of the board said, and nobody in the room denied it.',
  'The coast guard warned that a foreign company at the quay would threaten national security, because its patrol boats lie there.',
  'The company expects the first ferry in the spring and has promised to keep the fish market where it is for the whole of the lease.',
  'Share this article',
].join('\n')

/** The same article in another edition. */
export const HARBOR_EDITED = HARBOR.replace('on Monday', 'on Monday evening').replace('Skip to content\n', '')

/** An article on something else. */
export const APPLES = [
  'Apple growers expect the smallest harvest for ten years',
  'Apple growers in the valley expect the smallest harvest for ten years after frost in April, their cooperative said on Friday.',
  '“There will be cider, but not much of it,” said Ines Varga, who runs the press in the village and buys from forty orchards.',
  'The cooperative has asked the province for a loan that would carry its members over the winter and the next spring.',
].join('\n')

/** Pastes an article and waits until it was read. */
export async function paste(page, text) {
  const articles = page.locator('.articles > li')
  const before = await articles.count()
  await page.getByLabel('Paste an article').fill(text)
  await page.getByRole('button', { name: 'Put it on the desk' }).click()
  await articles.nth(before).locator('[data-do=show]').waitFor()
}

/** Files as a browser picks them. */
export const file = (name, body, mimeType = '') => ({ name, mimeType, buffer: Buffer.from(body) })

/** Picks files as somebody does with the button. */
export const pick = (page, files) => page.locator('.drop input[type=file]').setInputFiles(files)

/** Articles in Arabic and Chinese. */
export const ARABIC = [
  'مجلس الميناء يؤجر الرصيف القديم لشركة عبارات',
  'صوّت مجلس الميناء يوم الاثنين على تأجير الرصيف القديم لشركة عبارات لمدة عشرين عاما، كما قال رئيسه بعد اجتماع طويل حضره كثير من الصيادين.',
  'وقال خفر السواحل إن الشركة الأجنبية عند الرصيف قد تهدد زوارق الدورية التي ترسو هناك منذ سنوات طويلة.',
].join('\n')
export const CHINESE = [
  '港口委员会把旧码头租给渡轮公司',
  '港口委员会星期一投票决定把旧码头租给一家渡轮公司，租期二十年，委员会主席在一次很长的会议之后这样说，许多渔民也在场。',
  '海岸警卫队警告说，停在码头的外国公司可能威胁在那里停泊多年的巡逻艇，他们希望市政府重新考虑这项决定。',
].join('\n')

/** The command line: the one that is named, or the one that this repository has built. */
export const PROGRAM = process.env.FRAMING_READER ?? new URL('../../../target/release/framing-reader', import.meta.url).pathname

/** The files of the folder as the browser keeps them, by name. */
export const files = page =>
  page.evaluate(async () => {
    const request = indexedDB.open('framing-reader-desk')
    await new Promise(done => (request.onsuccess = done))
    const all = request.result.transaction('files').objectStore('files').getAll()
    await new Promise(done => (all.onsuccess = done))
    return Object.fromEntries(all.result.map(({ name, text }) => [name, text]))
  })

/** A story folder of these files, `{ name: text }`, as the .zip that somebody picks. */
export async function folderOf(page, files) {
  const base64 = await page.evaluate(async files => {
    const { packed } = await import('/desk/zip.js')
    const encoder = new TextEncoder()
    const blob = await packed(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)]))
    const bytes = new Uint8Array(await blob.arrayBuffer())
    return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
  }, files)
  return { name: 'story.zip', mimeType: 'application/zip', buffer: Buffer.from(base64, 'base64') }
}

/** What a button hands out: where it was saved in a folder, and what it is called. */
export async function handed(page, folder, button) {
  const waiting = page.waitForEvent('download')
  await button.click()
  const download = await waiting
  const name = download.suggestedFilename()
  const path = `${folder}/${name}`
  await download.saveAs(path)
  return { path, name }
}

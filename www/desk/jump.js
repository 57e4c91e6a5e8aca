// The way to a line of what was found in an article, however far down it is.

/** Longest wait for lines that were asked for, in milliseconds. */
const PATIENCE = 5_000

/** Gives the focus to a line in a section of lines (found.js), and asks for more of them until it is there. */
export async function toLine(section, line) {
  for (;;) {
    const rows = [...section.querySelectorAll('.line')]
    const row = rows.find(row => row.querySelector('.number')?.textContent === String(line))
    const more = section.querySelector(':scope > button:not([hidden])')
    if (row || !more) {
      const words = row?.querySelector('.words')
      words?.focus()
      words?.scrollIntoView({ block: 'center' })
      return
    }
    const grown = new Promise(done => {
      const observer = new MutationObserver(() => done(observer.disconnect()))
      observer.observe(section, { childList: true, subtree: true })
      setTimeout(() => done(observer.disconnect()), PATIENCE)
    })
    more.click()
    await grown
    if (section.querySelectorAll('.line').length === rows.length) return
  }
}

// The story's annotations in the formats that other programs read, as files to keep: one file as it is, several as a .zip. The worker
// writes them, by the same functions as `framing-reader export`.

import { make } from './dom.js'
import { FORMATS, WORDS } from './words.js'
import { packed } from './zip.js'

const TYPES = { jsonld: 'application/ld+json', jsonl: 'application/jsonl', csv: 'text/csv' }

/** The choice of a format with its button. `files()` gives the folder's files as bytes; `tell(words)` says what keeps them from going out. */
export function formats(desk, files, tell) {
  const choice = make('select', {}, ...FORMATS.map(({ format, name }) => make('option', { value: format }, name)))
  const hint = make('p', { className: 'quiet', id: 'format-hint' })
  const button = make('button', { type: 'button', 'data-do': 'format' }, WORDS.saveFormat)
  const describe = () => (hint.textContent = FORMATS.find(({ format }) => format === choice.value).hint)
  choice.setAttribute('aria-describedby', hint.id)
  choice.addEventListener('change', describe)
  describe()
  button.addEventListener('click', async () => {
    button.disabled = true
    try {
      const written = await desk.formatted(files(), choice.value)
      tell('')
      await save(written, choice.value)
    } catch (error) {
      tell(WORDS.problems[error.cause] ?? WORDS.notSaved(error.message))
    }
    button.disabled = false
    button.focus()
  })
  return make('div', { className: 'formats' }, make('label', {}, WORDS.format, choice), button, hint)
}

/** Hands files out, `[name, text]` each. */
async function save(files, format) {
  const encoder = new TextEncoder()
  const [[name, text]] = files
  const alone = files.length === 1
  const blob = alone
    ? new Blob([encoder.encode(text)], { type: TYPES[name.split('.').pop()] ?? 'text/plain' })
    : await packed(files.map(([name, text]) => [name, encoder.encode(text)]))
  const address = URL.createObjectURL(blob)
  make('a', { href: address, download: alone ? name : `${format}.zip` }).click()
  // Not before the browser has begun to write it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

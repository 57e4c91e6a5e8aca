// The page that hands out the snippet: 1. offers the framings and articles of the story, which the build has written down; 2. writes the lines
// for what is chosen; 3. shows it in a reader on this page; 4. copies the lines.

const form = document.querySelector('.choices')
const reader = document.querySelector('main framing-reader')
const code = document.querySelector('#code')
const copied = document.querySelector('#copied')

/** Where the files are: beside this page. */
const at = name => new URL(name, document.baseURI).href
/** What the reader's attributes are called here; the address of this page belongs to nobody's snippet. */
const SHOWN = ['framing', 'document', 'theme', 'cards']
/** A reader that runs stays where it is when its article is no longer named. */
const UNSET = { document: 'overview' }

const HINTS = {
  module: 'The files of this site stay together: the script finds the others beside it.',
  classic: 'One script, and nothing else is loaded. It may also be pasted between the tags.',
  frame: 'The frame tells its height to Datawrapper’s script, pym.js, AMP, WordPress, Medium and whoever listens as they do.',
  npm: 'The folder “package” beside this page is the package: install it from there, or from what npm pack makes of it.',
}
const ARTICLE = '  The article as plain HTML, for whoever cannot run scripts.\n'

const LINES = {
  module: chosen => `<script type="module" src="${at('framing-reader.js')}"></script>\n${tag(chosen)}`,
  classic: chosen => `<script src="${at('framing-reader.classic.js')}" defer></script>\n${tag(chosen)}`,
  frame: ({ hash, ...chosen }) => {
    const query = String(new URLSearchParams(chosen))
    const address = at(`frame.html${query && `?${query}`}`)
    return `<iframe src="${quoted(address)}" title="${quoted(title())}" width="100%" height="1000" style="border:0"></iframe>`
  },
  npm: chosen => `npm install ./package\n\nimport 'framing-reader'\n\n${tag(chosen)}`,
}

const quoted = text => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
const title = () => document.title.replace(/^[^:]*: /, '')
const tag = chosen => {
  const attributes = Object.entries(chosen).map(([name, value]) => ` ${name}="${quoted(value)}"`)
  return `<framing-reader${attributes.join('')}>\n${ARTICLE}</framing-reader>`
}

// 1.
const options = (name, values) => {
  const select = form.elements[name]
  for (const [value, label] of values) select.append(new Option(label, value))
}
const { framings, documents } = JSON.parse(document.querySelector('#story').textContent)
options('framing', framings)
options('document', documents)

// 2. and 3.
function show() {
  const { way, ...all } = Object.fromEntries(new FormData(form))
  if (!form.elements.hash.validity.valid) all.hash = ''
  form.elements.hash.disabled = way === 'frame'
  const chosen = Object.fromEntries(Object.entries(all).filter(([, value]) => value))
  document.querySelector('#hint').textContent = HINTS[way]
  document.querySelector('#between').hidden = way === 'frame'
  code.textContent = LINES[way](chosen)
  for (const name of SHOWN) {
    const value = chosen[name] ?? UNSET[name]
    if (value) reader.setAttribute(name, value)
    else reader.removeAttribute(name)
  }
  copied.textContent = ''
}
form.addEventListener('input', show)
form.addEventListener('submit', event => event.preventDefault())
show()

// 4.
document.querySelector('#copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(code.textContent)
    copied.textContent = 'Copied.'
  } catch {
    getSelection().selectAllChildren(code)
    copied.textContent = 'The lines are selected: copy them with your keyboard.'
  }
})

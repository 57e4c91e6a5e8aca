// Asks, in one quiet line at the foot of the window, whether to go over to the newer version that waits. Loaded only then.

/** The words of the line, with their language. */
const WORDS = { language: 'en', ready: 'A newer version is ready.', reload: 'Reload', later: 'Later' }

const STYLES = `
  .update { position: fixed; inset: auto 0 0; display: flex; gap: 1em; justify-content: center; align-items: baseline; margin: 0; padding: 0.4em 1em;
    border-top: 1px solid light-dark(#d9d2c4, #3a3630); background: light-dark(#fdfbf6, #171614); color: light-dark(#6a6459, #9f988b); font: 0.8125rem/1.6 system-ui, sans-serif }
  .update button { min-height: 24px; padding: 0.1em 0.6em; font: inherit }
  @media print { .update { display: none } }
`
/** What keeps what the reader opens clear of the line. */
const COVERED = '--framing-reader-bottom'

const own = navigator.serviceWorker
const reader = document.querySelector('framing-reader')
const line = document.createElement('p')
line.className = 'update'
line.lang = WORDS.language
line.setAttribute('role', 'status')

/** A button of the line. */
function button(words, press) {
  const button = document.createElement('button')
  button.type = 'button'
  button.append(words)
  button.onclick = press
  return button
}

async function reload() {
  const { waiting } = (await own.getRegistration()) ?? {}
  // Gone where another tab has said so first.
  if (!waiting) return location.reload()
  own.oncontrollerchange = () => location.reload()
  waiting.postMessage('go')
}

function leave() {
  line.remove()
  reader?.style.removeProperty(COVERED)
}

const sheet = new CSSStyleSheet()
sheet.replaceSync(STYLES)
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
document.body.append(line)
line.append(WORDS.ready, button(WORDS.reload, reload), button(WORDS.later, leave))
reader?.style.setProperty(COVERED, `${Math.ceil(line.getBoundingClientRect().height)}px`)

// Cards and a switch in plain JavaScript: what somebody writes who needs just this once. The page's HTML holds all marks and notes.

const REST = 500
const LEAVE = 250
const GAP = 8

const article = document.querySelector('article')
const { actors, framings } = JSON.parse(document.getElementById('data').textContent)
const status = article.querySelector('[role="status"]')

// The switch: one attribute, which the stylesheet reads.

const choices = [...article.querySelectorAll('.switch button')]

function choose(framing) {
  article.dataset.framing = framing
  for (const choice of choices) choice.setAttribute('aria-pressed', choice.dataset.framing === framing)
  const all = article.querySelectorAll('.block')
  const count = [...all].filter(block => block.dataset.frames.split(' ').includes(framing)).length
  status.textContent = framing === 'none' ? '' : `${count} of ${all.length} paragraphs`
  if (open) fill(open.dataset.actor)
}

for (const choice of choices) {
  choice.addEventListener('click', () => choose(article.dataset.framing === choice.dataset.framing ? 'none' : choice.dataset.framing))
}

// The card: one element for all names.

const card = document.createElement('div')
card.className = 'card placed'
card.hidden = true
card.tabIndex = -1
card.setAttribute('role', 'dialog')
card.setAttribute('aria-labelledby', 'card-name')
document.body.append(card)

let open
let timer

function element(tag, text, id) {
  const made = document.createElement(tag)
  made.textContent = text
  if (id) made.id = id
  return made
}

function fill(actor) {
  const { name, kind, role, stances } = actors[actor]
  const current = article.dataset.framing
  const shown = framings.filter(({ id }) => current === 'none' || current === id)
  card.replaceChildren(element('h2', name, 'card-name'), element('p', kind), element('p', role), ...shown.flatMap(({ id, name }) => [
    element('h3', name),
    element('p', stances[id] ? `As ${stances[id].as}: ${stances[id].text}` : 'These articles state none.'),
  ]))
}

function show(name) {
  clearTimeout(timer)
  if (open === name) return
  hide()
  open = name
  name.setAttribute('aria-expanded', true)
  fill(name.dataset.actor)
  card.hidden = false
  const [at] = name.getClientRects()
  const { width, height } = card.getBoundingClientRect()
  const below = at.bottom + GAP + height <= innerHeight
  card.style.top = `${below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - height)}px`
  card.style.left = `${Math.max(GAP, Math.min(at.left, innerWidth - GAP - width))}px`
}

function hide({ focus } = {}) {
  clearTimeout(timer)
  if (!open) return
  open.setAttribute('aria-expanded', false)
  card.hidden = true
  if (focus) open.focus()
  open = undefined
}

const nameOf = target => target.closest?.('.name')
const later = (delay, then) => {
  clearTimeout(timer)
  timer = setTimeout(then, delay)
}

document.addEventListener('pointerover', ({ target, pointerType }) => {
  if (pointerType !== 'mouse') return
  const name = nameOf(target)
  if (name) later(open ? 0 : REST, () => show(name))
  else if (card.contains(target)) clearTimeout(timer)
  else if (open) later(LEAVE, hide)
  else clearTimeout(timer)
})
document.addEventListener('click', ({ target }) => {
  const name = nameOf(target)
  if (name) show(name)
  else if (!card.contains(target) && !choices.includes(target)) hide()
})
document.addEventListener('keydown', event => {
  const name = nameOf(event.target)
  if (name && (event.key === 'Enter' || event.key === ' ')) {
    event.preventDefault()
    show(name)
    card.focus()
  } else if (event.key === 'Escape') hide({ focus: card.contains(document.activeElement) })
})
document.addEventListener('scroll', () => hide(), { passive: true })

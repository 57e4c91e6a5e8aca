// Every name as an annotation of Recogito's; the annotator shows them and says which was pressed, the card is the page's own.

import { createTextAnnotator } from '@recogito/text-annotator'
import '@recogito/text-annotator/text-annotator.css'

const { actors, framings, annotations } = JSON.parse(document.getElementById('data').textContent)
const article = document.querySelector('article')
const annotator = createTextAnnotator(article, { annotatingEnabled: true, userSelectAction: 'SELECT' })
annotator.setAnnotations(annotations)

const card = document.createElement('div')
card.className = 'card placed'
card.hidden = true
card.setAttribute('role', 'dialog')
document.body.append(card)

const element = (tag, text) => Object.assign(document.createElement(tag), { textContent: text })

annotator.on('selectionChanged', ([annotation]) => {
  card.hidden = !annotation
  if (!annotation) return
  const { name, kind, role, stances } = actors[annotation.bodies[0].value]
  card.replaceChildren(element('h2', name), element('p', kind), element('p', role), ...framings.flatMap(({ id, name }) => [
    element('h3', name),
    element('p', stances[id] ? `As ${stances[id].as}: ${stances[id].text}` : 'These articles state none.'),
  ]))
  const at = annotator.state.store.getAnnotationBounds(annotation.id)
  // The annotator measures from the article's corner.
  const { left, top } = article.getBoundingClientRect()
  card.style.top = `${top + at.bottom + 8}px`
  card.style.left = `${left + at.left}px`
})

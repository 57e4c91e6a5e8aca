// The pages' common parts as HTML: the page around an article, and the article plain or with its names, evidence and notes marked.

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escaped = text => String(text).replace(/[&<>"]/g, letter => ESCAPES[letter])

/** A value inside an HTML script element. */
export const inline = (id, value) =>
  `<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`

/** The page that a newsroom has anyway: a head, the article, a foot. Every contestant's is this one. */
export const page = ({ title }, { head = '', main, end = '' }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="article.css">
${head}
</head>
<body>
<header><p>A newspaper</p></header>
<main>
${main}
</main>
<footer><p>Set up for a comparison.</p></footer>
${end}
</body>
</html>
`

const standfirst = ({ id, name, standfirst }) =>
  `<p class="standfirst" data-framing="${id}"><b>${escaped(name)}.</b> ${escaped(standfirst)}</p>`

/** Marks the first paragraph for the browser's own clock of when its words were painted. */
const timed = index => (index === 0 ? ' elementtiming="text"' : '')

export const plain = article => `<article>
<h1>${escaped(article.title)}</h1>
${article.framings.map(standfirst).join('\n')}
${article.paragraphs.map(({ text }, index) => `<p${timed(index)}>${escaped(text)}</p>`).join('\n')}
</article>`

/** The article with its names, each made by `name(text, actor)`. */
export const named = (article, name) => `<article>
<h1>${escaped(article.title)}</h1>
${article.framings.map(standfirst).join('\n')}
${article.paragraphs.map(({ pieces }, index) => `<p${timed(index)}>${words(pieces, name)}</p>`).join('\n')}
</article>`

function words(pieces, name, mark = text => text) {
  return pieces
    .map(({ text, actor, frames }) => {
      const shown = mark(escaped(text), frames)
      return actor ? name(shown, actor) : shown
    })
    .join('')
}

/** The article with a switch, names, the evidence and notes of both framings; what is shown is a matter of one attribute. */
export const switched = article => `<article data-framing="none">
<h1>${escaped(article.title)}</h1>
<div class="switch" role="group" aria-label="Read as">
${article.framings.map(({ id, name }) => `<button type="button" data-framing="${id}" aria-pressed="false">${escaped(name)}</button>`).join('\n')}
</div>
<p role="status"></p>
${article.framings.map(standfirst).join('\n')}
${article.paragraphs.map(({ pieces, frames, notes }, index) => `<div class="block" data-frames="${frames.join(' ')}">
<p${timed(index)}>${words(pieces, button, evidence)}</p>
${Object.entries(notes).map(([framing, text]) => `<p class="note" data-framing="${framing}">${escaped(text)}</p>`).join('\n')}
</div>`).join('\n')}
</article>`

const button = (text, actor) => `<span class="name" role="button" tabindex="0" aria-haspopup="dialog" aria-expanded="false" data-actor="${actor}">${text}</span>`
const evidence = (text, frames) => (frames.length ? `<mark data-frames="${frames.join(' ')}">${text}</mark>` : text)

// A story from a stranger: markup, scripts, addresses that run code, characters that turn text around, words without an end, ids
// that are names of every object's own properties, thousands of actors.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What must stay text wherever it stands; each would note itself in `window.ran` if it ran. */
export const ATTACKS = [
  '<script>window.ran=1</script>',
  '<img src=x onerror=window.ran=2>',
  '"><svg onload=window.ran=3>',
  'javascript:window.ran=4',
  '</template></style><style>*{display:none}</style>',
  '{{constructor.constructor("window.ran=5")()}}',
  '&lt;b&gt; &#x3C;i&#x3E; %3Cscript%3E',
  // Bidi controls that nobody closes, a joiner, an emoji of several code points, a lone combining mark.
  '\u202Eturned around \u2066 and \u2067 around',
  '\u200D\u0301 👩‍👩‍👧‍👦 \uFEFF',
]
/** Ids that every object knows. */
const IDS = ['constructor', 'prototype', 'hasownproperty', 'tostring']

const quoted = text => JSON.stringify(text)

/** Writes the folder of such a story, with so many actors besides, and words of 20 times `long` letters. */
export async function hostileStory(folder, actors, long) {
  const LONG = 'Supercalifragilistic'.repeat(long)
  await mkdir(folder, { recursive: true })
  const write = (name, text) => writeFile(join(folder, name), text)
  const all = ATTACKS.join(' ')

  await write('story.toml', `
format = 1
id = "constructor"
title = ${quoted(`${ATTACKS[0]} ${LONG} ${all}`)}
language = "en"
text = ${quoted(all)}
[coding]
coder = ${quoted(ATTACKS[1])}
date = 2026-01-01
version = ${quoted(ATTACKS[3])}
codebook = "CODEBOOK.md"
method = ${quoted(all)}
contact = ${quoted(ATTACKS[3])}
${['bargaining', 'security'].map((id, index) => `
[[framing]]
id = "${id}"
name = ${quoted(`${ATTACKS[index]}`)}
asks = ${quoted(all)}
standfirst = ${quoted(`${LONG} ${all}`)}
sources = ["constructor:1"]
`).join('')}
${IDS.slice(0, 2).map(id => `
[[document]]
id = "${id}"
label = ${quoted(`${ATTACKS[2]} ${ATTACKS[7]}`)}
about = ${quoted(all)}
raw = "none.txt"
`).join('')}`)

  const name = index => `${ATTACKS[1]} Actor${index}`
  const rows = [
    ...IDS.map((id, index) => ({ id, name: `Name${index} ${ATTACKS[index]} ${ATTACKS[7]}`, aliases: [`Alias${index} ${LONG}`] })),
    ...Array.from({ length: actors }, (_, index) => ({ id: `actor-${index}`, name: name(index), aliases: [`Plain Person${index}`] })),
  ]
  await write('actors.toml', rows.map(({ id, name, aliases }) => `
[[actor]]
id = "${id}"
name = ${quoted(name)}
kind = "person"
side = "other"
role = ${quoted(`${all} ${LONG}`)}
role_source = "constructor:1"
aliases = ${JSON.stringify(aliases)}
[actor.stance.bargaining]
as = "reported"
text = ${quoted(all)}
source = "constructor:1"
[actor.stance.security]
as = "none"
`).join(''))

  const named = rows.slice(0, 40).map(({ name, aliases }) => `${name} met ${aliases[0]}.`)
  const paragraphs = [all, LONG, ...named, ...ATTACKS]
  for (const id of IDS.slice(0, 2)) {
    await write(`${id}.txt`, paragraphs.map((text, index) => `[${index + 1}] ${text}\n`).join('\n'))
    await write(`${id}.toml`, paragraphs.map((text, index) => `
[[paragraph]]
line = ${index + 1}
frames = ["${index % 2 ? 'security' : 'bargaining'}"]
reason = ${quoted(all)}
evidence.${index % 2 ? 'security' : 'bargaining'} = [${quoted(text.split(' ')[0])}]
note.${index % 2 ? 'security' : 'bargaining'} = { text = ${quoted(`${all} ${LONG}`)}, sources = ["constructor:1"] }
`).join(''))
  }
  await write('CODEBOOK.md', '- **B1 Rule.** A rule.\n')
  await write('events.toml', '')
  await write('questions.toml', '')
}

// Follows seeds/GUIDE.md word by word, in an empty folder, with nothing in reach but the program: node tests/guide.mjs PROGRAM
//
// A fenced block whose words name a file is written there, `sh` is run line by line, and `output` is what the line before has printed.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const GUIDE = new URL('../seeds/GUIDE.md', import.meta.url)
/** A fenced block: what stands behind the fence, and what is in it. */
const BLOCK = /^```(\S+) ?(\S*)\n(.*?)^```$/gms
/** The program as the guide calls it. */
const NAME = 'framing-reader '

const program = resolve(process.argv[2])
const folder = mkdtempSync(join(tmpdir(), 'framing-reader-'))
let printed = ''

/** Runs a line of the guide. */
function run(line) {
  assert.ok(line.startsWith(NAME), `expected a line that runs framing-reader, found \`${line}\``)
  const { status, stdout, stderr } = spawnSync(program, line.slice(NAME.length).split(' '), { cwd: folder, env: { PATH: '/nowhere' }, encoding: 'utf8' })
  printed = stdout + stderr
  assert.equal(status, 0, `${line}\n${printed}`)
  assert.doesNotMatch(stderr, /warning/, line)
}

try {
  for (const [, kind, file, text] of readFileSync(GUIDE, 'utf8').matchAll(BLOCK)) {
    if (file) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    } else if (kind === 'sh') text.trim().split('\n').forEach(run)
    else if (kind === 'output') assert.equal(printed.trim(), text.trim())
    else assert.fail(`a block of a kind that nobody follows: ${kind}`)
  }
  const site = readdirSync(join(folder, 'ferry-site'))
  for (const name of ['framing-reader.html', 'index.html', 'snippet.html', 'package']) assert.ok(site.includes(name), name)
  const index = readFileSync(join(folder, 'ferry-site/index.html'), 'utf8')
  assert.match(index, /<em>Deal<\/em> or as <em>Watch<\/em>/)
  assert.match(index, /<meta name="description" content="[^"]*: Deal and Watch\."/)
  assert.doesNotMatch(index, /bargaining|<!--/i)
  const page = readFileSync(join(folder, 'ferry-site/framing-reader.html'), 'utf8')
  for (const words of ['The quay of Marnhavn', 'Whoever sits in that cafe']) assert.ok(page.includes(words), words)
} finally {
  rmSync(folder, { recursive: true })
}
console.log('the guide was followed')

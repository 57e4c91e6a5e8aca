// The contestants: each is an address with its files, and four questions that are asked inside its page. Every page shows the same
// article; what needs a server elsewhere is answered by this one.

import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { SITE } from '../browser/support/server.mjs'
import { escaped, inline, named, page, plain, switched } from './html.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const PAGES = join(HERE, 'pages')
const { resolve } = createRequire(import.meta.url)

const own = name => readFile(join(PAGES, name))
const text = async path => (await readFile(path)).toString()

/**
 * All contestants, `{ key, label, note, files, answers, here }`, by their order in the tables.
 *
 * `files` are by their path below the contestant's address; `answers` are functions of a request's address in their place.
 * `here` are functions that run in the page, each on its own:
 * - `ready`: whether everything that the page does by itself is done;
 * - `choices` and `framing`, with a switch only: its buttons, and which is on;
 * - `names` and `card`, with cards only: elements or ranges to press, and the card for the one that was pressed, once it stands;
 * - `press` ("hover" instead of a press), and `close` where Escape does not.
 */
export async function contestants(article) {
  const [css, switchedCss] = await Promise.all(['article.css', 'switched.css'].map(own))
  const cards = { actors: article.actors, framings: article.framings.map(({ id, name }) => ({ id, name })) }
  const all = [
    await widget(article),
    await printed(article),
    {
      key: 'static',
      label: 'plain static HTML',
      files: { 'index.html': page(article, { main: plain(article) }) },
      here: { ready: () => document.readyState === 'complete' },
    },
    {
      key: 'plain',
      label: 'plain JavaScript, about 100 lines',
      files: {
        'index.html': page(article, {
          head: '<link rel="stylesheet" href="switched.css">\n<script type="module" src="plain.js"></script>',
          main: switched(article),
          end: inline('data', cards),
        }),
        'switched.css': switchedCss,
        'plain.js': (await minified({ entryPoints: [join(PAGES, 'plain.js')] })).js,
      },
      here: {
        ready: () => document.querySelector('.card'),
        choices: () => document.querySelectorAll('.switch button'),
        framing: () => document.querySelector('article').dataset.framing,
        names: () => document.querySelectorAll('.name'),
        card: () => document.querySelector('.card:not([hidden])'),
      },
    },
    await react(article, switchedCss),
    await wikipediaPreview(article),
    await recogito(article, cards, switchedCss),
    await hypothesis(article),
    ...(await shippedPage()),
  ]
  for (const { files } of all) files['article.css'] ??= css
  return all
}

/** The article of a newsroom that has pasted the snippet: the shipped page's own line, around the static article. */
async function widget(article) {
  const { html, files } = await site()
  return {
    key: 'widget',
    label: '**framing-reader**',
    files: {
      ...files,
      'index.html': page(article, { head: loading(html), main: `<framing-reader document="${article.id}">\n${plain(article)}\n</framing-reader>` }),
    },
    here: {
      ready: () => document.querySelector('framing-reader').shadowRoot?.querySelector('[data-do^="toggle "]'),
      choices: () => document.querySelector('framing-reader').shadowRoot?.querySelectorAll('[data-do^="toggle "]'),
      framing: () => document.querySelector('framing-reader').framing,
      names: () => document.querySelector('framing-reader').shadowRoot.querySelectorAll('[data-name]'),
      card: () => document.querySelector('framing-reader').shadowRoot.querySelector('.card[role="dialog"]'),
    },
  }
}

/** The same with the article as the build prints it, its marks, notes and switch, and the rules of that switch in the page's own styles. */
async function printed(article) {
  const { html, files } = await site()
  const plainly = await text(join(SITE, 'package/fallback.html'))
  const [opening] = plainly.split('<nav>')
  const own = plainly.match(new RegExp(`<section id="[^"]*/${article.id}" [^]*?</section>`))[0].replace('<p id=', '<p elementtiming="text" id=')
  const { label, here, ...base } = await widget(article)
  return {
    ...base,
    key: 'printed',
    label: '**framing-reader**, article as printed',
    files: {
      ...base.files,
      'article.css': (await text(join(PAGES, 'article.css'))) + files['framing-reader.css'],
      'index.html': page(article, { head: loading(html), main: `<framing-reader document="${article.id}">\n${opening}${own}</article>\n</framing-reader>` }),
    },
    here: {
      ...here,
      // Before the reader stands, what is seen of the plain article's switch.
      choices: () => document.querySelector('framing-reader').shadowRoot?.querySelectorAll('[data-do^="toggle "]') ?? document.querySelectorAll('.fr-plain .switch input'),
      framing: () => document.querySelector('framing-reader').framing ?? [...document.querySelectorAll('.fr-plain .standfirsts [data-mark]')].map(part => getComputedStyle(part).color).join(),
    },
  }
}

/** The lines of the shipped page that load the reader. */
const loading = html => html.match(/^<script type="module" src="framing-reader\.js"><\/script>$/m)[0]

/** The demo page as it was built, with all articles, and the same without its scripts. */
async function shippedPage() {
  const { html, files } = await site()
  const [{ here }, plainHere] = [await widget({ framings: [], paragraphs: [] }), { ready: () => document.readyState === 'complete' }]
  const { names, card, ...opening } = here
  return [
    { key: 'site', label: 'the shipped page, five articles', files: { ...files, 'index.html': html }, here: opening },
    {
      key: 'site-static',
      label: 'the shipped page without its scripts',
      files: { 'page.css': files['page.css'], 'index.html': html.replace(/^<script [^>]*src=[^>]*><\/script>\n/gm, '') },
      here: plainHere,
    },
  ]
}

async function site() {
  const names = (await readdir(SITE, { withFileTypes: true })).filter(entry => entry.isFile()).map(({ name }) => name)
  const files = Object.fromEntries(await Promise.all(names.map(async name => [name, await readFile(join(SITE, name))])))
  return { html: String(files['index.html']), files }
}

async function react(article, css) {
  const server = await build({ ...BUNDLE, entryPoints: [join(PAGES, 'react-build.jsx')], platform: 'node', packages: 'external', write: false })
  const { html } = await imported(server.outputFiles[0].text)
  const { js } = await minified({ entryPoints: [join(PAGES, 'react-page.jsx')] })
  return {
    key: 'react',
    label: 'React with Radix HoverCard',
    files: {
      'index.html': page(article, {
        head: '<link rel="stylesheet" href="switched.css">\n<script type="module" src="page.js"></script>',
        main: '<!-- article -->',
        end: inline('data', article),
      }).replace('\n<!-- article -->\n', () => html(article)),
      'switched.css': css,
      'page.js': js,
    },
    here: {
      ready: () => Object.keys(document.querySelector('.name')).some(key => key.startsWith('__reactFiber')),
      choices: () => document.querySelectorAll('.switch button'),
      framing: () => document.querySelector('article').dataset.framing,
      names: () => document.querySelectorAll('.name'),
      card: () => document.querySelector('.card[data-state="open"]'),
    },
  }
}

/** Wikipedia's cards for the names; what it would ask Wikipedia is the text of our cards, from here. */
async function wikipediaPreview(article) {
  const script = await text(resolve('wikipedia-preview'))
  const here = script.replaceAll('https://${e}.wikipedia.org/', '/wikipedia-preview/${e}/').replaceAll('https://wikipedia.org/', '/wikipedia-preview/')
  const json = value => ({ type: 'application/json', body: JSON.stringify(value) })
  const summary = title => {
    const [, { role, stances }] = Object.entries(article.actors).find(([id]) => id === title)
    const words = [role, ...Object.values(stances).map(stance => stance?.text ?? '')]
    return { type: 'standard', titles: { canonical: title }, dir: 'ltr', extract_html: words.map(text => `<p>${escaped(text)}</p>`).join('') }
  }
  return {
    key: 'wikipedia-preview',
    label: 'wikipedia-preview',
    files: {
      'index.html': page(article, {
        head: '<script defer src="wikipedia-preview.js"></script>\n<script defer src="page.js"></script>',
        main: named(article, (text, actor) => `<span class="name" data-wikipedia-preview data-wp-title="${actor}">${text}</span>`),
      }),
      'wikipedia-preview.js': here,
      'page.js': 'wikipediaPreview.init({}); document.documentElement.dataset.ready = ""',
    },
    answers: [
      [/\/summary\/([^/?]+)/, ([, title]) => json(summary(decodeURIComponent(title)))],
      [/\/media-list\//, () => json({ items: [] })],
      [/\.svg$/, () => ({ type: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' })],
    ],
    here: {
      press: 'hover',
      ready: () => document.documentElement.dataset.ready === '',
      names: () => document.querySelectorAll('.name'),
      card: () => document.querySelector('.wikipediapreview-body:not(.wikipediapreview-body-loading)')?.closest('.wikipediapreview'),
      close: name => name.dispatchEvent(new MouseEvent('mouseleave', { relatedTarget: document.body })),
    },
  }
}

/** Where each name stands in a text that begins `before` characters earlier, in UTF-16 code units. */
function mentions(article, html, before = '') {
  const whole = before + words(html)
  let from = before.length
  return article.paragraphs.flatMap(({ text, pieces }) => {
    const start = whole.indexOf(text, from)
    from = start + text.length
    let at = start
    return joined(pieces).flatMap(({ text, actor }) => {
      at += text.length
      return actor ? { actor, start: at - text.length, end: at, whole } : []
    })
  })
}

/** Pieces of one name that evidence had cut, together again. */
const joined = pieces =>
  pieces.reduce((all, piece) => {
    const last = all.at(-1)
    if (last?.actor && last.actor === piece.actor) return [...all.slice(0, -1), { ...last, text: last.text + piece.text }]
    return [...all, piece]
  }, [])

const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }
const words = html => html.replace(/<[^>]*>/g, '').replace(/&\w+;/g, entity => ENTITIES[entity])

async function recogito(article, cards, css) {
  const annotations = mentions(article, plain(article)).map(({ actor, start, end, whole }, index) => ({
    id: `n${index}`,
    bodies: [{ id: `b${index}`, annotation: `n${index}`, purpose: 'identifying', value: actor }],
    target: { annotation: `n${index}`, selector: [{ quote: whole.slice(start, end), start, end }] },
  }))
  const { js, css: own } = await minified({ entryPoints: [join(PAGES, 'recogito.js')] })
  return {
    key: 'recogito',
    label: 'Recogito text annotator',
    files: {
      'index.html': page(article, {
        head: '<link rel="stylesheet" href="switched.css">\n<link rel="stylesheet" href="page.css">\n<script type="module" src="page.js"></script>',
        main: plain(article),
        end: inline('data', { ...cards, annotations }),
      }),
      'switched.css': css,
      'page.css': own,
      'page.js': js,
    },
    here: {
      ready: () => document.querySelector('.r6o-annotation'),
      names: () => {
        const { annotations } = JSON.parse(document.getElementById('data').textContent)
        const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT)
        const nodes = []
        for (let at = 0, node; (node = walker.nextNode()); at += node.length) nodes.push({ node, at })
        return annotations.map(({ target: { selector: [{ start, end }] } }) => {
          const { node, at } = nodes.find(({ node, at }) => start < at + node.length)
          const range = document.createRange()
          range.setStart(node, start - at)
          range.setEnd(node, end - at)
          return range
        })
      },
      card: () => document.querySelector('.card:not([hidden])'),
      close: () => window.bench.press(document.querySelector('h1')),
    },
  }
}

/** The Hypothesis client with all its files here, and a service that knows one group and an annotation for every name. */
async function hypothesis(article) {
  const root = dirname(resolve('hypothesis/package.json'))
  const manifest = JSON.parse(await text(join(root, 'build/manifest.json')))
  const names = Object.keys(manifest).filter(name => !name.endsWith('.map') && !name.includes('playground'))
  const assets = await Promise.all(names.map(async name => [`build/${name}`, await readFile(join(root, 'build', name))]))
  const config = value => `<script type="application/json" class="js-hypothesis-config">${JSON.stringify(value)}</script>`
  const base = '/hypothesis/'
  const main = plain(article)
  const html = page(article, { main, end: `${config({ assetRoot: base, sidebarAppUrl: `${base}app.html`, notebookAppUrl: `${base}app.html`, profileAppUrl: `${base}app.html`, openSidebar: false })}\n<script async src="build/boot.js"></script>` })
  const before = words(html.slice(html.indexOf('<body>') + '<body>'.length, html.indexOf(main)))
  const rows = origin => mentions(article, main, before).map(({ actor, start, end, whole }, index) => {
    const { role, stances } = article.actors[actor]
    const created = new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString()
    const uri = `${origin}${base}`
    return {
      id: `n${index}`, uri, created, updated: created, user: 'acct:newsroom@localhost', user_info: { display_name: null }, group: '__world__',
      text: [role, ...Object.values(stances).map(stance => stance?.text ?? '')].join('\n\n'),
      tags: [], links: {}, hidden: false, flagged: false, document: { title: [article.title] },
      permissions: { read: ['group:__world__'], admin: [], update: [], delete: [] },
      target: [{ source: uri, selector: [
        { type: 'TextPositionSelector', start, end },
        { type: 'TextQuoteSelector', exact: whole.slice(start, end), prefix: whole.slice(start - 32, start), suffix: whole.slice(end, end + 32) },
      ] }],
    }
  })
  const json = value => ({ type: 'application/json', body: JSON.stringify(value) })
  const route = (origin, path) => ({ method: 'GET', url: `${origin}${base}api/${path}`, desc: path })
  const world = { id: '__world__', groupid: '__world__', name: 'Public', type: 'open', public: true, scoped: false, scopes: { enforced: false, uri_patterns: [] }, links: {}, organization: null }
  return {
    key: 'hypothesis',
    label: 'Hypothesis client',
    files: {
      'index.html': html,
      'build/boot.js': (await text(join(root, 'build/boot.js'))),
      ...Object.fromEntries(assets),
    },
    answers: [
      [/\/app\.html$/, (_, { origin }) => ({ type: 'text/html; charset=utf-8', body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Hypothesis</title>
${config({ assetRoot: base, apiUrl: `${origin}${base}api/`, authDomain: 'localhost', oauthClientId: 'none' })}</head>
<body><hypothesis-app></hypothesis-app><script src="build/boot.js"></script></body></html>` })],
      [/\/api\/$/, (_, { origin }) => json({ links: {
        search: route(origin, 'search'), links: route(origin, 'links'),
        annotation: { read: route(origin, 'annotations/:id') },
        groups: { read: route(origin, 'groups') }, group: { read: route(origin, 'groups/:id') },
        profile: { read: route(origin, 'profile'), groups: { read: route(origin, 'profile/groups') } },
        analytics: { events: { create: { ...route(origin, 'events'), method: 'POST' } } },
      } })],
      [/\/api\/links$/, (_, { origin }) => json({
        ...Object.fromEntries(['account', 'forgot-password', 'groups.new', 'help', 'oauth.authorize', 'oauth.revoke', 'signup'].map(name => [name, origin])),
        user: `${origin}/:user`,
        'search.tag': `${origin}/:tag`,
      })],
      [/\/api\/profile$/, () => json({ userid: null, authority: 'localhost', groups: [], features: {}, preferences: {} })],
      [/\/api\/profile\/groups$/, () => json([world])],
      [/\/api\/groups$/, () => json([world])],
      [/\/api\/events$/, () => json({ event: 'none' })],
      [/\/api\/search$/, (_, { origin, searchParams }) => {
        const all = rows(origin)
        const after = searchParams.get('search_after')
        const rest = after ? all.filter(({ created }) => created > after) : all
        return json({ total: all.length, rows: rest.slice(0, Number(searchParams.get('limit') ?? 20)) })
      }],
    ],
    here: {
      expected: mentions(article, main).length,
      ready: () => document.querySelectorAll('hypothesis-highlight').length >= window.contestant.expected,
      names: () => document.querySelectorAll('hypothesis-highlight'),
      card: name => {
        const sidebar = document.querySelector('hypothesis-sidebar')?.shadowRoot.querySelector('iframe')
        if (!sidebar || sidebar.getBoundingClientRect().left > innerWidth - 100) return undefined
        const cards = sidebar.contentDocument.querySelectorAll('[data-testid="thread-card"]')
        return cards.length === 1 && cards[0].textContent.includes(name.textContent) ? sidebar : undefined
      },
      close: () => document.querySelector('hypothesis-sidebar').shadowRoot.querySelector('button[aria-expanded="true"]').click(),
    },
  }
}

const BUNDLE = { bundle: true, format: 'esm', jsx: 'automatic', define: { 'process.env.NODE_ENV': '"production"' }, logLevel: 'silent' }

/** What a newsroom's build would make of a script: one module for current browsers, and its styles. */
async function minified(options) {
  const { outputFiles } = await build({ ...BUNDLE, minify: true, target: 'es2022', write: false, outdir: HERE, ...options })
  const of = ending => outputFiles.find(({ path }) => path.endsWith(ending))?.text
  return { js: of('.js'), css: of('.css') }
}

/** A module given as text; its imports are looked up from here. */
async function imported(code) {
  const folder = await mkdtemp(join(HERE, 'node_modules/.built-'))
  try {
    const file = join(folder, 'module.mjs')
    await writeFile(file, code)
    return await import(pathToFileURL(file))
  } finally {
    await rm(folder, { recursive: true })
  }
}

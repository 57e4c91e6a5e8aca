// Pages and Markdown to lines, one block a line, as the engine reads them. A page is taken apart by the platform's own parser, in a
// document that runs nothing and fetches nothing; its text is read and its elements are never put anywhere.

/** What holds no words of the page. */
const SILENT = 'script,style,noscript,template,svg,canvas,iframe,object,audio,video,head,nav,menu,dialog,button,select,textarea,input,[hidden],[role=navigation],[role=menu],[role=dialog]'
/** What stands in a line; everything else begins one. */
const INLINE = new Set('a abbr acronym area img map picture slot source b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(' '))
/** Of a page's words, the part that must stand in its one article for the rest to be left out. */
const MOST = 0.6

/** Attributes that a page's policy forbids even where nothing runs and nothing shows: browsers complain of each, in the console. */
const FORBIDDEN = /\s(on\w+|style)(?=\s*=)/gi

/** The words of an HTML page, its title first. */
export function ofHtml(html) {
  const quiet = html.replace(/<style\b[^>]*>[\s\S]*?<\/style\s*>/gi, '').replace(/<[a-z][^<>]*>/gi, tag => tag.replace(FORBIDDEN, ' data-$1'))
  const page = new DOMParser().parseFromString(quiet, 'text/html')
  for (const element of page.querySelectorAll(SILENT)) element.remove()
  for (const element of page.querySelectorAll('[data-style]')) {
    if (/(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.dataset.style)) element.remove()
  }
  const root = article(page)
  const heading = [...page.querySelectorAll('h1')].find(heading => !root.contains(heading))
  return [...(heading ? linesOf(heading) : []), ...linesOf(root)].join('\n')
}

/** The page's one article, where it holds most of what the page says; else all of it. */
function article(page) {
  const all = page.body.textContent.length
  const outermost = [...page.querySelectorAll('article,main,[role=main],[itemprop=articleBody]')]
  return outermost.reverse().find(element => element.textContent.length > all * MOST) ?? page.body
}

/** The lines of an element. Without recursion: pages may be nested deeper than a stack is. */
function linesOf(root) {
  const lines = []
  let line = ''
  const end = () => {
    const words = line.replace(/[ \t\n\r\f]+/g, ' ').trim()
    if (words) lines.push(words)
    line = ''
  }
  for (let node = root, down = true; ; ) {
    const name = node.localName
    if (down && node.nodeType === Node.TEXT_NODE) {
      if (node.parentElement.closest('pre')) {
        for (const [n, part] of node.data.split('\n').entries()) {
          if (n) end()
          line += part
        }
      } else line += node.data
    } else if (name === 'q') line += down ? '“' : '”'
    else if (name === 'td' || name === 'th') line += ' '
    else if (name && !INLINE.has(name)) end()
    if (down && node.firstChild) node = node.firstChild
    else if (node === root) break
    else if (down && name) down = false
    else if (node.nextSibling) {
      node = node.nextSibling
      down = true
    } else {
      node = node.parentNode
      down = false
      if (node === root) break
    }
  }
  end()
  return lines
}

/** The words of a Markdown text: marks are taken off, links keep their words, the lines of a paragraph are joined. */
export function ofMarkdown(markdown) {
  const lines = []
  let paragraph = ''
  let fenced
  const end = () => {
    const words = inline(paragraph).trim()
    if (words) lines.push(words)
    paragraph = ''
  }
  for (const whole of withoutFrontMatter(markdown.replace(/^\ufeff/, '')).split(/\r\n?|\n/)) {
    const line = whole.replace(/^ {0,3}(?:> ?)+/, '').trimEnd()
    const fence = line.match(/^\s*(```+|~~~+)/)?.[1]
    if (fenced ? fence?.startsWith(fenced) : fence) {
      end()
      fenced = fenced ? undefined : fence
    } else if (fenced) {
      if (line.trim()) lines.push(line)
    } else if (/^\s*$|^\s*(?:[-*_]\s*){3,}$|^\s*=+\s*$|^\s*\|?[\s:|-]*-[\s:|-]*$|^\s{0,3}\[[^\]]+\]:\s/.test(line)) end()
    else {
      const begins = /^\s*(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|\|)/.test(line)
      if (begins) end()
      const words = line.replace(/^\s*(?:#{1,6}\s+|[-*+]\s+|\d{1,9}[.)]\s+)/, '').replace(/^\s*\||\|\s*$/g, '').replace(/\s+\|\s+/g, ' ')
      paragraph += `${paragraph && ' '}${/^\s*#{1,6}\s/.test(line) ? words.replace(/\s+#+$/, '') : words.trim()}`
      if (/^\s*(?:#{1,6}\s|\|)/.test(line)) end()
    }
  }
  end()
  return lines.join('\n')
}

/** Without the fields in front; of those, the title is a line of the text. */
function withoutFrontMatter(markdown) {
  const [whole, fields] = markdown.match(/^---\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)\r?\n/) ?? ['', '']
  const title = fields.match(/^title:\s*["']?(.*?)["']?\s*$/m)?.[1]
  return (title ? `# ${title}\n\n` : '') + markdown.slice(whole.length)
}

function inline(text) {
  return text
    .replace(/!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])/g, '')
    .replace(/\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<((?:https?:|mailto:)[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/(?<!\\)(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\\\w*])([*_])(?=\S)(.+?)(?<=\S)\1(?![\w*])/g, '$2')
    .replace(/(`+)(.+?)\1/g, '$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!~>|])/g, '$1')
    .replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, entity => ENTITIES[entity])
}

const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': '\u00a0', '&#39;': "'" }

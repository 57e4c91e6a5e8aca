// Whoever has begun to read the plain article goes on at that very line when the reader takes its place: 1. before, find the
// block being read, how far down the window it is, and the words that are selected; 2. afterwards, bring that block to the same
// height and select those words again.

/** Above this the reader keeps its bar; in pixels. What begins below it can be read. */
const BAR = 64

/** Where somebody is in the plain article of an element; `path` is the block's, where it is one that is being read. */
function reading(element) {
  const { top, bottom } = element.getBoundingClientRect()
  const selection = getSelection()
  const ends = selection?.isCollapsed === false
    ? [placeOf(element, selection.anchorNode, selection.anchorOffset), placeOf(element, selection.focusNode, selection.focusOffset)]
    : []
  const [seen] = ends.filter(end => end && isSeen(end.block)).sort((one, other) => topOf(one.block) - topOf(other.block))
  const block = seen?.block ?? (top < 0 && blockInView(element))
  // Where only what follows the element is read, that stays where it is.
  if (!block) return { keep: (root, scroll) => root.firstChild && top < 0 && bottom < innerHeight && scroll(element.getBoundingClientRect().bottom - bottom) }
  const path = pathOf(block)
  const box = block.getBoundingClientRect()
  // Of a block that begins above, the line being read: as far down in the block as it was.
  const share = Math.min(1, Math.max(0, BAR - box.top) / box.height)
  return {
    path,
    keep(root, scroll) {
      const words = wordsOf(root, path)
      if (!words) return
      const now = words.getBoundingClientRect()
      scroll(now.top - box.top + share * (now.height - box.height))
      const [from, to] = ends.map(end => end && textAt(wordsOf(root, pathOf(end.block)), end.offset))
      if (from && to) selection.setBaseAndExtent(...from, ...to)
    },
  }
}

const topOf = block => block.getBoundingClientRect().top

const pathOf = block => `${block.closest('[data-document]').dataset.document}/${block.dataset.line}`

/** The words of a block in the reader, which shows one article. */
const wordsOf = (root, path) => root.querySelector(`.block[data-line="${path.split('/')[1]}"] > .text`)

function isSeen(block) {
  const { top, bottom } = block.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

/**
 * The block that is being read: the first to begin below the bar, in the article in the upper part of the window. What is only
 * coming into sight is not being read yet.
 */
function blockInView(element) {
  const line = innerHeight / 4
  const article = [...element.querySelectorAll('[data-document]')].findLast(article => topOf(article) < line)
  if (!article || article.getBoundingClientRect().bottom < line) return
  const blocks = [...article.querySelectorAll('[data-line]')]
  return blocks.find(block => topOf(block) >= BAR && topOf(block) < innerHeight) ?? blocks.findLast(block => topOf(block) < BAR)
}

/** The block a place is in, and how many characters of the article's words stand before it there. */
function placeOf(element, node, offset) {
  const block = (node.closest ? node : node.parentElement).closest('[data-line]')
  if (!element.contains(block)) return
  const before = new Range()
  before.setStart(block, 0)
  before.setEnd(node, offset)
  const words = before.cloneContents()
  // Letters and numbers that lead to notes are no words of the article.
  words.querySelectorAll('sup').forEach(mark => mark.remove())
  return { block, offset: words.textContent.length }
}

/** The text node and the place in it so many characters into the words of a block in the reader. */
function textAt(words, offset) {
  const texts = document.createTreeWalker(words, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { currentNode: text } = texts
    if (text.parentNode.matches('.unseen')) continue
    if (offset <= text.length) return [text, offset]
    offset -= text.length
  }
}

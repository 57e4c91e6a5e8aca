// The desk in the single file: it has the place of the story while the page's address ends in its fragment, and is unpacked when
// somebody goes there first. Its script has a hash of its own in the policy.

const [storyPlace, deskPlace] = ['story', 'desk'].map(id => document.getElementById(id))
/** Where the desk is. */
const DESK = `#${deskPlace.id}`
/** Said where not even the desk's own words can be had. */
const NO_DESK = 'The desk cannot be opened: a part of this file is damaged.'

/** The desk, once it was asked for. */
let unpacked

async function unpackDesk() {
  const text = async name => new TextDecoder().decode(await part(name))
  const [script, style] = await Promise.all([text('framing-reader-desk-script'), text('framing-reader-desk-style')])
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  const element = document.createElement('script')
  element.textContent = script
  document.head.append(element)
}

/** Shows what is at a fragment. */
function show(fragment) {
  const isDesk = fragment === DESK
  if (isDesk === storyPlace.hidden) return
  storyPlace.hidden = isDesk
  deskPlace.hidden = !isDesk
  if (isDesk) unpacked ??= unpackDesk().catch(() => deskPlace.querySelector('main').append(NO_DESK))
  // The reader could not measure what nobody saw.
  else dispatchEvent(new Event('resize'))
}

/** The way from the desk to the story. */
const back = deskPlace.querySelector('header a')
for (const link of [...document.querySelectorAll(`a[href="${DESK}"]`), back]) {
  link.hidden = false
  link.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    // By itself a link within a frame that was made of a text leads to the page around it.
    event.preventDefault()
    // To where it was left.
    if (link !== back && location.hash) back.hash = location.hash
    try {
      history.pushState(null, '', link.hash)
    } catch {
      // A page without an origin may be refused; then its address stays as it is.
    }
    show(link.hash)
    const heading = (deskPlace.hidden ? storyPlace : deskPlace).querySelector('h1')
    heading.tabIndex = -1
    heading.focus()
  })
}
for (const name of ['hashchange', 'popstate']) addEventListener(name, () => show(location.hash))
show(location.hash)

// Where the story is that an element's attribute names: in a script of its tree, or at an address of this origin.

const refusal = (cause, reason, hint) => Object.assign(Error(reason, { cause }), { hint })

/** What the name stands for: text or bytes. */
const sought = (element, name) => (name.startsWith('#') ? scripted(element, name.slice(1)) : fetched(name))

/** The text of a JSON script in the element's tree. */
async function scripted(element, id) {
  const find = () => element.getRootNode().getElementById?.(id)
  // A script that stands behind the element may not be there yet.
  if (!find() && document.readyState === 'loading') await new Promise(done => addEventListener('DOMContentLoaded', done))
  const script = find()
  if (script?.type !== 'application/json') {
    throw refusal('story', `expected a JSON script with the id ${id}, found ${script ? 'another element' : 'none'}`, 'add <script type="application/json"> with that id')
  }
  return script.textContent
}

/** The bytes behind an address of this origin; another one is not asked. */
async function fetched(name) {
  let address
  try {
    address = new URL(name, document.baseURI)
  } catch {
    // What is no address has no origin.
  }
  if (address?.origin !== origin) throw refusal('story', `expected an address of ${origin}, found ${name}`, 'serve the story from the origin of the page')
  const hint = 'see whether the story is there'
  const response = await fetch(address, { mode: 'same-origin' }).catch(error => {
    throw refusal('network', `failed to fetch ${name} (${error.message})`, hint)
  })
  if (!response.ok) throw refusal('network', `expected ${name}, found status ${response.status}`, hint)
  return response.arrayBuffer()
}

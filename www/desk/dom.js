// Elements made without a line of markup: what comes from an article can only ever become text.

/** An element of this tag with these properties (`on…` for listeners, `data-…` and `aria-…` as attributes) and children. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else if (name.includes('-') || name === 'for' || name === 'role') element.setAttribute(name, value)
    else element[name] = value
  }
  element.append(...children.flat().filter(child => child !== undefined && child !== ''))
  return element
}

/** Gives a select these options, `[value, words]` each, unless it has them; what is chosen stays so. */
export function fill(select, options) {
  const drawn = JSON.stringify(options)
  if (select.drawn === drawn) return
  select.drawn = drawn
  const { value } = select
  select.replaceChildren(...options.map(([value, words]) => make('option', { value }, words)))
  if (options.some(([other]) => other === value)) select.value = value
}

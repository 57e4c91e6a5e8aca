// Moves the reader into the shadow root of another element, two roots deep, before either is defined.
const outer = document.querySelector('fixture-card')
const inner = document.createElement('section')
outer.attachShadow({ mode: 'open' }).append(inner)
inner.attachShadow({ mode: 'open' }).append(outer.querySelector('framing-reader'))

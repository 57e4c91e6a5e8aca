if (!customElements.get('framing-reader')) customElements.define('framing-reader', FramingReader)
else {
  console.warn('framing-reader: an element of this name is on the page already, and this copy of the script leaves it to that one\n  hint: load one copy of the script')
}

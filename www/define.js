if (!customElements.get('framing-reader')) customElements.define('framing-reader', FramingReader)

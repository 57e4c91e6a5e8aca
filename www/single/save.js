// Copies of this page with another story in it: what is copied is the page as it came (desk/copy.js).

/** This page's text before anything on it has changed. */
const own = `<!doctype html>\n${document.documentElement.outerHTML}\n`

// Where this is, a page can be saved; `page` is the text of another single file.
FramingReader.saved = (parts, page = own) => saved(parts, page)

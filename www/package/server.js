// Where there is no document (rendering on a server) the element has nothing to do: its children are the article.
export const FramingReader = undefined

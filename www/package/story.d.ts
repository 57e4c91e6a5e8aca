// What `load` takes and `annotations` gives.

/** A W3C Web Annotation. */
export interface Annotation {
  type: 'Annotation'
  motivation: string
  body: unknown
  target: unknown
}

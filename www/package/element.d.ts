// The element's class alone: importing it declares no tag.
export * from './framing-reader.js'

// Types of the element <framing-reader>. Importing the package declares the element.

import type { Annotation, Problem, Story } from './story.js'

export type * from './story.js'

/** When cards open: when the pointer rests on a name, only when it is pressed, or never. */
export type Cards = 'hover' | 'click' | 'off'

/** As the host page, always light, or always dark. */
export type Theme = 'auto' | 'light' | 'dark'

/** The reader has one of a story's two framings on, by its id ("bargaining", "security"), or "none". */
export interface FramingDetail {
  framing: string
}

/** Whose card it is: the id of an actor. */
export interface ActorDetail {
  actor: string
}

/** Why the plain article stays, or the story as it was. */
export interface ErrorDetail {
  reason: string
  /** What kind of failure it is; of a story that was named, "story" or "network". */
  cause?: 'unsupported' | 'policy' | 'type' | 'network' | 'story' | 'version' | 'module' | 'panic'
  /** What to do now. */
  hint?: string
  /** Everything that keeps a named story from being one. */
  problems?: Problem[]
}

/** The events of the element; all of them bubble and leave shadow roots. */
export interface FramingReaderEventMap {
  'framing-reader:ready': CustomEvent<Record<string, never>>
  'framing-reader:framingchange': CustomEvent<FramingDetail>
  'framing-reader:cardopen': CustomEvent<ActorDetail>
  'framing-reader:cardclose': CustomEvent<ActorDetail>
  'framing-reader:error': CustomEvent<ErrorDetail>
}

/** One news story told by several articles, with a card for every actor and a switch between two framings. */
export class FramingReader extends HTMLElement {
  /** Version of this interface: that of the package. */
  static readonly version: string

  /** A same-origin address or `#id` of a JSON script; without it, the story that came with the package. */
  get story(): string | null
  set story(address: string | null)

  /** The framing that is on, by its id, or "none". */
  get framing(): string | null
  set framing(id: string | null)

  /** The article that is shown, by its id; empty where none is. */
  get document(): string | null
  set document(id: string | null)

  /** Light or dark. */
  get theme(): Theme | null
  set theme(theme: Theme | null)

  /** When cards open. */
  get cards(): Cards | null
  set cards(cards: Cards | null)

  /** The prefix of the fragment the reader may use; without it the page's address is never touched. */
  get hash(): string | null
  set hash(prefix: string | null)

  /**
   * Shows another story: an object, JSON as text or bytes, or a packed story. Rejects with a `StoryError` where it does not fit, or
   * with an "AbortError" where another was asked for since; the story that is shown stays.
   */
  load(story: Story | string | ArrayBuffer | ArrayBufferView): Promise<void>

  /** What hand and engine say of the story's words; empty before the reader is ready. */
  annotations(): Promise<Annotation[]>

  addEventListener<Name extends keyof FramingReaderEventMap>(
    type: Name,
    listener: (this: FramingReader, event: FramingReaderEventMap[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void
  addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: FramingReader, event: HTMLElementEventMap[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void
}

declare global {
  interface HTMLElementTagNameMap {
    'framing-reader': FramingReader
  }
  // The events bubble, so any element around the reader can listen to them.
  interface HTMLElementEventMap extends FramingReaderEventMap {}
}

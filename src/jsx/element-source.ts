/** Where an element was written in a theme: `themes/plain/post.tsx:12:7`, lines and columns from 1. */
export type ElementSource = string

declare module 'hast' {
  interface ElementData {
    /** Set by the development runtime, so that a finding about the element can point at its line. */
    source?: ElementSource | undefined
  }
}

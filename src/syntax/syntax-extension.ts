import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import type { Extension } from 'micromark-util-types'

/** A construct in both halves: characters to tokens, tokens to nodes. */
export interface SyntaxExtension {
  readonly micromark: Extension
  readonly mdast: FromMarkdownExtension
}

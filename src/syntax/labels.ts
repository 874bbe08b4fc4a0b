import type { Root } from 'mdast'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { Construct, Extension, ParseContext, TokenizeContext } from 'micromark-util-types'
import { indentedContinuation } from './indented-continuation.ts'
import { nodesOf } from './walk.ts'

/** Labels that count as defined though the text may not define them: some, or any at all. */
export type KnownLabels = Iterable<string> | 'any'

/**
 * The GFM constructs for `[^label]` and `[^label]: text`. GFM reads a call only where its label is
 * defined; here some labels may be defined elsewhere, in the notes that all posts share.
 *
 * The construct keeps the defined labels in a list on the parser and searches it from the front for each
 * call. It is given one that answers in constant time, so that many notes stay linear. So do many closing
 * brackets: only where a picture's words begin as a call does (`![^a]`), each is asked whether it ends a call.
 *
 * And a note that is written inside another ends where the other goes on: the construct takes the other's
 * indentation for its own.
 *
 * @param text the text that is going to be read
 */
export function labelledNotes(text: string, known: KnownLabels): Extension {
  const { document = {}, text: words = {} } = gfmFootnote()
  const afterMark = /!\[\s*\^/.test(text) && { 93: seeded(words[93] as Construct, known) }
  const definition: Construct = {
    ...(document[91] as Construct),
    continuation: indentedContinuation(4, 'gfmFootnoteDefinitionIndent'),
  }
  return {
    document: { 91: seeded(definition, known) },
    text: { 91: seeded(words[91] as Construct, known), ...afterMark },
  }
}

interface LabelList {
  readonly includes: (label: string) => boolean
  readonly push: (label: string) => unknown
}

function seeded(construct: Construct, known: KnownLabels): Construct {
  return {
    ...construct,
    tokenize(this: TokenizeContext, effects, ok, nok) {
      const parser = this.parser as Omit<ParseContext, 'gfmFootnotes'> & {
        gfmFootnotes?: LabelList
      }
      parser.gfmFootnotes ??= labelList(known)
      return construct.tokenize.call(this, effects, ok, nok)
    },
  }
}

/** What a label is known by: letters and their marks are the same however they are put together (Unicode, UAX #15). */
function labelKey(identifier: string): string {
  return identifier.normalize('NFC')
}

/** Gives calls and definitions of notes in the tree of a text the identifiers that they are known by. */
export function settleLabels(tree: Root, text: string): void {
  // Letters of ASCII are put together in one way only. A label has at most 999 characters (micromark).
  if (!/\[\s*\^[^\]\s]{0,999}[^ -~\s]/.test(text)) return
  for (const node of nodesOf(tree))
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition')
      node.identifier = labelKey(node.identifier)
}

function labelList(known: KnownLabels): LabelList {
  if (known === 'any') return { includes: () => true, push: () => undefined }
  const labels = new Set<string>()
  for (const label of known) labels.add(labelKey(normalizeIdentifier(label)))
  return {
    includes: (label) => labels.has(labelKey(label)),
    push: (label) => labels.add(labelKey(label)),
  }
}

/**
 * Labels of lines that look like definitions. A directive's content is read after the text before it, so
 * a call may come before its definition is known: where there are directives, these count as known.
 */
export function labelsDefinedByLine(text: string): string[] {
  return [...text.matchAll(/^[^\S\r\n]*(?:[>*+-]|\d+[.)]|[^\S\r\n])*\[\^([^\s\]]+)\]:/gm)].map(
    (match) => match[1] as string,
  )
}

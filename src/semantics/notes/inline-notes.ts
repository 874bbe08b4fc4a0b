import type { FootnoteDefinition, Nodes, Parents, PhrasingContent } from 'mdast'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import type { InlineNote } from '../../syntax/inline-note.ts'
import { isBlank } from '../../syntax/is-blank.ts'
import { nodesOf, parentsOf } from '../../syntax/walk.ts'
import type { Definition } from './note-source.ts'

/** Where inline notes were found, and what to call them. */
export interface InlineContext {
  /** The file that the tree comes from, for findings. */
  readonly file: string
  /** Set on the notes where that is not the essay's own file. */
  readonly foreign?: string | undefined
  /** Gives each note a key of its own. */
  readonly nextKey: () => string
}

/**
 * Turns inline notes, `^[text]`, into calls and notes of their own, in place. One without text becomes the
 * characters it was typed with.
 */
export function lowerInlineNotes(
  root: Parents,
  context: InlineContext,
): { definitions: Definition[]; diagnostics: Diagnostic[] } {
  const definitions: Definition[] = []
  const diagnostics: Diagnostic[] = []
  const queue: Parents[] = [root]
  for (let at = 0; at < queue.length; at++)
    for (const parent of parentsOf(queue[at] as Parents)) {
      const children = parent.children as Nodes[]
      for (let index = 0; index < children.length; index++) {
        const child = children[index] as Nodes
        if (child.type !== 'footnote') continue
        const place = child.position && { position: child.position }
        if (isBlank(child.children)) {
          children[index] = {
            type: 'text',
            value: typed(child),
            data: { unboundCall: true },
            ...place,
          }
          diagnostics.push(emptyNote(child, context.file))
          continue
        }
        const identifier = context.nextKey()
        const node = definitionOf(child, identifier)
        children[index] = { type: 'footnoteReference', identifier, label: '', ...place }
        definitions.push({ kind: 'inline', identifier, node, file: context.foreign })
        queue.push(node)
      }
    }
  return { definitions, diagnostics }
}

/** As it was typed: white space that is lost in print may be what the author looks for. */
function typed(note: InlineNote): string {
  const inside = nodesOf(note).map((node) =>
    'value' in node && node.type === 'text' ? node.value : '',
  )
  return `^[${inside.join('')}]`
}

function definitionOf(note: InlineNote, identifier: string): FootnoteDefinition {
  const place = note.position && { position: note.position }
  const paragraph = { type: 'paragraph' as const, children: trimmed(note.children), ...place }
  return { type: 'footnoteDefinition', identifier, label: '', children: [paragraph], ...place }
}

/** As CommonMark does with a paragraph: no white space at its ends. */
function trimmed(words: readonly PhrasingContent[]): PhrasingContent[] {
  const kept = [...words]
  const first = kept[0]
  if (first?.type === 'text') kept[0] = { ...first, value: first.value.trimStart() }
  const last = kept.at(-1)
  if (last?.type === 'text') kept[kept.length - 1] = { ...last, value: last.value.trimEnd() }
  return kept.filter((node) => node.type !== 'text' || node.value !== '')
}

function emptyNote(note: InlineNote, file: string): Diagnostic {
  return diagnose('FN103', {
    message: 'This inline note has no text, so the characters are printed as they stand.',
    file,
    place: note.position,
    hint: 'Write the note between the brackets: ^[text of the note]',
  })
}

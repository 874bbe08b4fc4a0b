import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import { blockParentsOf } from '../../syntax/walk.ts'
import type { Definition, NoteSource } from './note-source.ts'
import { placeOfBlock } from './place-of-block.ts'

/** The labelled and star notes of a tree, first come first. */
export interface Collected {
  /** By identifier, in the order of the text. */
  readonly definitions: Map<string, Definition>
  /** Identifiers that more than one note has. */
  readonly repeated: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
}

/** Finds the notes that a tree defines. The first of two with one label wins. */
export function collectDefinitions(tree: Root, source: NoteSource): Collected {
  const definitions = new Map<string, Definition>()
  const repeated = new Set<string>()
  const diagnostics: Diagnostic[] = []
  for (const node of blockParentsOf(tree)) {
    if (node.type !== 'footnoteDefinition') continue
    const { identifier } = node
    const first = definitions.get(identifier)
    if (first) {
      repeated.add(identifier)
      diagnostics.push(duplicate(node, first.node, source))
    } else definitions.set(identifier, { kind: isStar(node) ? 'star' : 'label', identifier, node })
  }
  return { definitions, repeated, diagnostics }
}

/** Whether a note was written with stars. */
export function isStar(node: FootnoteDefinition): boolean {
  return node.data?.stars !== undefined
}

/** Takes the notes out of a tree, in place, and the quotes, items and lists that held nothing else. */
export function takeOutDefinitions(tree: Root): void {
  const emptied = new Set<Nodes>()
  // Children before their parents.
  for (const parent of blockParentsOf(tree).reverse()) {
    const children = parent.children as Nodes[]
    const kept = children.filter(
      (child) => child.type !== 'footnoteDefinition' && !emptied.has(child),
    )
    if (kept.length === children.length) continue
    parent.children = kept as never
    if (kept.length === 0 && hollow.has(parent.type)) emptied.add(parent)
  }
}

/** What shows nothing but its children, so that a reader would meet an empty bullet or bar. */
const hollow: ReadonlySet<string> = new Set(['blockquote', 'listItem', 'list'])

function duplicate(
  node: FootnoteDefinition,
  first: FootnoteDefinition,
  source: NoteSource,
): Diagnostic {
  const { file } = source
  const line = first.position?.start.line
  return diagnose('FN102', {
    message: `There are two notes [^${node.label}]. The one of line ${line} is used; this one is not printed.`,
    file,
    place: placeOfBlock(node, source),
    hint: `Give this note a label of its own, or delete it.`,
    related: [{ message: 'The note that is used', file, place: placeOfBlock(first, source) }],
  })
}

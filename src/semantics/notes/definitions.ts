import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import { nodesOf, replaceNodes } from '../../syntax/walk.ts'
import type { Definition, NoteSource } from './note-source.ts'

/** The labelled and star notes of a tree, first come first. */
export interface Collected {
  /** By identifier, in the order of the text. */
  readonly definitions: Map<string, Definition>
  /** Identifiers that more than one note has. */
  readonly repeated: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
}

/** Finds the notes that a tree defines. The first of two with one label wins. */
export function collectDefinitions(tree: Root, file: string): Collected {
  const definitions = new Map<string, Definition>()
  const repeated = new Set<string>()
  const diagnostics: Diagnostic[] = []
  for (const node of nodesOf(tree)) {
    if (node.type !== 'footnoteDefinition') continue
    const { identifier } = node
    const first = definitions.get(identifier)
    if (first) {
      repeated.add(identifier)
      diagnostics.push(duplicate(node, first.node, file))
    } else definitions.set(identifier, { kind: isStar(node) ? 'star' : 'label', identifier, node })
  }
  return { definitions, repeated, diagnostics }
}

/** Whether a note was written with stars. */
export function isStar(node: FootnoteDefinition): boolean {
  return node.data?.stars !== undefined
}

/** Takes the notes out of a tree, in place. */
export function takeOutDefinitions(tree: Root): void {
  replaceNodes(tree, (child) => (child.type === 'footnoteDefinition' ? [] : undefined))
  replaceNodes(tree, (child) =>
    child.type === 'blockquote' && child.children.length === 0 ? [] : undefined,
  )
}

/**
 * Puts star notes back into print, stars and all, in place: only a label says that words are a note and
 * nothing else.
 */
export function printStarNotes(
  tree: Root,
  notes: ReadonlySet<FootnoteDefinition>,
  source: NoteSource,
): Diagnostic[] {
  replaceNodes(tree, (child) =>
    child.type === 'footnoteDefinition' && notes.has(child) ? printed(child, source) : undefined,
  )
  return [...notes].map((note) => uncalledStars(note, source.file))
}

/** A star note as the paragraph that it is without a call. */
function printed(note: FootnoteDefinition, source: NoteSource): Nodes[] {
  const [first, ...rest] = note.children
  const start = note.position?.start.offset ?? 0
  const marker = source.text.slice(start, first?.position?.start.offset ?? start)
  const stars = { type: 'text' as const, value: marker || (note.label ?? '') }
  if (first?.type !== 'paragraph')
    return [{ type: 'paragraph', children: [stars] }, ...note.children]
  const [word, ...words] = first.children
  if (word?.type !== 'text')
    return [{ ...first, children: [stars, ...first.children] }, ...rest]
  const joined = { ...word, value: stars.value + word.value }
  return [{ ...first, children: [joined, ...words] }, ...rest]
}

function duplicate(node: FootnoteDefinition, first: FootnoteDefinition, file: string): Diagnostic {
  const line = first.position?.start.line
  return diagnose('FN102', {
    message: `There are two notes [^${node.label}]. The one of line ${line} is used; this one is not printed.`,
    file,
    place: node.position,
    hint: `Give this note a label of its own, or delete it.`,
    related: [{ message: 'The note that is used', file, place: first.position }],
  })
}

function uncalledStars(node: FootnoteDefinition, file: string): Diagnostic {
  return diagnose('FN303', {
    message: `Only a note that is not printed calls this note (${node.label}), so it is printed as text.`,
    file,
    place: node.position,
    hint: `Call it: word${node.label}`,
  })
}

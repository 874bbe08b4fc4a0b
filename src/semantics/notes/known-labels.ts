import type { Root } from 'mdast'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import { blockParentsOf } from '../../syntax/walk.ts'
import { isStar } from './definitions.ts'
import type { SharedNote } from './shared-notes.ts'

/** Makes a function that knows labels, in whatever case; they are only gathered if it is asked. */
export function labelTest(labels: () => readonly string[]): (label: string) => boolean {
  let known: ReadonlySet<string> | undefined
  return (label) => {
    known ??= new Set(labels().map(normalizeIdentifier))
    return known.has(normalizeIdentifier(label))
  }
}

/** The labels of all notes that an essay may call, as they were typed. */
export function labelsOf(tree: Root, shared: ReadonlyMap<string, SharedNote>): string[] {
  const own = blockParentsOf(tree).filter(
    (node) => node.type === 'footnoteDefinition' && !isStar(node),
  )
  return [
    ...own.map((node) => ('label' in node ? (node.label ?? '') : '')),
    ...[...shared.values()].map((note) => note.label),
  ]
}

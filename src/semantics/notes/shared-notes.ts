import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import type { Source } from '../../model/essay.ts'
import type { SourcePath } from '../../model/paths.ts'
import { linesOf } from '../../syntax/lines.ts'
import { parse } from '../../syntax/parse.ts'
import { resolveDefinitions } from '../resolve-definitions.ts'
import { callsIn } from './calls.ts'
import { dropCallsFromAlt } from './calls-in-alt.ts'
import { moveCallsOutOfLinks } from './calls-in-links.ts'
import { collectDefinitions, takeOutDefinitions } from './definitions.ts'
import { checkLeftovers } from './leftovers.ts'
import { restoreCaretLabels } from './links-as-notes.ts'
import { checkNoteBodies } from './note-bodies.ts'
import { byPlace } from './order.ts'
import { checkSpacesBefore } from './spaces-before-calls.ts'

/** A note that every post may call. Plain data. */
export interface SharedNote {
  /** As the author typed it. */
  readonly label: string
  /** The normalised label: the key of the map that `resolveNotes` takes. */
  readonly identifier: string
  readonly file: SourcePath
  /** Links are resolved; calls and inline notes are not. Never changed: each post works on a copy. */
  readonly definition: FootnoteDefinition
}

/**
 * Reads a file of notes that all posts share: `[^label]: text`, nothing else. A note may call any label,
 * since the others may be in another file or in the post.
 *
 * @param bodyStart where the file's front matter ends, if it has any
 */
export function parseSharedNotes(
  source: Pick<Source, 'path' | 'text'>,
  bodyStart = { line: 1, column: 1, offset: 0 },
): { notes: SharedNote[]; diagnostics: Diagnostic[] } {
  const { tree } = parse(source, bodyStart, { stars: 'off', math: false, labels: 'any' })
  const file = source.path
  const where = { file, text: source.text, lines: linesOf(source.text) }
  restoreCaretLabels(tree, where)
  const typed = [
    ...dropCallsFromAlt(tree, where),
    ...checkLeftovers(tree, where, () => undefined),
    ...moveCallsOutOfLinks(tree, file),
  ]
  const collected = collectDefinitions(tree, where)
  const found = [...collected.definitions.values()]
  resolveDefinitions({ body: tree, notes: [] })
  takeOutDefinitions(tree)
  const diagnostics = [
    ...typed,
    ...collected.diagnostics,
    ...checkNoteBodies(found, where),
    ...found.flatMap(({ node }) => checkSpacesBefore(callsIn(node), where)),
    ...strays(tree, file),
  ]
  const notes = found.map(({ node, identifier }) => ({
    label: node.label ?? identifier,
    identifier,
    file,
    definition: node,
  }))
  return { notes, diagnostics: diagnostics.sort(byPlace) }
}

/** Words between shared notes are printed nowhere. */
function strays(tree: Root, file: string): Diagnostic[] {
  const stray = tree.children.find((node) => node.type !== 'html' && node.type !== 'definition')
  if (!stray) return []
  return [
    diagnose('FN208', {
      message: 'This text belongs to no note, and a file of shared notes is printed nowhere.',
      file,
      place: stray.position,
      hint: 'Give it a label, [^label]: text, or indent it by 4 to make it part of the note above. Comments, <!-- … -->, are fine.',
    }),
  ]
}

/** A copy of plain tree data, however deep. */
export function copyOf<Node extends Nodes>(node: Node): Node {
  const copy = { ...node }
  const stack: Nodes[] = [copy]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (!('children' in top)) continue
    const children = (top.children as Nodes[]).map((child) => ({ ...child }))
    top.children = children as never
    for (const child of children) stack.push(child)
  }
  return copy
}

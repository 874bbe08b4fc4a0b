import type { FootnoteDefinition, List, Nodes, Root, RootContent } from 'mdast'
import { type Diagnostic, diagnose, type TextEdit } from '../../model/diagnostic.ts'
import { textOf } from '../../model/plain-text.ts'
import { isBlank } from '../../syntax/is-blank.ts'
import { blockParentsOf } from '../../syntax/walk.ts'
import { callsIn } from './calls.ts'
import { isStar } from './definitions.ts'
import type { Definition, NoteSource } from './note-source.ts'
import type { NumberedNote } from './number-notes.ts'
import { placeOfBlock } from './place-of-block.ts'

/** Notes that are printed without a word, and notes whose first words became a list. */
export function checkNoteBodies(
  definitions: Iterable<Definition>,
  source: NoteSource,
): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const { kind, node } of definitions) {
    if (kind === 'label' && isBlank(node.children))
      found.push(
        diagnose('FN103', {
          message: `The note [^${node.label}] has no text.`,
          file: source.file,
          place: placeOfBlock(node, source),
          hint: `Write it behind the colon: [^${node.label}]: text of the note`,
        }),
      )
    const first = node.children[0]
    if (kind === 'label' && first?.type === 'list') found.push(startsWithList(node, first, source))
  }
  return found
}

function startsWithList({ label }: FootnoteDefinition, list: List, source: NoteSource): Diagnostic {
  const start = list.position?.start.offset ?? 0
  const [, number = '', marker = '-'] = /^(\d*)(.)/.exec(source.text.slice(start, start + 16)) ?? []
  const sign = marker === '.' ? 'dot' : marker === ')' ? 'bracket' : 'marker'
  return diagnose('FN206', {
    message: `The note [^${label}] begins with ${list.ordered ? `a number and a ${sign}` : 'a list marker'}, so its first words became a list.`,
    file: source.file,
    place: placeOfBlock(list, source),
    hint: `If no list is meant, put a backslash before the ${sign}: ${number}\\${marker}${list.ordered ? ' It was …' : ' …'}`,
  })
}

/** What may have been meant as a further block of a note. */
const continuing = new Set(['paragraph', 'list', 'code', 'blockquote', 'table'])
/** Columns that a block must be indented by to belong to a labelled note (GFM). */
const noteIndent = 4

/**
 * Finds blocks behind a labelled note that are indented by two or three, which looks like a continuation
 * and is none. A repair is offered where the note is printed even then: some way leads to it from the body
 * that does not begin in blocks which would become part of notes.
 */
export function checkContinuations(
  tree: Root,
  notes: readonly NumberedNote[],
  source: NoteSource,
): Diagnostic[] {
  const byNode = new Map<Nodes, NumberedNote>(notes.map((note) => [note.definition.node, note]))
  const shy: Shy[] = []
  for (const parent of blockParentsOf(tree)) {
    const children = parent.children as RootContent[]
    for (const [index, node] of children.entries()) {
      const note = byNode.get(node)
      if (node.type !== 'footnoteDefinition' || isStar(node) || !note) continue
      const blocks = shyBlocks(children, index)
      if (blocks.length > 0) shy.push({ note, blocks, atTop: parent.type === 'root' })
    }
  }
  const inside = new Set(shy.flatMap(({ blocks }) => blocks.flatMap(callNodesIn)))
  const reached = reachedWithout(inside, notes)
  return shy.map((each) => continuation(each, each.atTop && reached.has(each.note), source))
}

/** The notes to which calls lead from the body, if some calls were not there. */
function reachedWithout(
  without: ReadonlySet<Nodes>,
  notes: readonly NumberedNote[],
): Set<NumberedNote> {
  const calledBy = new Map<NumberedNote | undefined, NumberedNote[]>()
  for (const note of notes)
    for (const { node, owner } of note.calls) {
      if (without.has(node)) continue
      const same = calledBy.get(owner)
      if (same) same.push(note)
      else calledBy.set(owner, [note])
    }
  const reached = new Set(calledBy.get(undefined))
  for (const note of reached) for (const next of calledBy.get(note) ?? []) reached.add(next)
  return reached
}

/** A note, and the blocks behind it that are indented by two or three. */
interface Shy {
  readonly note: NumberedNote
  readonly blocks: readonly RootContent[]
  readonly atTop: boolean
}

function callNodesIn(block: RootContent): Nodes[] {
  return 'children' in block ? callsIn(block).map((call) => call.node) : []
}

function continuation(
  { note, blocks: [first, ...more] }: Shy,
  safe: boolean,
  source: NoteSource,
): Diagnostic {
  const { node } = note.definition
  const block = first as RootContent
  const nested = columnOf(node) > 1
  const by = columnOf(block) - columnOf(node)
  // Were there no blank line, what follows could run on from a block that was moved.
  const apart = isFollowedByBlank(more.at(-1) ?? block, source)
  const fix = safe && apart ? [block, ...more].flatMap((each) => indentMore(each, source)) : []
  return diagnose('FN203', {
    message: `This block is indented by ${by}${nested ? ' more than the note' : ''}, so it does not belong to the note [^${node.label}] above it.`,
    file: source.file,
    place: placeOfBlock(block, source),
    hint: `Indent it by ${noteIndent}${nested ? ' more than the note' : ''} to make it part of the note, or no further than the note.`,
    related: [{ message: 'The note', file: source.file, place: placeOfBlock(node, source) }],
    ...(fix.length > 0 && { fix }),
  })
}

/** The blocks right behind a note that are indented by two or three more than the note. */
function shyBlocks(siblings: readonly RootContent[], index: number): RootContent[] {
  const column = columnOf(siblings[index])
  const found: RootContent[] = []
  for (let next = index + 1; next < siblings.length; next++) {
    const block = siblings[next] as RootContent
    const by = columnOf(block) - column
    if (!continuing.has(block.type) || by < 2 || by >= noteIndent) break
    found.push(block)
  }
  return found
}

function columnOf(block: RootContent | undefined): number {
  return block?.position?.start.column ?? 1
}

function isFollowedByBlank({ position }: RootContent, { lines, text }: NoteSource): boolean {
  const start = lines.starts[position?.end.line ?? 0] ?? text.length
  return /^[ \t]*(?:[\r\n]|$)/.test(text.slice(start, lines.starts[(position?.end.line ?? 0) + 1]))
}

function indentMore(block: RootContent, { lines, text }: NoteSource): TextEdit[] {
  const by = columnOf(block) - 1
  const from = block.position?.start.line ?? 1
  const to = block.position?.end.line ?? from
  const edits: TextEdit[] = []
  for (let line = from; line <= to; line++) {
    const start = lines.starts[line - 1] ?? 0
    const indented = text.slice(start, start + by) === ' '.repeat(by)
    if (indented) edits.push({ start, end: start, insert: ' '.repeat(noteIndent - by) })
  }
  return edits
}

/** Headings of which nothing is left once calls are taken out, as for a table of contents. */
export function checkHeadings(tree: Root, file: string): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const node of blockParentsOf(tree).flatMap((parent): Nodes[] => parent.children))
    if (node.type === 'heading' && textOf(node) === '' && callsIn(node).length > 0)
      found.push(
        diagnose('FN207', {
          message:
            'This heading holds nothing but a call, so it has no name in the table of contents.',
          file,
          place: node.position,
          hint: 'Give the heading words: ## Words[^label]',
        }),
      )
  return found
}

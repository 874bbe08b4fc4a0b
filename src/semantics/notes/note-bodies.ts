import type { Nodes, Parents, Root, RootContent } from 'mdast'
import { type Diagnostic, diagnose, type TextEdit } from '../../model/diagnostic.ts'
import { isBlank } from '../../syntax/is-blank.ts'
import { parentsOf } from '../../syntax/walk.ts'
import { isStar } from './definitions.ts'
import type { Definition, NoteSource } from './note-source.ts'

/** Notes that are printed without a word, and notes whose first words became a list. */
export function checkNoteBodies(definitions: Iterable<Definition>, file: string): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const { kind, node } of definitions) {
    if (kind === 'label' && isBlank(node.children))
      found.push(
        diagnose('FN103', {
          message: `The note [^${node.label}] has no text.`,
          file,
          place: node.position,
          hint: `Write it behind the colon: [^${node.label}]: text of the note`,
        }),
      )
    const first = node.children[0]
    if (kind === 'label' && first?.type === 'list')
      found.push(
        diagnose('FN206', {
          message: `The note [^${node.label}] begins with ${first.ordered ? 'a number and a dot' : 'a list marker'}, so its first words became a list.`,
          file,
          place: first.position,
          hint: first.ordered
            ? 'If no list is meant, put a backslash before the dot: 1984\\. It was …'
            : 'If no list is meant, put a backslash before the marker: \\- …',
        }),
      )
  }
  return found
}

/** What may have been meant as a further block of a note. */
const continuing = new Set(['paragraph', 'list', 'code', 'blockquote', 'table'])
/** Columns that a block must be indented by to belong to a labelled note (GFM). */
const noteIndent = 4

/**
 * Finds blocks behind a labelled note that are indented by two or three, which looks like a continuation
 * and is none.
 */
export function checkContinuations(
  tree: Root,
  numbered: ReadonlySet<Nodes>,
  source: NoteSource,
): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const parent of parentsOf(tree)) {
    const children = parent.children as RootContent[]
    for (const [index, node] of children.entries()) {
      if (node.type !== 'footnoteDefinition' || isStar(node) || !numbered.has(node)) continue
      const blocks = shyBlocks(children, index)
      const first = blocks[0]
      if (!first) continue
      const fix = parent.type === 'root' ? blocks.flatMap((block) => indentMore(block, source)) : []
      found.push(
        diagnose('FN203', {
          message: `This block is indented by ${indentOf(first)}, so it does not belong to the note [^${node.label}] above it.`,
          file: source.file,
          place: first.position,
          hint: `Indent it by ${noteIndent} to make it part of the note, or not at all.`,
          related: [{ message: 'The note', file: source.file, place: node.position }],
          ...(fix.length > 0 && { fix }),
        }),
      )
    }
  }
  return found
}

/** The blocks right behind a note that are indented by two or three more than the note. */
function shyBlocks(siblings: readonly RootContent[], index: number): RootContent[] {
  const column = siblings[index]?.position?.start.column ?? 1
  const found: RootContent[] = []
  for (const block of siblings.slice(index + 1)) {
    const by = (block.position?.start.column ?? 1) - column
    if (!continuing.has(block.type) || by < 2 || by >= noteIndent) break
    found.push(block)
  }
  return found
}

function indentOf(block: RootContent): number {
  return (block.position?.start.column ?? 1) - 1
}

function indentMore(block: RootContent, { lines, text }: NoteSource): TextEdit[] {
  const by = indentOf(block)
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
export function checkHeadings(
  roots: Iterable<Parents>,
  file: string,
  holdsCall: (heading: Parents) => boolean,
): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const root of roots)
    for (const parent of parentsOf(root))
      if (parent.type === 'heading' && holdsCall(parent))
        found.push(
          diagnose('FN207', {
            message:
              'This heading holds nothing but a call, so it has no name in the table of contents.',
            file,
            place: parent.position,
            hint: 'Give the heading words: ## Words[^label]',
          }),
        )
  return found
}

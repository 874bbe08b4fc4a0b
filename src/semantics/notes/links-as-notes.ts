import type { Definition, LinkReference, Nodes, Paragraph, Root } from 'mdast'
import { type Diagnostic, diagnose, type TextEdit } from '../../model/diagnostic.ts'
import { blockParentsOf, nodesOf, replaceNodes } from '../../syntax/walk.ts'
import { isEscaped, startsLine } from './leftovers.ts'
import type { NoteSource } from './note-source.ts'
import { surelyPrinted } from './surely-printed.ts'

/**
 * Takes back what CommonMark reads as a link but the author meant as a note: `[^a b]: word` defines a link
 * with the label `^a b`, and the words would be lost. They become text again, in place.
 */
export function restoreCaretLabels(tree: Root, source: NoteSource): void {
  const isCaret = (node: Nodes): boolean =>
    (node.type === 'definition' || node.type === 'linkReference') && node.identifier.startsWith('^')
  const blocks = blockParentsOf(tree).flatMap((parent): Nodes[] => parent.children)
  // Without the definition, no link refers to it.
  if (!blocks.some(isCaret)) return
  replaceNodes(tree, (child) => {
    if (!isCaret(child) || !child.position) return undefined
    const { position } = child
    const value = source.text.slice(position.start.offset, position.end.offset)
    const words = { type: 'text' as const, value, position }
    return child.type === 'definition'
      ? [{ type: 'paragraph', children: [words], position }]
      : [words]
  })
}

/** An address rather than a word: has a scheme, a path, a fragment or a dot inside. */
const address = /^(?:[a-z][a-z0-9+.-]*:|[#/?.])|\/|[^.]\.[^.]/i

/**
 * Finds `[1]` … `[1]: text`, which Markdown reads as a link or as plain words: the caret is missing.
 */
export function checkNumberedLinks(tree: Root, source: NoteSource): Diagnostic[] {
  if (!/^[ \t>]*\[\d+\]:/m.test(source.text)) return []
  const nodes = nodesOf(tree)
  const definitions = new Map<string, Definition>()
  for (const node of nodes)
    if (node.type === 'definition' && /^\d+$/.test(node.identifier) && !address.test(node.url))
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
  const lines = nodes.flatMap((node) =>
    node.type === 'paragraph' ? numberedLines(node, source) : [],
  )
  const isPrinted = surelyPrinted(tree, source)
  const calls = lines.length > 0 ? callsByNumber(nodes, source) : new Map<string, number[]>()
  const found = lines.map((line) => {
    const at = calls.get(line.label) ?? []
    // Those of the first of two notes with one number: a repair is made once.
    calls.delete(line.label)
    const safe = !isTaken(line.label, source) && at.some(isPrinted)
    return numberedNote(line, at, safe, source)
  })
  for (const node of nodes) {
    if (node.type !== 'linkReference' || node.referenceType === 'full') continue
    const definition = definitions.get(node.identifier)
    if (definition) found.push(numberedLink(node, definition, source))
  }
  return found
}

function numberedLink(link: LinkReference, definition: Definition, source: NoteSource): Diagnostic {
  const { file } = source
  const edits = isTaken(definition.identifier, source) ? [] : [link, definition].flatMap(caretAt)
  return diagnose('FN106', {
    message: `[${link.label}] links to “${definition.url}”, which is no address; a note was probably meant.`,
    file,
    place: link.position,
    hint: `Type a caret, here and in the note: [^${link.label}]`,
    related: [{ message: 'The note', file, place: definition.position }],
    ...(edits.length > 0 && { fix: edits }),
  })
}

/** Whether a text calls or has a note of a number already, which another note would take the place of. */
function isTaken(number: string, { text }: NoteSource): boolean {
  return text.includes(`[^${number}]`)
}

/** A line `[1]: several words`, which defines no link. */
interface NumberedLine {
  readonly label: string
  /** Offset of its bracket. */
  readonly offset: number
}

function numberedLines(paragraph: Paragraph, source: NoteSource): NumberedLine[] {
  const first = paragraph.children[0]
  const start = first?.type === 'text' ? first.position?.start.offset : undefined
  if (first?.type !== 'text' || start === undefined) return []
  const raw = source.text.slice(start, first.position?.end.offset)
  return [...raw.matchAll(/\[(\d+)\]:[ \t]+\S/g)].flatMap(({ 1: label = '', index }) =>
    index === 0 || startsLine(source.text, start + index) ? [{ label, offset: start + index }] : [],
  )
}

/**
 * @param calls offsets of the brackets of each `[1]` in words
 * @param safe whether one of them is printed, and so the note
 */
function numberedNote(
  { label, offset }: NumberedLine,
  calls: readonly number[],
  safe: boolean,
  source: NoteSource,
): Diagnostic {
  return diagnose('FN106', {
    message: `[${label}]: at the beginning of a line looks like a note, but the caret is missing.`,
    file: source.file,
    place: source.lines.positionOf(offset, offset + label.length + 3),
    hint: `Type a caret, here and where the note is called: [^${label}]: text of the note`,
    ...(safe && {
      fix: [offset, ...calls].map((at) => ({ start: at + 1, end: at + 1, insert: '^' })),
    }),
  })
}

/** Offsets of each `[1]` in words, by the number in it. */
function callsByNumber(nodes: readonly Nodes[], source: NoteSource): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const node of nodes) {
    const start = node.type === 'text' ? node.position?.start.offset : undefined
    if (start === undefined) continue
    const raw = source.text.slice(start, node.position?.end.offset)
    for (const { 1: label = '', index } of raw.matchAll(/\[(\d+)\](?!:)/g)) {
      if (isEscaped(raw, index)) continue
      const same = found.get(label)
      if (same) same.push(start + index)
      else found.set(label, [start + index])
    }
  }
  return found
}

function caretAt(node: LinkReference | Definition): TextEdit[] {
  const start = node.position?.start.offset
  return start === undefined ? [] : [{ start: start + 1, end: start + 1, insert: '^' }]
}

import type { Definition, LinkReference, Nodes, Paragraph, Root } from 'mdast'
import { type Diagnostic, diagnose, type TextEdit } from '../../model/diagnostic.ts'
import { nodesOf, replaceNodes } from '../../syntax/walk.ts'
import { isEscaped } from './leftovers.ts'
import type { NoteSource } from './note-source.ts'

/**
 * Takes back what CommonMark reads as a link but the author meant as a note: `[^a b]: word` defines a link
 * with the label `^a b`, and the words would be lost. They become text again, in place.
 */
export function restoreCaretLabels(tree: Root, source: NoteSource): void {
  const isCaret = (node: Nodes): boolean =>
    (node.type === 'definition' || node.type === 'linkReference') && node.identifier.startsWith('^')
  if (!nodesOf(tree).some(isCaret)) return
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
  const found: Diagnostic[] = []
  for (const node of nodes) {
    if (node.type === 'paragraph')
      for (const each of numberedParagraph(node, nodes, source)) found.push(each)
    if (node.type !== 'linkReference' || node.referenceType === 'full') continue
    const definition = definitions.get(node.identifier)
    if (definition) found.push(numberedLink(node, definition, source))
  }
  return found
}

function numberedLink(
  link: LinkReference,
  definition: Definition,
  { file }: NoteSource,
): Diagnostic {
  const edits = [caretAt(link), caretAt(definition)].flat()
  return diagnose('FN106', {
    message: `[${link.label}] links to “${definition.url}”, which is no address; a note was probably meant.`,
    file,
    place: link.position,
    hint: `Type a caret, here and in the note: [^${link.label}]`,
    related: [{ message: 'The note', file, place: definition.position }],
    fix: edits,
  })
}

/** Lines `[1]: several words`, which are no definition of a link. */
function numberedParagraph(
  paragraph: Paragraph,
  nodes: readonly Nodes[],
  source: NoteSource,
): Diagnostic[] {
  const first = paragraph.children[0]
  const start = first?.type === 'text' ? first.position?.start.offset : undefined
  if (first?.type !== 'text' || start === undefined) return []
  const raw = source.text.slice(start, first.position?.end.offset)
  const found: Diagnostic[] = []
  for (const { 1: label = '', index } of raw.matchAll(
    /(?:^|(?<=[\r\n][ \t>]*))\[(\d+)\]:[ \t]+\S/g,
  )) {
    const from = start + index
    const bracket = { start: from + 1, end: from + 1, insert: '^' }
    found.push(
      diagnose('FN106', {
        message: `[${label}]: at the beginning of a line looks like a note, but the caret is missing.`,
        file: source.file,
        place: source.lines.positionOf(from, from + label.length + 3),
        hint: `Type a caret, here and where the note is called: [^${label}]: text of the note`,
        fix: [bracket, ...callsInWords(label, nodes, source, from)],
      }),
    )
  }
  return found
}

/** Edits that add the caret to each `[1]` in words. */
function callsInWords(
  label: string,
  nodes: readonly Nodes[],
  source: NoteSource,
  note: number,
): TextEdit[] {
  const edits: TextEdit[] = []
  for (const node of nodes) {
    const start = node.type === 'text' ? node.position?.start.offset : undefined
    if (start === undefined) continue
    const raw = source.text.slice(start, node.position?.end.offset)
    for (let at = raw.indexOf(`[${label}]`); at >= 0; at = raw.indexOf(`[${label}]`, at + 1))
      if (start + at !== note && !isEscaped(raw, at) && raw[at + label.length + 2] !== ':')
        edits.push({ start: start + at + 1, end: start + at + 1, insert: '^' })
  }
  return edits
}

function caretAt(node: LinkReference | Definition): TextEdit[] {
  const start = node.position?.start.offset
  return start === undefined ? [] : [{ start: start + 1, end: start + 1, insert: '^' }]
}

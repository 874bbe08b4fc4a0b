import type { Nodes, Parents, Root, Text } from 'mdast'
import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { Position } from 'unist'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { parentsOf } from '../../syntax/walk.ts'
import { isBareAddress } from './calls-in-addresses.ts'
import {
  badLabel,
  missingColon,
  type Suggest,
  unclosedInlineNote,
  undefinedReference,
} from './leftover-findings.ts'
import type { NoteSource } from './note-source.ts'
import { surelyPrinted } from './surely-printed.ts'

/** A text node, and whether it begins a paragraph. */
interface Words {
  readonly node: Text
  readonly parent: Parents
  readonly first: boolean
}

/** What was met on the way through the words. */
interface Met {
  /** Labels with spaces: one finding speaks for all that are alike. */
  readonly badLabels: Set<string>
  /** Calls that no note answers, by label: their offsets. */
  readonly called: Map<string, number[]>
  /**
   * Paragraphs that begin with a note without its colon: where `[^1] one` stands and below it `[^2] two`, the
   * second line is such a note as well.
   */
  readonly lists: Set<Parents>
  /** Labels that a repair gives a note: the second note of a label is not printed. */
  readonly mended: Set<string>
  readonly isPrinted: (offset: number) => boolean
}

/**
 * Finds what looks like a call or a note in words that are printed as they stand: undefined labels,
 * labels with spaces, notes without a colon, inline notes that never end.
 *
 * @param suggest the label that was probably meant
 */
export function checkLeftovers(tree: Root, source: NoteSource, suggest: Suggest): Diagnostic[] {
  const found: (() => Diagnostic)[][] = []
  const met: Met = {
    badLabels: new Set(),
    called: new Map(),
    lists: new Set(),
    mended: new Set(),
    isPrinted: surelyPrinted(tree, source),
  }
  for (const words of wordsWithCarets(tree)) {
    const start = words.node.position?.start.offset
    const end = words.node.position?.end.offset
    if (start === undefined || end === undefined) continue
    const raw = source.text.slice(start, end)
    if (raw.includes('[^')) found.push(labelsIn(words, raw, start, source, suggest, met))
    if (raw.includes('^[') && !isBareAddress(words.parent, source))
      found.push(openingsIn(raw, start, source).map((each) => () => each))
  }
  // Only now is known which notes without a colon are called.
  return found.flat().map((finding) => finding())
}

function labelsIn(
  words: Words,
  raw: string,
  start: number,
  source: NoteSource,
  suggest: Suggest,
  met: Met,
): (() => Diagnostic)[] {
  const { badLabels, called, lists } = met
  const found: (() => Diagnostic)[] = []
  const indent = raw.search(/\S/)
  for (const match of raw.matchAll(/\[\^((?:\\.|[^\\[\]\r\n])*)\]/g)) {
    const { 0: typed, 1: label = '', index } = match
    if (isEscaped(raw, index)) continue
    const from = start + index
    const place = source.lines.positionOf(from, from + typed.length)
    const rest = raw.slice(index + typed.length, index + typed.length + 64)
    const atStart =
      (words.first && index === indent) ||
      (lists.has(words.parent) && startsLine(source.text, from))
    if (/\s/.test(label)) {
      const key = label.trim().replace(/\s+/g, ' ').toLowerCase()
      if (!badLabels.has(key)) found.push(() => badLabel(label, place, source.file))
      badLabels.add(key)
    } else if (atStart && label !== '' && /^\s+\S/.test(rest)) {
      lists.add(words.parent)
      found.push(colonless({ label, place, rest }, source.file, met))
    } else {
      const key = normalizeIdentifier(label)
      const alike = called.get(key)
      if (alike) alike.push(from)
      else called.set(key, [from])
      found.push(() => undefinedReference(label, place, source.file, suggest))
    }
  }
  return found
}

/** A note without its colon, and what follows its label. */
interface Colonless {
  readonly label: string
  readonly place: Position
  readonly rest: string
}

/** @param met its calls are asked for once all words were met */
function colonless(
  { label, place, rest }: Colonless,
  file: string,
  { called, mended, isPrinted }: Pick<Met, 'called' | 'mended' | 'isPrinted'>,
): () => Diagnostic {
  const spaces = /^[ \t]+(?=:)/.exec(rest)?.[0].length ?? 0
  const end = place.end.offset ?? 0
  const fix = { start: end, end: end + spaces, insert: spaces > 0 ? '' : ':' }
  // No repair is safe where words on the next line would not belong to the note, or where nothing calls it: a
  // note is not printed then, and these words are.
  const sameLine = /^[ \t]+\S/.test(rest)
  return () => {
    const key = normalizeIdentifier(label)
    const callers = called.get(key) ?? []
    const safe = sameLine && !mended.has(key) && callers.some(isPrinted)
    if (safe) mended.add(key)
    return missingColon(label, place, file, { fix, safe })
  }
}

function openingsIn(raw: string, start: number, source: NoteSource): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const { index } of raw.matchAll(/\^\[(?!\s*\])/g)) {
    if (isEscaped(raw, index)) continue
    const place = source.lines.positionOf(start + index, start + index + 2)
    found.push(unclosedInlineNote(place, source.file))
  }
  return found
}

/** Words in which there may be a call: a caret is always printed as it was typed. */
function wordsWithCarets(tree: Root): Words[] {
  const found: Words[] = []
  for (const parent of parentsOf(tree)) {
    const children = parent.children as Nodes[]
    for (let index = 0; index < children.length; index++) {
      const node = children[index] as Nodes
      if (node.type === 'text' && node.value.includes('^'))
        found.push({ node, parent, first: index === 0 && parent.type === 'paragraph' })
    }
  }
  return found
}

/** Whether a backslash, not itself escaped, stands before a character. */
export function isEscaped(raw: string, index: number): boolean {
  let from = index
  while (from > 0 && raw[from - 1] === '\\') from--
  return (index - from) % 2 === 1
}

/** Whether nothing but white space and the markers of quotes stands before an offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  let from = offset
  while (from > 0 && /[ \t>]/.test(text[from - 1] as string)) from--
  return from === 0 || /[\r\n]/.test(text[from - 1] as string)
}

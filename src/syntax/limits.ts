import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { DiagnosticCode } from '../model/diagnostic-codes.ts'
import { mostBytes, tooLarge } from './limits/file-size.ts'
import { inlineCost } from './limits/inline-cost.ts'
import { scanBlocks } from './limits/scan-blocks.ts'
import type { BlockScan } from './limits/scan-progress.ts'
import { type Lines, linesOf } from './lines.ts'

const mostLine = 256 * 1024
/** Even an empty one takes the parser a kilobyte and more. */
const mostLines = 200_000
const mostDepth = 100
const mostColumns = 1000
const mostCells = 200_000
const mostNotes = 5000
const mostCalls = 50_000
/** Each mark may be compared with each one before it: so many take a few seconds at worst. */
const mostMarks = 10_000
/** Characters searched in vain for the end of code or HTML: so many take about a second. */
const mostSearched = 50_000_000

/**
 * Refuses texts that would take the parser minutes, or more memory than there is. Linear in time, and
 * run before anything is parsed. Nothing in a block of code counts. Each finding is an error: the text
 * must not be parsed.
 *
 * @param file relative to the site's root
 * @param text of the whole file, with its front matter
 */
export function checkLimits(file: string, text: string): readonly Diagnostic[] {
  const large = sizeFinding(file, text)
  if (large) return [large]
  const lines = linesOf(text)
  const tell = reporter(file, lines)
  const long = longLine(text, lines)
  if (long) return [tell('LM102', long[0], long[1], ...longLineWords(long[1] - long[0]))]
  if (lines.starts.length > mostLines) {
    const start = lines.starts[mostLines] ?? 0
    const message = `This file has ${lines.starts.length} lines; at most ${mostLines} are read.`
    return [tell('LM114', start, start, message, 'Take away the empty lines, or divide the text.')]
  }
  const scan = scanBlocks(text, mostDepth)
  const deepest = [scan, ...starScans(text)].find(({ depth }) => depth > mostDepth)
  if (deepest)
    return [
      tell(
        'LM103',
        deepest.deepestAt,
        deepest.deepestAt + 1,
        `More than ${mostDepth} quotations, list items, notes or boxes stand in one another here.`,
        'Take away what is too much; if it is a drawing, put it in a block of code (```).',
      ),
    ]
  return [...tableFindings(scan, tell), ...inlineFindings(text, scan, tell)]
}

/** Stars before another mark may begin a list or a note; only what follows tells. Both are looked at. */
function starScans(text: string): readonly BlockScan[] {
  return /^[ \t]*\*+[ \t]*[>[:\d+-]/m.test(text) ? [scanBlocks(text, mostDepth, true)] : []
}

type Tell = (
  code: DiagnosticCode,
  start: number,
  end: number,
  message: string,
  hint: string,
) => Diagnostic

function reporter(file: string, lines: Lines): Tell {
  return (code, start, end, message, hint) =>
    diagnose(code, { message, file, place: lines.positionOf(start, end), hint })
}

function sizeFinding(file: string, text: string): Diagnostic | undefined {
  if (text.length * 3 <= mostBytes) return undefined
  return tooLarge(file, new TextEncoder().encode(text).length)
}

/** The first line that is too long, without its end. */
function longLine(text: string, { starts }: Lines): readonly [number, number] | undefined {
  if (text.length <= mostLine) return undefined
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i] ?? 0
    const end = starts[i + 1] ?? text.length
    if (end - start > mostLine) return [start, end]
  }
  return undefined
}

function longLineWords(length: number): [message: string, hint: string] {
  return [
    `This line has ${length} characters; at most ${mostLine} are read.`,
    'Divide it into several lines. A picture belongs in a file of its own, not in the text.',
  ]
}

function tableFindings({ tables }: BlockScan, tell: Tell): readonly Diagnostic[] {
  const hint = 'Divide it into several tables, or offer it as a file to download.'
  let cells = 0
  for (const { offset, columns, cells: own } of tables) {
    if (columns > mostColumns)
      return [
        tell(
          'LM105',
          offset,
          offset + 1,
          `This table has ${columns} columns; at most ${mostColumns} are read.`,
          hint,
        ),
      ]
    cells += own
    if (cells > mostCells)
      return [
        tell(
          'LM106',
          offset,
          offset + 1,
          `With this table the tables of this file have ${cells} cells; at most ${mostCells} are read.`,
          hint,
        ),
      ]
  }
  return []
}

function inlineFindings(text: string, scan: BlockScan, tell: Tell): readonly Diagnostic[] {
  const found = new Map<DiagnosticCode, Diagnostic>()
  const add = (code: DiagnosticCode, at: number, message: string, hint: string): void => {
    if (!found.has(code)) found.set(code, tell(code, at, at + 1, message, hint))
  }
  let searched = 0
  const calls: number[] = []
  const notes = [...scan.notes]
  for (const { start, end } of scan.blocks) {
    const cost = inlineCost(text.slice(start, end))
    for (const at of cost.calls) calls.push(start + at)
    for (const at of cost.inlineNotes) notes.push(start + at)
    searched += cost.searched
    if (cost.depth > mostDepth)
      add(
        'LM104',
        start + cost.deepestAt,
        `Emphasis or brackets are nested ${cost.depth} deep here; at most ${mostDepth} levels are read.`,
        `Take away what is too much. ${escapeHint}`,
      )
    if (cost.marks > mostMarks)
      add(
        'LM111',
        start,
        `This paragraph has more than ${mostMarks} marks such as * _ [ ].`,
        `Divide it with empty lines. ${escapeHint}`,
      )
    if (searched > mostSearched)
      add(
        'LM111',
        start,
        'This paragraph begins code (`) or HTML (<!--, <?) many times and never ends it.',
        `End each of them. ${escapeHint}`,
      )
  }
  if (notes.length > mostNotes)
    add(
      'LM107',
      notes.sort((a, b) => a - b)[mostNotes] ?? 0,
      `This file has ${notes.length} notes; at most ${mostNotes} are read.`,
      'Divide it into several posts.',
    )
  if (calls.length > mostCalls)
    add(
      'LM108',
      calls[mostCalls] ?? 0,
      `This file calls notes ${calls.length} times; at most ${mostCalls} are read.`,
      'Divide it into several posts.',
    )
  return [...found.values()]
}

const escapeHint = 'If the signs are meant as they stand, put them in a block of code (```).'

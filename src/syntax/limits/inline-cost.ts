import { matchAt } from './containers.ts'
import { flankOf } from './flanks.ts'
import { close, noOpeners, type Openers, push } from './openers.ts'

/** What the marks inside one text come to. */
export interface InlineCost {
  /** The deepest nesting of emphasis and the like, and where the outermost of it ends. */
  readonly depth: number
  readonly deepestAt: number
  /** Signs that may open or close something; emphasis counts double, since it is compared with what stands before it. */
  readonly marks: number
  /** Characters that are searched in vain for the end of code or HTML. */
  readonly searched: number
  /** Where notes are called, and where notes stand in the text itself. */
  readonly calls: readonly number[]
  readonly inlineNotes: readonly number[]
}

interface Tally {
  readonly emphasis: Openers
  readonly brackets: Openers
  readonly htmlEnds: HtmlEnds
  depth: number
  deepestAt: number
  marks: number
  searched: number
  readonly calls: number[]
  readonly inlineNotes: number[]
}

/** Reads the marks of one text in linear time. Nothing counts in code, in HTML comments or behind a back slash. */
export function inlineCost(text: string): InlineCost {
  const tally: Tally = {
    emphasis: noOpeners(),
    brackets: noOpeners(),
    htmlEnds: new Map(),
    depth: 0,
    deepestAt: 0,
    marks: 0,
    searched: 0,
    calls: [],
    inlineNotes: [],
  }
  const ticks = tickRuns(text)
  const special = /[\\`<[\]*_~]/g
  for (let found = special.exec(text); found; found = special.exec(text))
    special.lastIndex = readMark(text, found.index, tally, ticks)
  return tally
}

/** @returns where to read on */
function readMark(text: string, at: number, tally: Tally, ticks: TickRuns): number {
  switch (text[at]) {
    case '\\':
      return at + 2
    case '`':
      return skipCode(text, at, tally, ticks)
    case '<':
      return skipHtml(text, at, tally)
    case '[':
      return openBracket(text, at, tally)
    case ']':
      tally.marks++
      deepen(tally, close(tally.brackets, '[', 1).depth, at)
      return at + 1
    default:
      return readRun(text, at, tally)
  }
}

/** The offsets of runs of back ticks by their length. */
type TickRuns = ReadonlyMap<number, number[]>

function tickRuns(text: string): TickRuns {
  const runs = new Map<number, number[]>()
  if (!text.includes('`')) return runs
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const known = runs.get(run.length)
    if (known) known.push(index)
    else runs.set(run.length, [index])
  }
  for (const offsets of runs.values()) offsets.reverse()
  return runs
}

function skipCode(text: string, at: number, tally: Tally, ticks: TickRuns): number {
  let length = 1
  while (text[at + length] === '`') length++
  const offsets = ticks.get(length) ?? []
  while ((offsets.at(-1) ?? text.length) <= at) offsets.pop()
  const end = offsets.at(-1)
  if (end !== undefined) return end + length
  tally.searched += text.length - at
  return at + length
}

/** What begins HTML that is no tag, and what ends it (CommonMark 0.31.2, 6.6). */
const htmlKinds: readonly (readonly [start: RegExp, end: string])[] = [
  [/<!--/y, '-->'],
  [/<!\[CDATA\[/y, ']]>'],
  [/<\?/y, '?>'],
  [/<![A-Za-z]/y, '>'],
]

/** The last place of each of those ends in a text, once it is known. */
type HtmlEnds = Map<string, number>

function skipHtml(text: string, at: number, tally: Tally): number {
  for (const [start, end] of htmlKinds) {
    const begun = matchAt(start, text, at)
    if (begun === undefined) continue
    const last = tally.htmlEnds.get(end) ?? text.lastIndexOf(end)
    tally.htmlEnds.set(end, last)
    if (last >= at + begun.length) return text.indexOf(end, at + begun.length) + end.length
    tally.searched += text.length - at
    return at + begun.length
  }
  return at + 1
}

function openBracket(text: string, at: number, tally: Tally): number {
  tally.marks++
  if (text[at - 1] === '^') {
    tally.inlineNotes.push(at - 1)
    tally.calls.push(at - 1)
  } else if (text[at + 1] === '^' && text[at + 2] !== ']') tally.calls.push(at)
  push(tally.brackets, '[', 1)
  return at + 1
}

function readRun(text: string, at: number, tally: Tally): number {
  const sign = text.charAt(at)
  let end = at + 1
  while (text[end] === sign) end++
  const { opens, closes } = flankOf(text, at, end)
  if (opens || closes) tally.marks += 2
  let left = end - at
  if (closes) {
    const closed = close(tally.emphasis, sign, left)
    deepen(tally, closed.depth, at)
    left -= closed.used
  }
  if (opens && left > 0) push(tally.emphasis, sign, left)
  return end
}

function deepen(tally: Tally, depth: number, at: number): void {
  if (depth <= tally.depth) return
  tally.depth = depth
  tally.deepestAt = at
}

import type { Nodes, Parents, Text } from 'mdast'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { parentsOf } from '../../syntax/walk.ts'
import type { NoteSource } from './note-source.ts'

/** One call that is printed as it was typed: UTF-16 offsets in the file. */
interface Typed {
  readonly start: number
  readonly end: number
}

/** Findings whose place is that of a call which no note answers. */
const unanswered: ReadonlySet<string> = new Set(['FN101', 'FN301', 'FN309'])

/**
 * Sets calls that no note answers apart from the words around them, in place: a page prints them, but no
 * summary, title or heading's id is to have them, or it would change once the note is written.
 *
 * @param roots trees whose places are those of the file
 * @param diagnostics what was found in the file
 */
export function setUnboundCallsApart(
  roots: readonly Parents[],
  diagnostics: readonly Diagnostic[],
  source: NoteSource,
): void {
  const calls = diagnostics
    .filter(({ code, file }) => unanswered.has(code) && file === source.file)
    .flatMap(({ place }): Typed[] => {
      const start = place?.start.offset
      const end = place?.end.offset
      return start === undefined || end === undefined ? [] : [{ start, end }]
    })
    .sort((a, b) => a.start - b.start)
  if (calls.length === 0) return
  for (const root of roots)
    for (const parent of parentsOf(root)) {
      const children = parent.children as Nodes[]
      if (!children.some((child) => child.type === 'text')) continue
      parent.children = children.flatMap((child): Nodes[] =>
        child.type === 'text' ? parted(child, calls, source) : [child],
      ) as never
    }
}

/** The words of a text node and the calls in it, each as a node of its own. */
function parted(node: Text, calls: readonly Typed[], source: NoteSource): Text[] {
  const from = node.position?.start.offset
  const to = node.position?.end.offset
  if (from === undefined || to === undefined || node.data?.unboundCall) return [node]
  const parts: Text[] = []
  let end = { raw: to, value: node.value.length }
  const cut = (raw: number, value: number, unboundCall: boolean): void => {
    if (value < end.value)
      parts.push({
        ...node,
        value: node.value.slice(value, end.value),
        position: source.lines.positionOf(raw, end.raw),
        ...(unboundCall && { data: { ...node.data, unboundCall } }),
      })
    end = { raw, value }
  }
  // From the last on: what stands before words on a line of the file, as in a quote, is not in the words.
  for (let at = firstFrom(calls, to) - 1; at >= 0; at--) {
    const call = calls[at] as Typed
    if (call.start < from) break
    if (call.end > end.raw) continue
    const typed = source.text.slice(call.start, call.end)
    const words = node.value.slice(0, end.value)
    const index = lastIndexIn(words, typed, source.text.slice(call.end, end.raw))
    if (index === undefined) break
    cut(call.end, index + typed.length, false)
    cut(call.start, index, true)
  }
  if (parts.length === 0) return [node]
  cut(from, 0, false)
  return parts.reverse()
}

/** Index of the first call that starts at an offset or behind it. */
function firstFrom(calls: readonly Typed[], offset: number): number {
  let low = 0
  let high = calls.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((calls[middle] as Typed).start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Where characters of the file stand in the words that were made of it: as many lines end behind them
 * there, and on their own line as many of the same characters follow.
 *
 * @param rest what follows them in the file, up to the end of the words
 */
function lastIndexIn(words: string, typed: string, rest: string): number | undefined {
  const [line = '', ...below] = rest.split(/\r\n|\n|\r/)
  let end = words.length
  for (const _ of below) {
    end = Math.max(words.lastIndexOf('\n', end - 1), words.lastIndexOf('\r', end - 1))
    if (end < 0) return undefined
    if (words[end] === '\n' && words[end - 1] === '\r') end--
  }
  const unescaped = line.replace(/\\(?=[!-/:-@[-`{-~])/g, '')
  let index = words.lastIndexOf(typed, end - typed.length)
  for (let at = unescaped.lastIndexOf(typed); at >= 0; ) {
    index = index < typed.length ? -1 : words.lastIndexOf(typed, index - typed.length)
    at = at < typed.length ? -1 : unescaped.lastIndexOf(typed, at - typed.length)
  }
  return index < 0 ? undefined : index
}

import type { Nodes } from 'mdast'
import { sourcePath } from '../model/paths.ts'
import { checkLimits } from '../syntax/limits.ts'
import { parse } from '../syntax/parse.ts'
import type { ImportProblem } from './imported.ts'

/** Whether a place of a text stands in code, where signs are only shown. */
export type IsCode = (offset: number) => boolean

/**
 * Finds the code in Markdown: blocks and spans.
 *
 * @param file the file, for a problem
 * @param text the whole file
 * @param start where its Markdown begins
 * @returns a problem where the text is over a limit of the engine, so that it must not be parsed
 */
export function findCode(file: string, text: string, start: number): IsCode | ImportProblem {
  const [limit] = checkLimits(file, text)
  if (limit)
    return {
      kind: 'problem',
      file,
      place: limit.place,
      message: `${limit.message} The text is taken over as it is.`,
      hint: limit.hint,
    }
  const { tree } = parse(
    { path: sourcePath('content/posts/imported.md'), text: text.slice(start) },
    { line: 1, column: 1, offset: 0 },
    { stars: 'off', math: false, labels: 'any' },
  )
  const ranges: (readonly [number, number])[] = []
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const { position } = node
    if ((node.type === 'code' || node.type === 'inlineCode') && position)
      ranges.push([start + (position.start.offset ?? 0), start + (position.end.offset ?? 0)])
    if ('children' in node) for (const child of node.children) waiting.push(child)
  }
  return withinRanges(ranges)
}

/** Whether a place lies in one of some parts of a text, which do not overlap. */
export function withinRanges(ranges: readonly (readonly [start: number, end: number])[]): IsCode {
  const sorted = [...ranges].sort(([a], [b]) => a - b)
  return (offset) => isWithin(sorted, offset)
}

function isWithin(ranges: readonly (readonly [number, number])[], offset: number): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.[0] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return offset < (ranges[low - 1]?.[1] ?? 0)
}

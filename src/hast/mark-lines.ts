import type { ElementContent } from 'hast'
import type { CodeInfo } from '../model/components.ts'
import { element, text } from './element.ts'

/**
 * Puts lines of code into `<mark>`, each run of lines into one. Elements that go over the edge of a run
 * are cut in two. The text stays the same, byte for byte, and the line end after a run is not in it.
 *
 * @param content code as text and as elements that highlighting made
 * @param marked lines from 1, first and last, in order and without overlaps
 */
export function markLines(
  content: readonly ElementContent[],
  marked: CodeInfo['marked'],
): ElementContent[] {
  if (marked.length === 0) return [...content]
  const made: ElementContent[] = []
  let lines = splitLines(content)
  let at = 1
  const take = (count: number): ElementContent[] => {
    const taken = lines.slice(0, count)
    lines = lines.slice(count)
    at += taken.length
    return taken.flatMap((line, i) => (i === 0 ? line : [text('\n'), ...line]))
  }
  for (const [first, last] of marked) {
    if (first > at) made.push(...take(first - at), text('\n'))
    made.push(element('mark', {}, take(last - first + 1)))
    if (lines.length > 0) made.push(text('\n'))
  }
  made.push(...take(lines.length))
  return joined(made)
}

/** The content of each line, without the line ends. */
function splitLines(content: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]]
  for (const node of content) {
    const pieces: ElementContent[][] =
      node.type === 'text'
        ? node.value.split('\n').map((value) => (value === '' ? [] : [text(value)]))
        : node.type === 'element'
          ? splitLines(node.children).map((children) =>
              children.length === 0 ? [] : [{ ...node, children }],
            )
          : []
    pieces.forEach((piece, i) => {
      if (i > 0) lines.push([])
      lines.at(-1)?.push(...piece)
    })
  }
  return lines
}

/** Texts that follow each other as one. */
function joined(nodes: readonly ElementContent[]): ElementContent[] {
  const made: ElementContent[] = []
  for (const node of nodes) {
    const last = made.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      made[made.length - 1] = text(last.value + node.value)
    else made.push(node)
  }
  return made
}

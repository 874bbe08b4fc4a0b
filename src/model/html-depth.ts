import type { HtmlToken } from './html-tokens.ts'

/** More open elements than this at one place are refused: printers and parsers work by recursion. */
export const deepestHtml = 100

/** Elements that never hold others, and those that the next of their kind closes (HTML, 13.1.2.4). */
const flat = new Set('br col hr img wbr p li dd dt tr td th tbody thead tfoot rp rt'.split(' '))

/**
 * The most elements that are open at one place, never less than a parser would make of it: an end tag
 * closes elements of its own name only.
 *
 * @param tags start and end tags in order
 */
export function htmlDepth(tags: Iterable<Pick<HtmlToken, 'kind' | 'name'>>): number {
  const open = new Map<string, number>()
  let depth = 0
  let deepest = 0
  for (const { kind, name } of tags) {
    if (flat.has(name)) continue
    const count = open.get(name) ?? 0
    if (kind === 'end' && count === 0) continue
    const step = kind === 'end' ? -1 : 1
    open.set(name, count + step)
    depth += step
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

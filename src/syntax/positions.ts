import type { Nodes, Parents, Root } from 'mdast'
import type { Point, Position } from 'unist'
import { linesOf } from './lines.ts'
import { nodesOf, parentsOf } from './walk.ts'

/** Where the body begins in the file that holds it. */
export interface BodyStart {
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  /** UTF-16 offset. */
  readonly offset: number
}

/** Gives the function that turns a place of the body into the same place of the file. */
export function shifter(start: BodyStart): (position: Position) => Position {
  const moved = (point: Point): Point => ({
    line: point.line + start.line - 1,
    column: point.line === 1 ? point.column + start.column - 1 : point.column,
    offset: (point.offset ?? 0) + start.offset,
  })
  return (position) => ({ start: moved(position.start), end: moved(position.end) })
}

/** Moves every node of a body to its place in the file. */
export function shiftPositions(tree: Root, shift: (position: Position) => Position): void {
  for (const node of nodesOf(tree)) if (node.position) node.position = shift(node.position)
}

/**
 * Gives back a place to the words around an address that was found late: mdast-util-gfm-autolink-literal
 * splits text nodes and leaves the parts without positions.
 */
export function restorePositions(tree: Root, text: string): void {
  const lost = parentsOf(tree).filter((parent) => parent.children.some((child) => !child.position))
  if (lost.length === 0) return
  const { positionOf } = linesOf(text)
  for (const parent of lost) {
    const children = parent.children as Nodes[]
    let at = startOfContent(parent)
    for (const [index, child] of children.entries()) {
      if (!child.position) {
        const end = startOfNext(children, index) ?? parent.position?.end.offset ?? text.length
        const words = child.type === 'text' ? child.value : wordsOfLink(child)
        const found = text.indexOf(words, at)
        // Words that are typed otherwise than they read, as with a backslash, get all that is left.
        const exact = words !== '' && found >= 0 && found + words.length <= end
        child.position = exact ? positionOf(found, found + words.length) : positionOf(at, end)
        const inner = child.type === 'link' ? child.children[0] : undefined
        if (inner && !inner.position) inner.position = child.position
      }
      at = child.position.end.offset ?? at
    }
  }
}

function startOfNext(siblings: readonly Nodes[], index: number): number | undefined {
  for (let next = index + 1; next < siblings.length; next++) {
    const start = siblings[next]?.position?.start.offset
    if (start !== undefined) return start
  }
  return undefined
}

function startOfContent(parent: Parents): number {
  return parent.position?.start.offset ?? 0
}

function wordsOfLink(node: Nodes): string {
  const inner = node.type === 'link' ? node.children[0] : undefined
  return inner?.type === 'text' ? inner.value : ''
}

import type { Element, ElementContent, Root } from 'hast'
import { isElement } from '../element.ts'
import { isCall } from '../handlers/footnote-reference.ts'

/** A list of nodes that is being gone through, and the calls that are to follow its owner. */
interface Level {
  readonly children: readonly ElementContent[]
  readonly done: ElementContent[]
  /** The link that the nodes stand in; calls in it are carried out of it. */
  readonly link: Element | undefined
  readonly owner: Element | Root
  next: number
}

/**
 * Moves calls out of links that were written as HTML, to right behind them, in place: a link cannot hold
 * another (HTML, 4.5.1). Links of Markdown are done with long before. Iterative, so that depth does not matter.
 *
 * @returns the calls that were moved
 */
export function moveCallsBehindLinks(tree: Root): Element[] {
  const moved: Element[] = []
  const waiting = new Map<Element, Element[]>()
  const open = (owner: Element | Root, link: Element | undefined): Level => ({
    children: owner.children as ElementContent[],
    done: [],
    link,
    owner,
    next: 0,
  })
  const path = [open(tree, undefined)]
  for (let level = path.at(-1); level; level = path.at(-1)) {
    const child = level.children[level.next++]
    if (child === undefined) {
      level.owner.children = level.done
      path.pop()
      const above = path.at(-1)
      if (above && level.owner.type === 'element')
        above.done.push(level.owner, ...(waiting.get(level.owner) ?? []))
    } else if (isCall(child) && level.link) {
      moved.push(child as Element)
      const behind = waiting.get(level.link)
      if (behind) behind.push(child as Element)
      else waiting.set(level.link, [child as Element])
    } else if (child.type === 'element')
      path.push(
        open(child, level.link ?? (isElement(child, 'a') && !isCall(child) ? child : undefined)),
      )
    else level.done.push(child)
  }
  return moved
}

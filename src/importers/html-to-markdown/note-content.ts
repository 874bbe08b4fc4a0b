import type { Element, ElementContent, Nodes, Parents, Root } from 'hast'
import { elementsOf } from './hast-words.ts'

/** Elements that may hold a note. */
export const blockNames = new Set(['li', 'p', 'div', 'dd', 'td', 'section', 'aside', 'blockquote'])

/** A call of a note, and the place that it leads to. */
export interface Call {
  readonly link: Element
  readonly mark: string
  readonly target: Element
}

/** What is known of a post while its notes are bound. */
export interface Page {
  readonly root: Root
  readonly parents: ReadonlyMap<Nodes, Parents>
  readonly order: ReadonlyMap<Nodes, number>
  readonly named: ReadonlyMap<string, Element>
  /** Links by the place of the page that they lead to. */
  readonly linksTo: ReadonlyMap<string, readonly Element[]>
}

/** The block that a place stands in; undefined where there is none. */
export function blockOf(page: Page, target: Element): Element | undefined {
  for (let node: Nodes | undefined = target; node; node = page.parents.get(node))
    if (node.type === 'element' && blockNames.has(node.tagName)) return node
  return undefined
}

interface Notes {
  readonly targets: ReadonlySet<Element>
  readonly calls: readonly Call[]
  /** What the notes hold that share a paragraph with others. */
  readonly parts: ReadonlyMap<Element, ElementContent[]>
}

/** What a note holds, and the blocks of the page that go with it. */
export function contentOf(
  page: Page,
  target: Element,
  { targets, calls, parts }: Notes,
): { content: ElementContent[]; blocks: Element[] } {
  const block = blockOf(page, target) ?? target
  const part = parts.get(target)
  if (part) return { content: part, blocks: [block] }
  const whole = widest(page, block, targets, calls)
  const blocks = [whole, ...following(page, whole, targets)]
  const [only] = blocks
  const content = blocks.length === 1 && only && only.tagName !== 'p' ? only.children : [...blocks]
  return { content, blocks }
}

/** Parts of paragraphs that hold several notes: from the place of each to the next. */
export function partsOf(page: Page, targets: ReadonlySet<Element>): Map<Element, ElementContent[]> {
  const parts = new Map<Element, ElementContent[]>()
  const shared = groupedBy(targets, (target) => blockOf(page, target) ?? target)
  for (const [block, inside] of shared) {
    if (inside.length < 2) continue
    const indexes = new Map(block.children.map((child, index) => [child as Nodes, index]))
    const starts = inside
      .map((target) => ({ target, from: indexes.get(childWith(page, target, block)) ?? 0 }))
      .sort((a, b) => a.from - b.from)
    for (const [index, { target, from }] of starts.entries()) {
      const next = starts.slice(index + 1, index + 20).find((each) => each.from > from)
      parts.set(target, block.children.slice(from, next?.from))
    }
  }
  return parts
}

/** The child of a block that an element of it stands in. */
function childWith(page: Page, element: Element, block: Element): Nodes {
  let node: Nodes = element
  for (let up = page.parents.get(node); up && up !== block; up = page.parents.get(node)) node = up
  return node
}

/** The largest block around a note that holds nothing but it. */
function widest(
  page: Page,
  block: Element,
  targets: ReadonlySet<Element>,
  calls: readonly Call[],
): Element {
  let whole = block
  for (;;) {
    const parent = page.parents.get(whole)
    if (parent?.type !== 'element' || !/^(?:li|div|section|aside)$/.test(parent.tagName))
      return whole
    const first = parent.children.find(
      (child) => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''),
    )
    if (first !== whole) return whole
    const elements = elementsOf(parent)
    const alone = elements.filter((each) => targets.has(each)).length === 1
    const calling = calls.some(
      ({ link, target }) => elements.includes(link) && elements.includes(target),
    )
    if (!alone || calling) return whole
    whole = parent
  }
}

/** Paragraphs between a note and the next one belong to it. */
function following(page: Page, block: Element, targets: ReadonlySet<Element>): Element[] {
  if (block.tagName !== 'p') return []
  const siblings = (page.parents.get(block)?.children ?? []).filter(
    (node) => node.type === 'element',
  )
  const found: Element[] = []
  for (const node of siblings.slice(siblings.indexOf(block) + 1)) {
    if (elementsOf(node).some((each) => targets.has(each))) return found
    if (!/^(?:p|ul|ol|blockquote|pre)$/.test(node.tagName)) return []
    found.push(node)
  }
  return []
}

/** `Map.groupBy`, which Node 20 does not have. */
export function groupedBy<Key>(
  elements: Iterable<Element>,
  keyOf: (element: Element) => Key,
): Map<Key, Element[]> {
  const groups = new Map<Key, Element[]>()
  for (const element of elements) {
    const key = keyOf(element)
    const known = groups.get(key)
    if (known) known.push(element)
    else groups.set(key, [element])
  }
  return groups
}

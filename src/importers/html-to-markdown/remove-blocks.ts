import type { Element, Nodes, Parents, Root } from 'hast'
import { elementsOf, parentsIn, wordsOf } from './hast-words.ts'

/** What stands above notes, in the languages that were met. */
const notesTitle =
  /^(?:(?:foot|end)?\s?notes?|references|citations|fu(?:ß|ss)noten|endnoten|anmerkungen|notes de (?:bas de page|fin)|notas(?: al pie| de rodapé)?|note a piè di pagina|voetnoten|fotnoter|przypisy)\s*:?$/i

/**
 * Takes blocks out of a page, with what is then empty around them, and with the rule and the title before
 * them where nothing else stands below. In place.
 */
export function removeBlocks(root: Root, gone: ReadonlySet<Element>): void {
  if (gone.size === 0) return
  const leaving: Leaving = { gone, holders: holdersOf(root, gone) }
  // Parents after their children, so that what becomes empty goes too.
  for (const parent of [root as Parents, ...elementsOf(root)].reverse()) {
    if (!parent.children.some((child) => goes(child, leaving))) continue
    const last = parent.children.findLastIndex((child) => goes(child, leaving))
    const first = parent.children.findIndex((child) => goes(child, leaving))
    const below = parent.children.slice(last + 1).filter((child) => !isBlank(child))
    const start = below.length === 0 ? titleBefore(parent.children, first) : first
    parent.children = parent.children.filter(
      (child, index) => !goes(child, leaving) && !(index >= start && index < first),
    ) as never
  }
}

interface Leaving {
  readonly gone: ReadonlySet<Element>
  /** All that they stand in. */
  readonly holders: ReadonlySet<Nodes>
}

function holdersOf(root: Root, gone: ReadonlySet<Element>): Set<Nodes> {
  const parents = parentsIn(root)
  const holders = new Set<Nodes>()
  for (const each of gone)
    for (let up = parents.get(each); up && !holders.has(up); up = parents.get(up)) holders.add(up)
  return holders
}

function goes(node: Nodes, { gone, holders }: Leaving): boolean {
  if (node.type !== 'element') return false
  if (gone.has(node)) return true
  return (
    holders.has(node) &&
    /^(?:ol|ul|dl|div|section|aside|footer|blockquote|table|tbody|tr)$/.test(node.tagName) &&
    node.children.every((child) => isBlank(child) || isRule(child) || isTitle(child)) &&
    isLeft(node)
  )
}

/** True for a container that held notes: its class says so, or nothing at all is left in it. */
function isLeft(node: Element): boolean {
  return (
    node.children.every(isBlank) ||
    /note|fn|ftn|edn/i.test(`${node.properties.className ?? ''} ${node.properties.id ?? ''}`)
  )
}

function isBlank(node: Nodes): boolean {
  if (node.type === 'comment') return true
  if (node.type === 'text') return node.value.trim() === ''
  return (
    node.type === 'element' &&
    /^(?:br|p|span|a|div)$/.test(node.tagName) &&
    elementsOf(node).every(({ tagName }) => /^(?:br|p|span|a|div)$/.test(tagName)) &&
    wordsOf(node).trim() === ''
  )
}

function isRule(node: Nodes): boolean {
  if (node.type !== 'element') return false
  return node.tagName === 'hr' || (node.tagName === 'p' && /^[\s_—–-]{3,}$/.test(wordsOf(node)))
}

function isTitle(node: Nodes): boolean {
  return (
    node.type === 'element' &&
    /^(?:h[1-6]|p|strong|b|div)$/.test(node.tagName) &&
    notesTitle.test(wordsOf(node).trim())
  )
}

/** Where the rule and the title before an index begin; the index where there are none. */
function titleBefore(children: readonly Nodes[], index: number): number {
  let start = index
  for (let i = index - 1; i >= 0; i--) {
    const node = children[i] as Nodes
    if (isRule(node) || isTitle(node)) start = i
    else if (!isBlank(node)) break
  }
  return start
}

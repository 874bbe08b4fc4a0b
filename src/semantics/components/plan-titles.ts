import { slug } from 'github-slugger'
import type { Heading, List, Nodes, Paragraph, Root, RootContent } from 'mdast'
import type { KeyFactsNode } from '../../model/components.ts'
import { textOf } from '../../model/plain-text.ts'
import { labelOf } from './directive.ts'
import { announcesKeyFacts, titleWords } from './key-facts-title.ts'

/** What is decided about a heading of a component in reading order, before the tree is rebuilt from its leaves up. */
export interface TitlePlan {
  /** Where the words of the title stand; absent where the author gave none. */
  readonly title: Paragraph | Heading | undefined
  /** The list, where a paragraph before it announces it. */
  readonly list?: List | undefined
  readonly depth: KeyFactsNode['depth']
  readonly id: string
}

/** Containers under a heading of their own, whose id is their name where they have no title. */
const titled: ReadonlySet<string> = new Set(['key-facts', 'notice', 'warning'])
/** Ids that the engine itself gives out. */
const reserved = /^(?:fn|fnref|notes|u)-/

/**
 * Finds components that have a heading, and gives each its level and id.
 *
 * @param order the nodes of the tree, parents first
 * @param automatic whether a paragraph that announces key facts makes such of the list after it
 * @param taken ids that stand elsewhere on the page
 * @returns a plan for each container, and for each paragraph that announces a list
 */
export function planTitles(
  order: readonly Nodes[],
  automatic: boolean,
  taken: ReadonlySet<string>,
): Map<Nodes, TitlePlan> {
  const [tree] = order
  const announced = automatic && tree?.type === 'root' ? announcedLists(tree) : new Map()
  const plans = new Map<Nodes, TitlePlan>()
  // A copy only where an id is to be given: an essay may have thousands of notes, each planned apart.
  let used: Set<string> | undefined
  let above = 1
  for (const node of order) {
    if (node.type === 'heading') above = node.depth
    const list = announced.get(node)
    const name = node.type === 'containerDirective' && titled.has(node.name) ? node.name : undefined
    if (name === undefined && !list) continue
    const title =
      node.type === 'containerDirective'
        ? titleOf(node.children, labelOf(node), name === 'key-facts')
        : (node as Paragraph)
    const depth = title?.type === 'heading' ? title.depth : above + 1
    const own = title?.type === 'heading' ? title.data?.id : undefined
    if (own === undefined) used ??= new Set([...taken, ...idsOfHeadings(order)])
    plans.set(node, {
      title,
      list,
      depth: Math.min(6, Math.max(2, depth)) as TitlePlan['depth'],
      id: own ?? freshId(title, name ?? 'key-facts', used ?? new Set()),
    })
  }
  return plans
}

function idsOfHeadings(order: readonly Nodes[]): string[] {
  return order.flatMap((node) => (node.type === 'heading' && node.data?.id ? [node.data.id] : []))
}

/** Lists at the top of the tree that stand right after a paragraph which announces key facts. */
function announcedLists(tree: Root): Map<Nodes, List> {
  const found = new Map<Nodes, List>()
  for (const [i, node] of tree.children.entries()) {
    const next = tree.children[i + 1]
    if (node.type === 'paragraph' && next?.type === 'list' && announcesKeyFacts(node))
      found.set(node, next)
  }
  return found
}

/** The label of a container, else a heading at its start, or an announcement of key facts. */
function titleOf(
  children: readonly RootContent[],
  label: Paragraph | undefined,
  isKeyFacts: boolean,
): Paragraph | Heading | undefined {
  if (label) return label
  const [first, second] = children
  if (first?.type === 'heading') return first
  const announces = isKeyFacts && first?.type === 'paragraph' && second?.type === 'list'
  return announces && announcesKeyFacts(first) ? first : undefined
}

function freshId(
  title: Paragraph | Heading | undefined,
  fallback: string,
  used: Set<string>,
): string {
  const words = title ? textOf(titleWords(title)) : ''
  const made = slug(words.normalize('NFC')) || fallback
  const base = reserved.test(made) ? `${fallback}-${made}` : made
  let id = base
  for (let n = 1; used.has(id); n++) id = `${base}-${n}`
  used.add(id)
  return id
}

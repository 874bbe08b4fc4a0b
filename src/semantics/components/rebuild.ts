import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import type { LeafDirective, TextDirective } from 'mdast-util-directive'
import type { KeyFactsNode, PullQuoteNode } from '../../model/components.ts'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import { textOf } from '../../model/plain-text.ts'
import { appendText } from './append-text.ts'
import { withCodeInfo } from './code-info.ts'
import { replaceContainer } from './containers.ts'
import type { ComponentSource } from './directive.ts'
import { titleWords } from './key-facts-title.ts'
import { liftedQuote } from './lifted-quote.ts'
import type { TitlePlan } from './plan-titles.ts'
import { leafAsTyped, unknownDirective } from './unknown-directive.ts'

/** What has become of one node: what stands in its place, and the copies that still look for theirs. */
interface Done {
  readonly nodes: readonly Nodes[]
  readonly lifted: readonly PullQuoteNode[]
}

/** What rebuilding a tree needs to know. */
export interface Rebuilding {
  readonly source: ComponentSource
  readonly plans: ReadonlyMap<Nodes, TitlePlan>
  /** False in notes, where no copy is set beside the text. */
  readonly lift: boolean
}

/**
 * Replaces every directive of a tree, from the leaves up so that depth does not matter. The tree that
 * is given stays as it is.
 *
 * @param order the nodes of the tree, parents first; its only text directives are `:pull[…]`
 */
export function rebuild(
  order: readonly Nodes[],
  job: Rebuilding,
): { readonly tree: Root; readonly diagnostics: readonly Diagnostic[] } {
  const [root] = order
  // Most notes, and many an essay.
  if (job.plans.size === 0 && !order.some(isReplaced))
    return { tree: root as Root, diagnostics: [] }
  const done = new Map<Nodes, Done>()
  const diagnostics: Diagnostic[] = []
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i] as Nodes
    done.set(node, replace(node, done, job, diagnostics))
    // What a node is made of is not needed again.
    if ('children' in node) for (const child of node.children) done.delete(child as Nodes)
  }
  const tree = (root && done.get(root)?.nodes[0]) as Root
  return { tree, diagnostics: diagnostics.reverse() }
}

function isReplaced({ type }: Nodes): boolean {
  return type === 'code' || type.endsWith('Directive')
}

function replace(
  node: Nodes,
  done: ReadonlyMap<Nodes, Done>,
  job: Rebuilding,
  diagnostics: Diagnostic[],
): Done {
  if (node.type === 'code') {
    const code = withCodeInfo(node, job.source)
    diagnostics.push(...code.diagnostics.toReversed())
    return { nodes: [code.node], lifted: [] }
  }
  if (!('children' in node)) return { nodes: [node], lifted: [] }
  const { children, lifted } = childrenOf(node, done, job)
  switch (node.type) {
    case 'textDirective':
      return textDirective(node, children as PhrasingContent[], lifted, job, diagnostics)
    case 'leafDirective':
      diagnostics.push(unknownDirective(node, job.source))
      return { nodes: [leaf(node, children as PhrasingContent[], job)], lifted }
    case 'containerDirective': {
      const blocks = children as RootContent[]
      const made = replaceContainer(node, blocks, job.plans.get(node), job.source)
      diagnostics.push(...made.diagnostics.toReversed())
      return { nodes: made.nodes, lifted }
    }
    default:
      return { nodes: [{ ...node, children } as Nodes], lifted }
  }
}

/** The children of a node, done, with the copies set where they belong or handed on to its parent. */
function childrenOf(
  node: Extract<Nodes, { children: unknown[] }>,
  done: ReadonlyMap<Nodes, Done>,
  job: Rebuilding,
): { readonly children: Nodes[]; readonly lifted: PullQuoteNode[] } {
  const children: Nodes[] = []
  const lifted: PullQuoteNode[] = []
  // Between the items of a list, or inside a quotation set apart, a copy would break what it stands in.
  const holds = node.type === 'root' || node.type === 'blockquote'
  const given = node.children as Nodes[]
  for (let i = 0; i < given.length; i++) {
    const child = given[i] as Nodes
    const plan = node.type === 'root' ? job.plans.get(child) : undefined
    const made = done.get(child) ?? { nodes: [], lifted: [] }
    const facts = plan?.list ? done.get(plan.list) : undefined
    const copies = facts ? [...made.lifted, ...facts.lifted] : made.lifted
    ;(holds ? children : lifted).push(...copies)
    if (plan && facts) {
      children.push(announced(child, made, facts, plan))
      i++
    } else for (const each of made.nodes) appendText(children, each)
  }
  return { children, lifted }
}

/** `:pull[…]`, the only text directive that is left here. */
function textDirective(
  node: TextDirective,
  words: PhrasingContent[],
  lifted: PullQuoteNode[],
  job: Rebuilding,
  diagnostics: Diagnostic[],
): Done {
  if (textOf(words) === '') {
    diagnostics.push(
      diagnose('PQ102', {
        message: 'This :pull[…] has no words to set beside the text.',
        file: job.source.path,
        place: node.position,
        hint: 'Put the brackets around words of the paragraph: :pull[the words].',
      }),
    )
    return { nodes: words, lifted }
  }
  const attributes = Object.keys(node.attributes ?? {})
  if (attributes.length > 0)
    diagnostics.push(
      diagnose('HT204', {
        message: `:pull takes no attributes; ${attributes.join(', ')} is left out.`,
        file: job.source.path,
        place: node.position,
        hint: 'Take the braces away; how a component looks is the theme’s to say.',
      }),
    )
  // Of marked words within marked words only the outer ones are lifted.
  return { nodes: words, lifted: job.lift ? [liftedQuote(words)] : [] }
}

function leaf(node: LeafDirective, words: PhrasingContent[], job: Rebuilding): Paragraph {
  return leafAsTyped(node, words, job.source.text)
}

function announced(child: Nodes, title: Done, facts: Done, plan: TitlePlan): KeyFactsNode {
  const start = child.position?.start
  const end = plan.list?.position?.end
  return {
    type: 'keyFacts',
    title: titleWords(title.nodes[0] as Paragraph),
    depth: plan.depth,
    id: plan.id,
    children: facts.nodes as KeyFactsNode['children'],
    ...(start && end ? { position: { start, end } } : {}),
  }
}

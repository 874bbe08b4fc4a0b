import type { Paragraph, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { KeyFactsNode, PullQuoteNode } from '../../model/components.ts'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import type { DiagnosticCode } from '../../model/diagnostic-codes.ts'
import { textOf } from '../../model/plain-text.ts'
import { type ComponentSource, isClosed, labelOf } from './directive.ts'
import { titleWords } from './key-facts-title.ts'
import type { KeyFactsPlan } from './plan-key-facts.ts'
import { unknownDirective } from './unknown-directive.ts'

/** What stands in a container's place, and what is to be said about it. */
export interface Replaced {
  readonly nodes: readonly RootContent[]
  readonly diagnostics: readonly Diagnostic[]
}

type Blocks = PullQuoteNode['children']

/**
 * Turns a container into the component it names. A container that is never closed runs to the end of
 * the text; then only its first blocks are taken, and the rest of the essay stays what it was.
 *
 * @param children its blocks, done; the label's paragraph first where it has one
 */
export function replaceContainer(
  node: ContainerDirective,
  children: readonly RootContent[],
  plan: KeyFactsPlan | undefined,
  source: ComponentSource,
): Replaced {
  const closed = isClosed(node, source.text)
  const say = (code: DiagnosticCode, message: string, hint: string): Diagnostic =>
    diagnose(code, { message, file: source.path, place: node.position, hint })
  const diagnostics: Diagnostic[] = []
  if (!closed) diagnostics.push(say('HT202', ...unclosed(node)))
  const known = plan !== undefined || node.name === 'pull-quote'
  if (!known)
    return {
      nodes: unlabelled(node, children),
      diagnostics: [...diagnostics, unknownDirective(node, source)],
    }
  const attributes = Object.keys(node.attributes ?? {})
  if (attributes.length > 0) diagnostics.push(say('HT204', ...ignored(node, attributes)))
  const replaced = plan
    ? keyFacts(node, children, plan, closed, say)
    : pullQuote(node, children, closed, say)
  return { nodes: replaced.nodes, diagnostics: [...diagnostics, ...replaced.diagnostics] }
}

type Say = (code: DiagnosticCode, message: string, hint: string) => Diagnostic

function pullQuote(
  node: ContainerDirective,
  children: readonly RootContent[],
  closed: boolean,
  say: Say,
): Replaced {
  const blocks = unlabelled(node, children)
  const cut = closed ? blocks.length : 1
  const words = blocks.slice(0, cut) as Blocks
  if (textOf(words) === '') {
    const message = 'This pull quote has no words.'
    const hint =
      'Write the words on the lines between :::pull-quote and :::, or take both lines away.'
    return { nodes: blocks, diagnostics: [say('PQ102', message, hint)] }
  }
  const quote: PullQuoteNode = { type: 'pullQuote', lifted: false, children: words, ...at(node) }
  return { nodes: [quote, ...blocks.slice(cut)], diagnostics: [] }
}

function keyFacts(
  node: ContainerDirective,
  children: readonly RootContent[],
  plan: KeyFactsPlan,
  closed: boolean,
  say: Say,
): Replaced {
  // A title that is taken from the blocks is always the first of them.
  const [first] = children
  const titled =
    plan.title !== undefined && (first?.type === 'paragraph' || first?.type === 'heading')
  const blocks = titled ? children.slice(1) : children
  const list = blocks.findIndex((block) => block.type === 'list')
  const facts = blocks.slice(0, closed ? blocks.length : Math.max(0, list) + 1) as Blocks
  if (textOf(facts) === '' && !facts.some((fact) => fact.type === 'list')) {
    const message = 'These key facts hold nothing.'
    const hint = 'Write a list on the lines between :::key-facts and :::, one fact to each “- ”.'
    return { nodes: unlabelled(node, children), diagnostics: [say('KF101', message, hint)] }
  }
  const section: KeyFactsNode = {
    type: 'keyFacts',
    title: titled ? titleWords(first) : [],
    depth: plan.depth,
    id: plan.id,
    children: facts,
    ...at(node),
  }
  const message = 'These key facts hold no list; they are printed as they are.'
  const hint = 'Begin each fact on a line of its own with “- ”.'
  return {
    nodes: [section, ...blocks.slice(facts.length)],
    diagnostics: list < 0 ? [say('KF102', message, hint)] : [],
  }
}

/** The blocks of a container, its label an ordinary paragraph. */
function unlabelled(node: ContainerDirective, children: readonly RootContent[]): RootContent[] {
  const [first, ...rest] = children
  if (!labelOf(node) || first?.type !== 'paragraph') return [...children]
  const { data: _, ...label } = first
  return [label satisfies Paragraph, ...rest]
}

function unclosed(node: ContainerDirective): [string, string] {
  return [
    `:::${node.name} is never closed, so it runs to the end of the text.`,
    'Write ::: on a line of its own below its last line. A directive that holds another one needs more colons than that.',
  ]
}

function ignored(node: ContainerDirective, attributes: readonly string[]): [string, string] {
  return [
    `:::${node.name} takes no attributes; ${attributes.join(', ')} is left out.`,
    'Take the braces away; how a component looks is the theme’s to say.',
  ]
}

function at(node: ContainerDirective): Pick<ContainerDirective, 'position'> {
  return node.position ? { position: node.position } : {}
}

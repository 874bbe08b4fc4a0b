import type { RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { type Container, type Replaced, sayOf, unlabelled } from './container.ts'
import { type ComponentSource, isClosed } from './directive.ts'
import { epigraph } from './epigraph.ts'
import { figure } from './figure.ts'
import { keyFacts } from './key-facts.ts'
import { notice } from './notice.ts'
import type { TitlePlan } from './plan-titles.ts'
import { pullQuote } from './pull-quote.ts'
import { unknownDirective } from './unknown-directive.ts'

/**
 * Turns a container into the component it names. A container that is never closed runs to the end of
 * the text; then only its first blocks are taken, and the rest of the essay stays what it was.
 *
 * @param children its blocks, done; the label's paragraph first where it has one
 */
export function replaceContainer(
  node: ContainerDirective,
  children: readonly RootContent[],
  plan: TitlePlan | undefined,
  source: ComponentSource,
): Replaced {
  const closed = isClosed(node, source.text)
  const container = { node, children, plan, closed, say: sayOf(node, source.path) }
  const diagnostics: Diagnostic[] = []
  if (!closed) diagnostics.push(container.say('HT202', ...unclosed(node)))
  const replaced = componentOf(container)
  if (!replaced)
    return {
      nodes: unlabelled(container),
      diagnostics: [...diagnostics, unknownDirective(node, source)],
    }
  const attributes = Object.keys(node.attributes ?? {})
  if (attributes.length > 0) diagnostics.push(container.say('HT204', ...ignored(node, attributes)))
  return { nodes: replaced.nodes, diagnostics: [...diagnostics, ...replaced.diagnostics] }
}

/** The component that a container names; nothing where there is none of that name. */
function componentOf(container: Container): Replaced | undefined {
  const { node, plan } = container
  switch (node.name) {
    case 'pull-quote':
      return pullQuote(container)
    case 'epigraph':
      return epigraph(container)
    case 'figure':
      return figure(container)
    case 'key-facts':
      return plan && keyFacts(container, plan)
    case 'notice':
    case 'warning':
      return plan && notice(container, plan, node.name)
    default:
      return undefined
  }
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

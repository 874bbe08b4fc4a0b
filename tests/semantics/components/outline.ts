import type { Nodes } from 'mdast'
import { type ComponentOptions, findComponents } from '../../../src/semantics/components/index.ts'
import { mdastOf } from '../../markdown.ts'

/** A tree in one line: `paragraph("text" strong("more"))`; positions left out. */
export function outline(node: Nodes): string {
  if ('value' in node) return node.type === 'text' ? JSON.stringify(node.value) : node.type
  if (!('children' in node)) return node.type
  const inner = node.children.map((child) => outline(child as Nodes)).join(' ')
  if (node.type === 'root') return inner
  if (node.type === 'pullQuote') return `${node.lifted ? 'lifted' : 'pullQuote'}(${inner})`
  if (node.type === 'epigraph') return `epigraph(${inner})[${all(node.attribution)}]`
  if (node.type === 'figure')
    return node.captionFirst
      ? `figure[${all(node.caption)}](${inner})`
      : `figure(${inner})[${all(node.caption)}]`
  if (node.type === 'abbreviation')
    return `${node.first ? 'first' : 'again'}=${node.expansion}(${inner})`
  if (node.type !== 'keyFacts' && node.type !== 'notice') return `${node.type}(${inner})`
  const name = node.type === 'notice' ? node.kind : 'keyFacts'
  return `${name}#${node.id} h${node.depth}[${all(node.title)}](${inner})`
}

function all(nodes: readonly Nodes[]): string {
  return nodes.map(outline).join(' ')
}

/** What becomes of Markdown, as an outline with the codes of the findings. */
export function components(
  markdown: string,
  options: Partial<ComponentOptions> = {},
): { readonly tree: string; readonly codes: readonly string[]; readonly hints: string } {
  const source = { path: 'content/posts/essay.md', text: markdown }
  const made = findComponents(mdastOf(markdown), source, { automaticKeyFacts: true, ...options })
  return {
    tree: outline(made.tree),
    codes: made.diagnostics.map((finding) => `${finding.code}@${finding.place?.start.line}`),
    hints: made.diagnostics.map((finding) => finding.hint).join('\n'),
  }
}

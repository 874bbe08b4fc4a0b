import type { Nodes } from 'mdast'
import { wordsAfter, wordsBefore } from './component-words.ts'

/** Nodes that end a line of print: their text must not run into what follows. */
const blocks = new Set([
  'paragraph',
  'heading',
  'listItem',
  'list',
  'blockquote',
  'tableCell',
  'tableRow',
  'table',
  'code',
  'pullQuote',
  'keyFacts',
  'notice',
  'epigraph',
  'figure',
])
/** Nodes whose text a reader of plain text should not meet. */
const silent = new Set([
  'footnoteReference',
  'footnoteDefinition',
  'definition',
  'html',
  'yaml',
  'image',
  'imageReference',
])

const nothing: ReadonlySet<string> = new Set()

/** White space that is more than the one space between two words: to replace each of those takes most of the time. */
const runs = /[^\S ]\s*| \s+/gu

/**
 * The words of mdast nodes as one line of plain text: no note marks, not even those of
 * calls that no note answers, no markup, no pictures, white
 * space collapsed. Iterative, so that depth does not matter.
 *
 * @param without types of further nodes whose words are left out
 */
export function textOf(
  nodes: Nodes | readonly Nodes[],
  without: ReadonlySet<string> = nothing,
): string {
  const parts: string[] = []
  const stack: (Nodes | ' ')[] = Array.isArray(nodes) ? [...nodes].reverse() : [nodes as Nodes]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === ' ') parts.push(' ')
    else if (node.type === 'break') parts.push(' ')
    else if (silent.has(node.type) || without.has(node.type)) continue
    else if (node.type === 'text' && node.data?.unboundCall) continue
    else if ('children' in node) {
      if (node.type === 'pullQuote' && node.lifted) continue
      if (blocks.has(node.type)) stack.push(' ')
      const after = wordsAfter(node)
      const before = wordsBefore(node)
      for (let i = after.length - 1; i >= 0; i--) stack.push(after[i] as Nodes)
      if (after.length > 0) stack.push(' ')
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Nodes)
      if (before.length > 0) stack.push(' ')
      for (let i = before.length - 1; i >= 0; i--) stack.push(before[i] as Nodes)
    } else if ('value' in node) {
      const parted = blocks.has(node.type) || (node.type === 'formula' && node.display)
      parts.push(parted ? ` ${node.value} ` : node.value)
    }
  }
  return parts.join('').replace(runs, ' ').trim()
}

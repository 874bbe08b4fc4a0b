import type { Nodes } from 'mdast'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import type { ComponentSource } from './directive.ts'
import { probableForm } from './unknown-directive.ts'

/**
 * Lines that begin with three colons but make no directive: `::: pull-quote`, `:::pull quote`, or a
 * closing line with nothing to close. They are printed as they are.
 *
 * @param order the nodes of the tree, parents first
 */
export function misspeltFences(order: readonly Nodes[], source: ComponentSource): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const node of order) {
    if (node.type !== 'paragraph') continue
    for (const child of node.children) {
      const line = child.type === 'text' && /^:{3,}(?=$|[ \t\p{L}])[^\r\n]*/mu.exec(child.value)
      if (!line) continue
      const name = /^:+[ \t]*(\p{L}+(?:[ _-]\p{L}+)?)?/u.exec(line[0])?.[1]
      found.push(misspelt(name, node, source))
      break
    }
  }
  return found
}

function misspelt(name: string | undefined, node: Nodes, source: ComponentSource): Diagnostic {
  const form = name && probableForm(name.replace(/[ _]/g, '-'), 'containerDirective')
  return diagnose('HT203', {
    message: name
      ? `The line of colons before “${name}” makes no directive; it is printed as it is.`
      : 'This line of colons closes nothing; it is printed as it is.',
    file: source.path,
    place: node.position,
    hint: form
      ? `Did you mean ${form}? The name follows the colons at once and has no space in it.`
      : 'Write the name right after three colons, as in :::pull-quote, or take the line away.',
  })
}

import type { Nodes } from 'mdast'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'

/** Deeper trees overflow the stack of the packages that print them. */
const mostTreeDepth = 500

/**
 * The last guard before a tree is handed on: the scan before parsing counts what is written, this one
 * what has become of it. Iterative.
 *
 * @returns an error where the tree is too deep to be rendered
 */
export function checkTreeDepth(file: string, tree: Nodes): readonly Diagnostic[] {
  const stack: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, depth } = next
    if (depth > mostTreeDepth)
      return [
        diagnose('LM104', {
          message: `Emphasis, links and blocks are nested more than ${mostTreeDepth} deep here.`,
          file,
          place: node.position,
          hint: 'Take away what is too much. If the signs are meant as they stand, put them in a block of code (```).',
        }),
      ]
    if ('children' in node)
      for (const child of node.children) stack.push({ node: child, depth: depth + 1 })
  }
  return []
}

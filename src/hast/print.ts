import type { Nodes, Root } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { deepestPage } from './guard.ts'
import { printPlain } from './print-plain.ts'

const printer = unified()
  .use(rehypeStringify, {
    allowDangerousHtml: false,
    characterReferences: { useNamedReferences: true },
    quoteSmart: true,
  })
  .freeze()

/** A page that is nested too deep to be printed. `guardPage` finds it first. */
export class DeepPageError extends Error {
  override readonly name = 'DeepPageError'
  constructor() {
    super(`The page nests elements more than ${deepestPage} deep.`)
  }
}

/**
 * Prints a page: the document type, the tree with everything escaped, a final line end. The same tree
 * always gives the same text.
 *
 * @param page a page that `guardPage` has nothing to say about
 * @throws DeepPageError where elements are nested more than `deepestPage` deep
 */
export function print(page: Root): string {
  const children = page.children.filter((node) => node.type !== 'doctype')
  return `<!doctype html>\n${printFragment({ type: 'root', children })}\n`
}

/** Prints a part of a page, such as the text of a feed. @throws DeepPageError as `print` does */
export function printFragment(part: Root): string {
  return printPlain(part, deepestPage - 1, printOther)
}

/** Prints a node that is not plain by the printer of record. */
function printOther(node: Nodes, depth: number): string {
  if (isTooDeep(node, depth)) throw new DeepPageError()
  return printer.stringify({ type: 'root', children: [node as Root['children'][number]] })
}

/** @param depth how many elements the node stands in */
function isTooDeep(node: Nodes, depth: number): boolean {
  const stack: { node: Nodes; depth: number }[] = [{ node, depth }]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.node.type !== 'element' || top.node.children.length === 0) continue
    if (top.depth >= deepestPage - 1) return true
    for (const child of top.node.children) stack.push({ node: child, depth: top.depth + 1 })
  }
  return false
}

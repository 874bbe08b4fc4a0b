import type { Root } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { deepestPage } from './guard.ts'

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
  if (isTooDeep(page)) throw new DeepPageError()
  const children = page.children.filter((node) => node.type !== 'doctype')
  return `<!doctype html>\n${printer.stringify({ type: 'root', children })}\n`
}

/** Prints a part of a page, such as the text of a feed. @throws DeepPageError as `print` does */
export function printFragment(part: Root): string {
  if (isTooDeep(part)) throw new DeepPageError()
  return printer.stringify(part)
}

function isTooDeep(page: Root): boolean {
  const stack: { children: Root['children']; depth: number }[] = [
    { children: page.children, depth: 1 },
  ]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.depth > deepestPage && top.children.length > 0) return true
    for (const node of top.children)
      if (node.type === 'element') stack.push({ children: node.children, depth: top.depth + 1 })
  }
  return false
}

import type { ElementContent, Root, RootContent } from 'hast'
import type { Child } from './child.ts'
import { JsxError } from './jsx-error.ts'

/** Node types that may stand in a page. `raw` is not among them: markup in a string is text. */
const nodeTypes = new Set(['element', 'text', 'comment', 'root', 'doctype'])

/**
 * Flattens what a component holds into nodes: arrays and fragments are opened, text is made of strings
 * and numbers, and what prints nothing is left out. Iterative, so that depth does not matter.
 *
 * @throws JsxError for what is no content: an object, a function, a promise
 */
export function flatten(child: unknown): RootContent[] {
  const nodes: RootContent[] = []
  const stack: unknown[] = [child]
  while (stack.length > 0) {
    const next = stack.pop()
    if (next === null || next === undefined || typeof next === 'boolean') continue
    if (typeof next === 'string') addText(next, nodes)
    else if (typeof next === 'number') addText(String(next), nodes)
    else if (Array.isArray(next)) pushReversed(next, stack)
    else if (isNode(next)) {
      if (next.type === 'root') pushReversed(next.children, stack)
      else nodes.push(next)
    } else throw badChild(next)
  }
  return nodes
}

/** `flatten` for the inside of an element, where a doctype has no place. */
export function contentOf(child: Child): ElementContent[] {
  const nodes = flatten(child)
  return nodes.some((node) => node.type === 'doctype')
    ? nodes.filter((node) => node.type !== 'doctype')
    : (nodes as ElementContent[])
}

function pushReversed(items: readonly unknown[], stack: unknown[]): void {
  for (let i = items.length - 1; i >= 0; i--) stack.push(items[i])
}

/** Joins neighbouring texts, as a parser would read them back. */
function addText(value: string, nodes: RootContent[]): void {
  if (value === '') return
  const last = nodes.at(-1)
  if (last?.type === 'text' && last.position === undefined)
    nodes[nodes.length - 1] = { type: 'text', value: last.value + value }
  else nodes.push({ type: 'text', value })
}

function isNode(value: unknown): value is RootContent | Root {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    typeof value.type === 'string' &&
    nodeTypes.has(value.type)
  )
}

function badChild(value: unknown): JsxError {
  const kind =
    typeof value === 'function'
      ? 'a function'
      : value instanceof Promise
        ? 'a promise'
        : value instanceof Date
          ? 'a Date'
          : `an object${objectKeys(value)}`
  return new JsxError(
    'bad-child',
    `${kind[0]?.toUpperCase()}${kind.slice(1)} stands where content is wanted.`,
    typeof value === 'function'
      ? 'Call the function, or write it as an element: <Name />.'
      : value instanceof Promise
        ? 'Components are plain functions: they cannot wait for anything.'
        : 'Content is text, a number, an element, or an array of these.',
  )
}

function objectKeys(value: unknown): string {
  const keys = Object.keys(value as object).slice(0, 3)
  return keys.length > 0 ? ` with ${keys.join(', ')}` : ''
}

import type { Nodes } from 'mdast'
import { someNode } from './walk.ts'

/** Nodes that a reader sees even without words. */
const visible = new Set([
  'image',
  'imageReference',
  'code',
  'inlineCode',
  'formula',
  'table',
  'thematicBreak',
  'footnote',
  'footnoteReference',
  'starCall',
  'starLoose',
])
/** Elements that a reader sees even without words. */
const shownElement = /^<(?:img|svg|picture|video|audio|math|hr)\b/i

/** Whether nodes show nothing at all: no words, pictures, code, formulas or calls. */
export function isBlank(nodes: readonly Nodes[]): boolean {
  return !nodes.some((root) => someNode(root, isShown))
}

function isShown(node: Nodes): boolean {
  if (node.type === 'html') return showsSomething(node.value)
  return visible.has(node.type) || (node.type === 'text' && node.value.trim() !== '')
}

/** Whether HTML has words, or an element that is seen without words. One way through, however it is broken. */
function showsSomething(html: string): boolean {
  let at = 0
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
    if (html.slice(at, open).trim() !== '' || shownElement.test(html.slice(open, open + 9)))
      return true
    const end = html.startsWith('<!--', open) ? '-->' : '>'
    const close = html.indexOf(end, open)
    if (close < 0) return false
    at = close + end.length
  }
  return html.slice(at).trim() !== ''
}

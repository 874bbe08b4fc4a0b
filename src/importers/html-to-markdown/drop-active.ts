import type { Element, Nodes, Parents, Root } from 'hast'
import { attribute, elementsOf, wordsOf } from './hast-words.ts'

/** Elements that are not words: what is told of each when it goes; silence for looks alone. */
const dropped: Readonly<Record<string, string>> = {
  script: 'a script',
  style: '',
  link: '',
  meta: '',
  template: '',
  svg: 'a drawing (svg)',
  math: 'a formula (MathML)',
  canvas: 'a canvas',
  form: 'a form',
  input: 'a form',
  button: 'a form',
  select: 'a form',
  textarea: 'a form',
  applet: 'an applet',
}

/** What was taken out of a tree, each thing once: words that go on after “was left out:”. */
export type Dropped = readonly string[]

/**
 * Takes out what runs, asks for input or only looks, and addresses that are none, in place: what is left is
 * words, pictures and links.
 */
export function dropActive(root: Root): Dropped {
  const told = new Set<string>()
  for (const parent of [root as Parents, ...elementsOf(root)]) {
    parent.children = (parent.children as Nodes[]).filter((child) => {
      if (child.type === 'comment' || child.type === 'doctype') return false
      if (child.type !== 'element') return true
      const what = Object.hasOwn(dropped, child.tagName) ? dropped[child.tagName] : undefined
      if (what === undefined || isTaskBox(child))
        return !(child.tagName === 'img' && badPicture(child, told))
      if (what !== '') told.add(what)
      return false
    }) as never
    if (parent.type === 'element') settleElement(parent, told)
  }
  return [...told]
}

function isTaskBox(node: Element): boolean {
  return node.tagName === 'input' && attribute(node, 'type') === 'checkbox'
}

function settleElement(node: Element, told: Set<string>): void {
  const href = attribute(node, 'href').replace(/[\u0000-\u0020\u007f]/g, '')
  if (node.tagName === 'a' && href !== '') {
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase() ?? 'https'
    if (/^(?:https?|mailto|tel)$/.test(scheme)) node.properties.href = href
    else {
      told.add(`a link to a ${scheme}: address`)
      node.properties = {}
    }
  }
  // Tables of any width are cheap to type and dear to draw.
  for (const span of ['colSpan', 'rowSpan']) {
    const count = Number.parseInt(attribute(node, span), 10)
    if (count > 1) node.properties[span] = String(Math.min(count, 20))
  }
  if (node.tagName === 'a' && !('href' in node.properties)) node.tagName = 'span'
  if (node.tagName === 'noscript' && wordsOf(node).trim() === '') node.children = []
}

/** True for a picture without an address that may be shown. */
function badPicture(node: Element, told: Set<string>): boolean {
  const src = (attribute(node, 'src') || attribute(node, 'dataSrc')).trim()
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(src)?.[1]?.toLowerCase()
  if (src === '') return true
  node.properties.src = src
  if (scheme === undefined || scheme === 'http' || scheme === 'https') return false
  told.add(`a picture at a ${scheme}: address`)
  return true
}

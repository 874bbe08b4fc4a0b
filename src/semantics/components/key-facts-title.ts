import type { Heading, Nodes, Paragraph, PhrasingContent } from 'mdast'
import { textOf } from '../../model/plain-text.ts'

const plain = new Set(['text', 'emphasis', 'strong', 'footnoteReference'])
/** Emphasis around emphasis around …: more than this is no title. */
const deepest = 4

/**
 * True for a paragraph that is only "Some key facts:" or "Key facts:", in any case, also emphasised
 * (then the colon may be left out) and with calls of notes.
 */
export function announcesKeyFacts(paragraph: Paragraph): boolean {
  if (!isPlain(paragraph.children, deepest)) return false
  const text = textOf(paragraph)
  return /^(?:some )?key facts ?[:：]$/i.test(text) || (isEmphasised(paragraph) && isName(text))
}

function isName(text: string): boolean {
  return /^(?:some )?key facts$/i.test(text)
}

function isEmphasised(paragraph: Paragraph): boolean {
  return paragraph.children.every(
    (node) =>
      node.type === 'emphasis' || node.type === 'strong' || node.type === 'footnoteReference',
  )
}

function isPlain(nodes: readonly Nodes[], depth: number): boolean {
  return (
    depth > 0 &&
    nodes.every(
      (node) =>
        plain.has(node.type) && (!('children' in node) || isPlain(node.children, depth - 1)),
    )
  )
}

/** The words of a title as they stand in its heading: without the closing colon and without emphasis around all of it. */
export function titleWords(source: Paragraph | Heading): PhrasingContent[] {
  const words = withoutColon(source.children, deepest)
  const [only] = words
  const whole = words.length === 1 && (only?.type === 'strong' || only?.type === 'emphasis')
  return whole ? only.children : words
}

function withoutColon(nodes: readonly PhrasingContent[], depth: number): PhrasingContent[] {
  const last = nodes.findLastIndex((node) => node.type !== 'footnoteReference')
  const node = nodes[last]
  if (!node || depth === 0) return [...nodes]
  if (node.type === 'text') {
    const value = node.value.replace(/\s*[:：]\s*$/u, '')
    return nodes.toSpliced(last, 1, ...(value === '' ? [] : [{ ...node, value }]))
  }
  if (node.type !== 'emphasis' && node.type !== 'strong') return [...nodes]
  const children = withoutColon(node.children, depth - 1)
  return nodes.toSpliced(last, 1, ...(children.length === 0 ? [] : [{ ...node, children }]))
}

import type { Nodes, Paragraph, PhrasingContent } from 'mdast'
import type { EpigraphNode } from '../../model/components.ts'
import { textOf } from '../../model/plain-text.ts'
import {
  type Blocks,
  type Container,
  labelAndBlocks,
  placeOf,
  type Replaced,
  unlabelled,
} from './container.ts'

/** `:::epigraph`: words, and whose they are on a last line that begins with a dash, or in brackets. */
export function epigraph(container: Container): Replaced {
  const { label, blocks } = labelAndBlocks(container)
  const cut = container.closed ? blocks.length : 1
  const held = blocks.slice(0, cut) as Blocks
  const parted = label ? { words: held, attribution: label.children } : partAttribution(held)
  const { words, attribution } = parted
  if (textOf(words) === '') {
    const message = 'This epigraph has no words.'
    const hint =
      'Write the words on the lines between :::epigraph and :::, and whose they are on the last of them, behind a dash (—).'
    return { nodes: unlabelled(container), diagnostics: [container.say('HT205', message, hint)] }
  }
  const quote: EpigraphNode = {
    type: 'epigraph',
    attribution,
    children: words,
    ...placeOf(container),
  }
  return { nodes: [quote, ...blocks.slice(cut)], diagnostics: [] }
}

/** A dash and white space at the start of a line. */
const dash = /^[ \t]*(?:[—―–]|--)[ \t\u00a0]*(?=[^\s—―–-]|$)/u

/** Parts the last paragraph where the last of its lines that begins with a dash begins. */
function partAttribution(blocks: Blocks): { words: Blocks; attribution: PhrasingContent[] } {
  const last = blocks.at(-1)
  const line = last?.type === 'paragraph' ? dashedLine(last) : undefined
  if (last?.type !== 'paragraph' || !line) return { words: blocks, attribution: [] }
  const { index, offset } = line
  const node = last.children[index] as Extract<PhrasingContent, { type: 'text' }>
  const name = node.value.slice(offset).replace(dash, '')
  const attribution = [
    ...(name === '' ? [] : [{ ...node, value: name }]),
    ...last.children.slice(index + 1),
  ]
  const before = node.value.slice(0, offset).replace(/\s+$/u, '')
  const rest = last.children.slice(0, index)
  if (before !== '') rest.push({ ...node, value: before })
  while (rest.at(-1)?.type === 'break') rest.pop()
  const words = blocks.slice(0, -1)
  if (rest.length > 0) words.push({ ...last, children: rest })
  return { words, attribution }
}

/** The text node, and the offset in it, of the last line that begins with a dash. */
function dashedLine(paragraph: Paragraph): { index: number; offset: number } | undefined {
  const { children } = paragraph
  for (let index = children.length - 1; index >= 0; index--) {
    const node = children[index] as Nodes
    if (node.type !== 'text') continue
    for (let end = node.value.length; end >= 0; ) {
      const newline = end === 0 ? -1 : node.value.lastIndexOf('\n', end - 1)
      const offset = newline + 1
      const begins = newline >= 0 || index === 0 || children[index - 1]?.type === 'break'
      if (begins && dash.test(node.value.slice(offset))) return { index, offset }
      end = newline
    }
  }
  return undefined
}

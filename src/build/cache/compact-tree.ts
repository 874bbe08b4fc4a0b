import type { Element, ElementContent, Properties, Root } from 'hast'
import type { OutlineEntry } from '../../model/essay.ts'
import type { EssayTrees } from '../../theme/contract.ts'

/** What is kept of an essay's text beside its head: its trees and its headings. */
export interface KeptText {
  readonly trees: EssayTrees
  readonly outline: readonly OutlineEntry[]
}

/** A text is a string; an element its name, its properties (0 for none) and its children; a comment `!` and its words. */
type Compact = string | readonly unknown[]

/**
 * The text of an essay as few bytes, quick to read. Positions and other data of nodes are left out, as
 * `bareTrees` does.
 *
 * @returns undefined where a tree is nested too deep for it
 */
export function encodeText({ trees, outline }: KeptText): Uint8Array | undefined {
  const { body, notes, title } = trees
  try {
    return Buffer.from(
      JSON.stringify([
        compactAll(body.children),
        notes ? compact(notes) : 0,
        title ? compactAll(title) : 0,
        outline,
      ]),
    )
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** @param bytes what `encodeText` made */
export function decodeText(bytes: Uint8Array): KeptText {
  const [body, notes, title, outline] = JSON.parse(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'),
  ) as [readonly Compact[], Compact | 0, readonly Compact[] | 0, readonly OutlineEntry[]]
  return {
    trees: {
      body: { type: 'root', children: body.map(expand) },
      notes: notes === 0 ? undefined : (expand(notes) as Element),
      title: title === 0 ? undefined : title.map(expand),
    },
    outline,
  }
}

/** The same trees without what only their making needed, so that a page cannot tell kept ones from new ones. */
export function bareTrees({ body, notes, title }: EssayTrees): EssayTrees {
  return {
    body: { type: 'root', children: body.children.map((node) => bare(node as ElementContent)) },
    notes: notes && (bare(notes) as Element),
    title: title?.map(bare),
  }
}

function bare(node: ElementContent): ElementContent {
  if (node.type !== 'element') return { type: node.type, value: node.value }
  const { tagName, properties, children } = node
  return { type: 'element', tagName, properties, children: children.map(bare) }
}

function compactAll(nodes: readonly Root['children'][number][]): Compact[] {
  return nodes.map((node) => compact(node as ElementContent))
}

function compact(node: ElementContent): Compact {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ['!', node.value]
  const { tagName, properties, children } = node
  const made: unknown[] = [tagName, hasAny(properties) ? properties : 0]
  for (const child of children) made.push(compact(child))
  return made
}

function expand(made: Compact): ElementContent {
  if (typeof made === 'string') return { type: 'text', value: made }
  const [tagName, properties] = made
  if (tagName === '!') return { type: 'comment', value: String(properties) }
  const children: ElementContent[] = []
  for (let i = 2; i < made.length; i++) children.push(expand(made[i] as Compact))
  return {
    type: 'element',
    tagName: String(tagName),
    properties: properties === 0 ? {} : (properties as Properties),
    children,
  }
}

function hasAny(properties: Properties): boolean {
  for (const name in properties) if (properties[name] !== undefined) return true
  return false
}

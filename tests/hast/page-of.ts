import type { Element, Nodes, Root } from 'hast'
import { raw } from 'hast-util-raw'
import type { Root as MdastRoot } from 'mdast'
import type { EssayContext } from '../../src/hast/context.ts'
import { nodesOf } from '../../src/hast/element.ts'
import { essayTrees, type RenderedEssay } from '../../src/hast/essay-trees.ts'
import { printFragment } from '../../src/hast/print.ts'
import { contextWith, essayFrom } from '../essay-fixture.ts'

export interface Rendered extends RenderedEssay {
  /** Body and notes in one tree. */
  readonly page: Root
  /** The same, printed. */
  readonly html: string
  readonly codes: readonly string[]
}

/** Markdown, all the way to a printed fragment; `body` stands in for what the Markdown would give. */
export function rendered(
  markdown: string,
  changes: Partial<EssayContext> = {},
  body?: MdastRoot,
): Rendered {
  const essay = essayFrom(markdown)
  const trees = essayTrees(body ? { ...essay, body } : essay, contextWith(changes))
  const notes = trees.notes ? [trees.notes] : []
  const page: Root = { type: 'root', children: [...trees.body.children, ...notes] }
  const codes = trees.diagnostics.map((finding) => finding.code)
  return { ...trees, page, html: printFragment(page), codes }
}

/** What an HTML parser makes of printed HTML. */
export function parsedAgain(html: string): Nodes {
  return raw({ type: 'root', children: [{ type: 'raw', value: html }] })
}

export function elementsOf(tree: Nodes, tagName?: string): Element[] {
  return [...nodesOf(tree)].filter(
    (node): node is Element =>
      node.type === 'element' && (tagName === undefined || node.tagName === tagName),
  )
}

import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import type { Extension } from 'micromark-util-types'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { QuickReader } from '../model/quick-reader.ts'
import { quickTree } from './accelerator/quick-tree.ts'
import { type Features, mayHoldLiteralLink } from './features.ts'
import { fencesToRefuse, formulas, type RefusedFences } from './formula/formulas.ts'
import { inlineNotes } from './inline-note.ts'
import { type KnownLabels, labelledNotes } from './labels.ts'
import { restorePositions } from './positions.ts'
import { blockDirectives, pullDirective } from './pull-directive.ts'
import type { SyntaxExtension } from './syntax-extension.ts'
import { dropLostCells } from './table-cells.ts'
import { someNode } from './walk.ts'

/** How a text is to be read. */
export interface Reading {
  readonly features: Features
  readonly labels: KnownLabels
  /** Present where `$…$` is a formula: fences that open none, because nothing closes them. */
  readonly formulas?: RefusedFences | undefined
  /** Made anew for each pass: an extension may keep what it learns about a text. */
  readonly extra?: (() => SyntaxExtension) | undefined
  /** Reads what it is known to read alike. */
  readonly quick?: QuickReader | undefined
}

/**
 * Reads Markdown with the constructs that it needs: CommonMark 0.31.2, GFM, notes and directives.
 *
 * @returns the tree, with positions in `text`
 */
export function readMarkdown(text: string, reading: Reading): Root {
  const tree = quickly(text, reading) ?? (processorFor(text, reading).parse(text) as Root)
  const refused = reading.formulas && fencesToRefuse(tree, reading.formulas)
  if (refused) return readMarkdown(text, { ...reading, formulas: refused })
  if (reading.features.table) dropLostCells(tree)
  if (reading.features.literalLinks) restorePositions(tree, text)
  else if (text.includes('@') || /www\.|\/\/|[&\\]/i.test(text))
    if (someNode(tree, (node) => node.type === 'text' && mayHoldLiteralLink(node.value)))
      return readMarkdown(text, {
        ...reading,
        features: { ...reading.features, literalLinks: true },
      })
  return tree
}

/** The same tree from the quicker parser, where there is one and the two are known to agree. */
function quickly(text: string, { quick, features, labels, formulas, extra }: Reading) {
  if (!quick || extra || features.literalLinks || labels === 'any') return undefined
  if (formulas && text.includes('$')) return undefined
  const [known] = labels
  return quickTree(text, { reader: quick, labels: known !== undefined })
}

/** A frozen processor with exactly the extensions that a text needs. */
function processorFor(text: string, reading: Reading): Processor<Root> {
  const extensions = extensionsFor(text, reading)
  return unified()
    .use(remarkParse)
    .data({
      micromarkExtensions: extensions.map((each) => each.micromark),
      fromMarkdownExtensions: extensions.map((each) => each.mdast),
    })
    .freeze() as Processor<Root>
}

function extensionsFor(text: string, reading: Reading): SyntaxExtension[] {
  const { features, labels, extra } = reading
  const found: SyntaxExtension[] = []
  const add = (micromark: Extension, mdast: FromMarkdownExtension): void => {
    found.push({ micromark, mdast })
  }
  if (features.literalLinks) add(gfmAutolinkLiteral(), gfmAutolinkLiteralFromMarkdown())
  if (features.labelledNotes) add(labelledNotes(text, labels), gfmFootnoteFromMarkdown())
  if (features.strikethrough) add(gfmStrikethrough(), gfmStrikethroughFromMarkdown())
  if (features.table) add(gfmTable(), gfmTableFromMarkdown())
  if (features.taskList) add(gfmTaskListItem(), gfmTaskListItemFromMarkdown())
  if (features.inlineNotes) found.push(inlineNotes())
  if (reading.formulas && text.includes('$')) found.push(formulas(reading.formulas))
  if (features.directives) add(blockDirectives(), {})
  if (features.pull) add(pullDirective(), {})
  if (features.directives || features.pull) add({}, directiveFromMarkdown())
  if (extra) found.push(extra())
  return found
}

import type {
  Code,
  FootnoteReference,
  Heading,
  Html,
  Image,
  Link,
  ListItem,
  Paragraph,
  Parents,
  Table,
} from 'mdast'
import type { Handlers, State } from 'mdast-util-to-hast'
import type {
  AbbreviationNode,
  EpigraphNode,
  FigureNode,
  FormulaNode,
  KeyFactsNode,
  NoticeNode,
  PullQuoteNode,
} from '../../model/components.ts'
import type { Rendering } from '../context.ts'
import { abbreviation } from './abbreviation.ts'
import { code } from './code.ts'
import { epigraph } from './epigraph.ts'
import { figure } from './figure.ts'
import { footnoteReference } from './footnote-reference.ts'
import { formula } from './formula.ts'
import { heading } from './heading.ts'
import { html } from './html.ts'
import { image } from './image.ts'
import { keyFacts } from './key-facts.ts'
import { link } from './link.ts'
import { listItem } from './list-item.ts'
import { notice } from './notice.ts'
import { paragraph } from './paragraph.ts'
import { pullQuote } from './pull-quote.ts'
import { table } from './table.ts'

/** What each node becomes; those that are not named here become what CommonMark and GFM say. */
export function handlersFor(rendering: Rendering): Handlers {
  return {
    abbreviation: (state: State, node: AbbreviationNode) => abbreviation(state, node),
    code: (_: State, node: Code) => code(node, rendering),
    epigraph: (state: State, node: EpigraphNode) => epigraph(state, node),
    figure: (state: State, node: FigureNode) => figure(state, node),
    footnoteReference: (_: State, node: FootnoteReference) => footnoteReference(node, rendering),
    formula: (_: State, node: FormulaNode, parent: Parents | undefined) =>
      formula(node, parent, rendering),
    heading: (state: State, node: Heading) => heading(state, node),
    html: (_: State, node: Html) => html(node, rendering),
    image: (state: State, node: Image) => image(state, node, rendering),
    keyFacts: (state: State, node: KeyFactsNode) => keyFacts(state, node, rendering),
    link: (state: State, node: Link) => link(state, node, rendering),
    listItem: (state: State, node: ListItem, parent: Parents | undefined) =>
      listItem(state, node, parent),
    notice: (state: State, node: NoticeNode) => notice(state, node, rendering),
    paragraph: (state: State, node: Paragraph) => paragraph(state, node),
    pullQuote: (state: State, node: PullQuoteNode) => pullQuote(state, node),
    // In the words of a title nothing is lifted.
    textDirective: (state: State, node: Parents) => state.all(node),
    table: (state: State, node: Table) => table(state, node, rendering),
  }
}

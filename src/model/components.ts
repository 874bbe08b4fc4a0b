import type { BlockContent, DefinitionContent, Literal, Parent, PhrasingContent } from 'mdast'

/** A pull quote in the flow: `:::pull-quote`, or the words lifted by `:pull[…]`. */
export interface PullQuoteNode extends Parent {
  type: 'pullQuote'
  /** True where the words also stand in the running text, so that the copy is hidden from readers' programs. */
  lifted: boolean
  children: (BlockContent | DefinitionContent)[]
}

/** What a component under a heading of its own has. */
interface Titled extends Parent {
  /** The words of the heading, without the closing colon; none where the author gave none. */
  title: PhrasingContent[]
  /** The level of the heading element: one below the heading that the component stands under, 2 to 6. */
  depth: 2 | 3 | 4 | 5 | 6
  /** The heading's id, unique in the essay. */
  id: string
  children: (BlockContent | DefinitionContent)[]
}

/** Key facts: `:::key-facts[Title]`, or a paragraph "Some key facts:" with the list that follows it. */
export interface KeyFactsNode extends Titled {
  type: 'keyFacts'
}

/** Something to be seen even by who skims: `:::notice[Title]`, `:::warning[Title]`. */
export interface NoticeNode extends Titled {
  type: 'notice'
  kind: 'notice' | 'warning'
}

/** Somebody's words at the head of an essay or a section: `:::epigraph`. */
export interface EpigraphNode extends Parent {
  type: 'epigraph'
  /** Whose words they are, without the dash; none where the author does not say. */
  attribution: PhrasingContent[]
  children: (BlockContent | DefinitionContent)[]
}

/** A picture, a table, code or anything else with a caption: `:::figure[Caption]`. */
export interface FigureNode extends Parent {
  type: 'figure'
  caption: PhrasingContent[]
  /** Where the caption stands: before what it explains, or after it. Calls of notes are met in this order. */
  captionFirst: boolean
  children: (BlockContent | DefinitionContent)[]
}

/** A shortened word and what it stands for. */
export interface AbbreviationNode extends Parent {
  type: 'abbreviation'
  expansion: string
  /** True where the reader meets it for the first time. */
  first: boolean
  children: PhrasingContent[]
}

/** A formula in TeX: `$…$`, `$$…$$`. */
export interface FormulaNode extends Literal {
  type: 'formula'
  /** The TeX between the dollars. */
  value: string
  /** True where it stands on lines of its own. */
  display: boolean
  /**
   * Where each line of the TeX stands: lines and UTF-16 code units from the start of the node, its column
   * from 1, its length in UTF-16 code units. Empty lines may be left out.
   */
  lines: readonly {
    readonly line: number
    readonly column: number
    readonly offset: number
    readonly length: number
  }[]
}

/** What the line that opens a block of code says beyond its language. */
export interface CodeInfo {
  /** The first word, where it names a language. */
  readonly language: string | undefined
  readonly title: string | undefined
  /** Marked lines from 1, first and last, in order and without overlaps. */
  readonly marked: readonly (readonly [first: number, last: number])[]
}

declare module 'mdast' {
  interface RootContentMap {
    pullQuote: PullQuoteNode
    keyFacts: KeyFactsNode
    notice: NoticeNode
    epigraph: EpigraphNode
    figure: FigureNode
    abbreviation: AbbreviationNode
    formula: FormulaNode
  }
  interface BlockContentMap {
    pullQuote: PullQuoteNode
    keyFacts: KeyFactsNode
    notice: NoticeNode
    epigraph: EpigraphNode
    figure: FigureNode
    formula: FormulaNode
  }
  interface PhrasingContentMap {
    abbreviation: AbbreviationNode
    formula: FormulaNode
  }
  interface HeadingData {
    /** The heading's id in the page; made from its words without note marks. */
    id?: string
  }
  interface CodeData {
    /** Present once components are found. */
    info?: CodeInfo
  }
}

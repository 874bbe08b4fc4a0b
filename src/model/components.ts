import type { BlockContent, DefinitionContent, Parent, PhrasingContent } from 'mdast'

/** A pull quote in the flow: `:::pull-quote`, or the words lifted by `:pull[…]`. */
export interface PullQuoteNode extends Parent {
  type: 'pullQuote'
  /** True where the words also stand in the running text, so that the copy is hidden from readers' programs. */
  lifted: boolean
  children: (BlockContent | DefinitionContent)[]
}

/** Key facts: `:::key-facts[Title]`, or a paragraph "Some key facts:" with the list that follows it. */
export interface KeyFactsNode extends Parent {
  type: 'keyFacts'
  /** The words of the heading, without the closing colon. */
  title: PhrasingContent[]
  /** The level of the heading element: one below the heading that the facts stand under, 2 to 6. */
  depth: 2 | 3 | 4 | 5 | 6
  /** Last part of the heading's id, unique in the essay. */
  id: string
  children: (BlockContent | DefinitionContent)[]
}

declare module 'mdast' {
  interface RootContentMap {
    pullQuote: PullQuoteNode
    keyFacts: KeyFactsNode
  }
  interface BlockContentMap {
    pullQuote: PullQuoteNode
    keyFacts: KeyFactsNode
  }
  interface HeadingData {
    /** The heading's id in the page; made from its words without note marks. */
    id?: string
  }
}

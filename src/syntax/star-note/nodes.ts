import type { BlockContent, DefinitionContent, Literal, Parent } from 'mdast'

/** A note at the foot of a section: `** text`. */
export interface StarNote extends Parent {
  type: 'starNote'
  /** Number of stars of its marker. */
  count: number
  children: (BlockContent | DefinitionContent)[]
}

/** Stars that call a note: `word**`. */
export interface StarCall extends Literal {
  type: 'starCall'
}

/** Stars that emphasis left over and that stand where no call may stand. */
export interface StarLoose extends Literal {
  type: 'starLoose'
}

declare module 'mdast' {
  interface RootContentMap {
    starNote: StarNote
    starCall: StarCall
    starLoose: StarLoose
  }
  interface BlockContentMap {
    starNote: StarNote
  }
  interface PhrasingContentMap {
    starCall: StarCall
    starLoose: StarLoose
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    starNote: 'starNote'
    starNoteMarker: 'starNoteMarker'
    starNoteWhitespace: 'starNoteWhitespace'
    starNoteIndent: 'starNoteIndent'
    starCall: 'starCall'
    starLoose: 'starLoose'
  }
}

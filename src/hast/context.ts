import type { Element, ElementContent } from 'hast'
import type { Strings } from '../locale/strings.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Essay } from '../model/essay.ts'
import type { NoteMarks } from '../model/front-matter.ts'
import type { Note } from '../model/notes.ts'

/** A picture that a page may show; sizes in pixels. */
export interface Picture {
  /** Address as the page writes it. */
  readonly src: string
  readonly width?: number | undefined
  readonly height?: number | undefined
  /** The same in better formats and several widths, best first. */
  readonly sources?: readonly { readonly type: string; readonly srcset: string }[] | undefined
  /** How wide it is shown, for `sizes=`. */
  readonly sizes?: string | undefined
}

/** A formula that was set, or why it cannot be; `offset` in UTF-16 code units of the TeX. */
export type SetFormula =
  | { readonly math: Element }
  | { readonly math: undefined; readonly problem: string; readonly offset: number | undefined }

/** What an essay's trees depend on beyond the essay. */
export interface EssayContext {
  readonly strings: Strings
  /** What becomes of raw HTML: parsed and sanitised, or dropped. */
  readonly html: 'safe' | 'drop'
  /** What a call shows: its note's number, the stars that the author typed, or `* † ‡ § ‖ ¶`. */
  readonly marks: NoteMarks
  /**
   * Where a link leads: what the page writes for what the author wrote.
   *
   * @param from the file that the link stands in, relative to the site's root
   */
  readonly resolveLink: (url: string, from: string) => string
  /**
   * The picture of an address; nothing where it is unknown, or lies on a site that is not allowed.
   *
   * @param from the file that the picture is named in, relative to the site's root
   */
  readonly image: (url: string, from: string) => Picture | undefined
  /** Spans for a piece of code, by classes only; nothing where the language is unknown. */
  readonly highlight?:
    | ((code: string, language: string) => ElementContent[] | undefined)
    | undefined
  /** MathML for a formula in TeX, without styles; the TeX itself is shown where this is absent. */
  readonly formula?: ((tex: string, display: boolean) => SetFormula) | undefined
}

/** One rendering: the body or a note of an essay, and what has been found so far. */
export interface Rendering {
  readonly essay: Pick<Essay, 'key'>
  readonly notes: ReadonlyMap<number, Note>
  readonly context: EssayContext
  /** The file that the blocks were written in, relative to the site's root. */
  readonly file: string
  readonly report: (finding: Diagnostic) => void
  /** Makes a name unique in the essay: names of tables. */
  readonly uniqueLabel: (label: string) => string
  /** Takes an id of the author's own; false where it is taken. */
  readonly claimId: (id: string) => boolean
}

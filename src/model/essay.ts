import type { PhrasingContent, Root } from 'mdast'
import type { Position } from 'unist'
import type { ContentDate } from './content-date.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { FrontMatter } from './front-matter.ts'
import type { Note } from './notes.ts'
import type { SourcePath } from './paths.ts'

/** A text file as it was found: decoded from UTF-8, without a byte order mark, line ends untouched. */
export interface Source {
  readonly path: SourcePath
  readonly text: string
}

/** One heading of the body, for the table of contents. No note mark is ever in it. */
export interface OutlineEntry {
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6
  readonly id: string
  readonly text: string
  readonly place: Position | undefined
}

/** A link or a picture of the body or of a note, for resolving and checking. */
export interface EssayLink {
  readonly kind: 'link' | 'image'
  readonly url: string
  /** The file that the link is written in: the essay's own, or that of a shared note. */
  readonly source: SourcePath
  /** What stands for a picture where it is not seen; absent for a link, and for a picture in raw HTML. */
  readonly alt?: string | undefined
  readonly place: Position | undefined
}

/** Whole minutes that a reader needs for the body, and for the body with its notes. */
export interface ReadingMinutes {
  readonly body: number
  readonly withNotes: number
}

/**
 * One source, understood on its own. Nothing here depends on another file of the site but the shared
 * notes and the settings, so it can be cached by digest. Plain JSON data.
 */
export interface Essay {
  readonly source: SourcePath
  readonly kind: 'post' | 'page'
  readonly front: FrontMatter
  /** The post's short key in note ids: letters and digits, from its stored id, never its slug. */
  readonly key: string
  /** Plain text, from the front matter, the first heading or the file's name. */
  readonly title: string
  /** The first heading where it gave the title: its words with markup and calls, for the head of the page. */
  readonly titleContent: readonly PhrasingContent[] | undefined
  /** Last part of the address, from the front matter or the file's name. */
  readonly slug: string
  readonly date: ContentDate | undefined
  /** BCP 47 tag: the front matter's, else the site's. */
  readonly lang: string
  /** Without front matter and definitions; calls are `footnoteReference` nodes with `data.note`. */
  readonly body: Root
  readonly notes: readonly Note[]
  /** The pull quote of the front matter, shown under the title; plain text. */
  readonly standfirst: string | undefined
  readonly outline: readonly OutlineEntry[]
  /** For descriptions: the front matter's summary, else the start of the essay; plain text without marks. */
  readonly summary: string
  readonly words: {
    readonly body: number
    readonly notes: number
    /** Where it is told already; see `readingMinutes`. */
    readonly minutes?: ReadingMinutes | undefined
  }
  readonly links: readonly EssayLink[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What became of one source: an essay, or, where it cannot be rendered at all, only the reasons. */
export type Compiled =
  | {
      readonly source: SourcePath
      readonly essay: Essay
      readonly diagnostics: readonly Diagnostic[]
    }
  | {
      readonly source: SourcePath
      readonly essay: undefined
      readonly diagnostics: readonly Diagnostic[]
    }

import type { ContentDate } from './content-date.ts'

/** A person who writes. */
export interface Author {
  readonly name: string
  readonly url?: string | undefined
}

export type StarMode = 'auto' | 'on' | 'off'
export type NoteMarks = 'number' | 'authored' | 'symbols'

/** The settings of one post, checked. A key that the author left out is absent here. */
/** The series that a post is part of. */
export interface SeriesPart {
  readonly id: string
  readonly part?: number | undefined
  /** What the series is called; one part that says so is enough. */
  readonly title?: string | undefined
}

export interface FrontMatter {
  readonly id?: string | undefined
  readonly title?: string | undefined
  readonly subtitle?: string | undefined
  readonly pullquote?: string | undefined
  readonly slug?: string | undefined
  readonly date?: ContentDate | undefined
  readonly updated?: ContentDate | undefined
  readonly publishAt?: ContentDate | undefined
  readonly expires?: ContentDate | undefined
  readonly draft: boolean
  readonly status?:
    | { readonly kind: 'superseded' | 'retracted'; readonly by?: string | undefined }
    | undefined
  readonly updates: readonly { readonly date: ContentDate; readonly note: string }[]
  readonly authors: readonly Author[]
  readonly guest: boolean
  readonly tags: readonly string[]
  readonly series?: SeriesPart | undefined
  readonly lang?: string | undefined
  readonly translationOf?: string | undefined
  readonly summary?: string | undefined
  readonly image?: { readonly src: string; readonly alt: string } | undefined
  readonly aliases: readonly string[]
  readonly canonical?: string | undefined
  readonly license?: string | undefined
  readonly discuss: readonly { readonly site: string; readonly url: string }[]
  readonly advisory?: Advisory | undefined
  /** What feeds hold of the post: all of it where absent. */
  readonly feed?: 'full' | 'summary' | undefined
  readonly notes: {
    readonly stars?: StarMode | undefined
    readonly marks?: NoteMarks | undefined
    readonly style?: string | undefined
  }
  readonly toc?: boolean | undefined
  readonly math?: boolean | undefined
  readonly theme?: string | undefined
  readonly robots?: string | undefined
}

/** What an advisory is about, for the status bar, JSON-LD and feeds. */
export interface Advisory {
  readonly cve: readonly string[]
  readonly severity?: string | undefined
  readonly affected: readonly string[]
  readonly fixed: readonly string[]
}

/** A text of the export, and where it begins in the file. */
export interface ExportText {
  readonly text: string
  /** Both counted from 1; the column in UTF-16 code units. */
  readonly line: number
  readonly column: number
}

/** A category, tag or other term of an item. */
export interface ExportTerm {
  /** `category`, `post_tag` or the name of another taxonomy. */
  readonly domain: string
  readonly slug: string
  readonly name: string
}

/** One `<item>` of an export: a post, page, attachment or something else. */
export interface ExportItem {
  readonly line: number
  /** Texts by the names of their elements: `title`, `wp:post_id`, `content:encoded`. */
  readonly texts: ReadonlyMap<string, ExportText>
  readonly terms: readonly ExportTerm[]
  readonly meta: ReadonlyMap<string, string>
  /** Comments that are shown; pings are none. */
  readonly comments: number
  /** True where a text was longer than is read, and is missing. */
  readonly tooLong: boolean
}

/** What the export says of the blog. */
export interface ExportChannel {
  readonly texts: ReadonlyMap<string, string>
  /** Names to show by names to log in with. */
  readonly authors: ReadonlyMap<string, string>
}

/** The text of an element of an item, trimmed; empty where there is none. */
export function textOfItem(item: ExportItem, name: string): string {
  return item.texts.get(name)?.text.trim() ?? ''
}

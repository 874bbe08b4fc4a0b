import type { Position } from 'unist'
import { type RoutePath, type SourcePath, sourcePath } from './paths.ts'

/** What was written down of a post when it was published. */
export interface RecordedPost {
  /** Where its source lay. */
  readonly path: SourcePath
  /** Every address it has had, in the order in which it had them; the last is the newest. Never empty. */
  readonly urls: readonly RoutePath[]
  /** Where this stands in the record's own file; absent for what is not written yet. */
  readonly place?: Position | undefined
}

/** `content/permalinks.json`: under which ids and addresses posts are known to subscribers and to those who link to them. */
export interface PermalinkRecord {
  /** By the post's lasting id. */
  readonly posts: ReadonlyMap<string, RecordedPost>
}

/** Where the record lies, relative to the site's root. */
export const recordPath = sourcePath('content/permalinks.json')

/** A site of which nothing was ever written down. */
export const emptyRecord: PermalinkRecord = { posts: new Map() }

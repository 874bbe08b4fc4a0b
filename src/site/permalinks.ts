import type { RoutePath, SourcePath } from '../model/paths.ts'
import type { PermalinkRecord, RecordedPost } from '../model/permalinks.ts'

/** A published post as the record knows it. */
export interface PlacedPost {
  /** The post's lasting id. */
  readonly id: string
  readonly source: SourcePath
  readonly route: RoutePath
}

/**
 * The record with these posts where they stand now. An address that a post had before stays in its
 * list, and a post that is no longer there stays recorded: only `forget` takes away.
 */
export function withPosts(record: PermalinkRecord, placed: readonly PlacedPost[]): PermalinkRecord {
  const posts = new Map(record.posts)
  for (const { id, source, route } of placed) {
    const former = (posts.get(id)?.urls ?? []).filter((url) => url !== route)
    posts.set(id, { path: source, urls: [...former, route] })
  }
  return { posts }
}

/**
 * The record without a post, by its id, or without an address, whichever posts had it. A post that has
 * no address left is forgotten too.
 *
 * @returns undefined where the record holds neither
 */
export function forget(record: PermalinkRecord, what: string): PermalinkRecord | undefined {
  const kept = [...record.posts].flatMap(([id, post]): [string, RecordedPost][] => {
    const urls = post.urls.filter((url) => url !== what)
    return id === what || urls.length === 0 ? [] : [[id, { ...post, urls }]]
  })
  const posts = new Map(kept)
  const addresses = (map: PermalinkRecord['posts']): number =>
    [...map.values()].reduce((sum, { urls }) => sum + urls.length, 0)
  return addresses(posts) === addresses(record.posts) ? undefined : { posts }
}

/**
 * The text of `content/permalinks.json`: a post a line, in code unit order of the ids, so that the same
 * record always has the same bytes and two branches seldom touch the same line.
 */
export function printRecord({ posts }: PermalinkRecord): string {
  const lines = [...posts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { path, urls }]) => {
      const list = urls.map((url) => JSON.stringify(url)).join(', ')
      return `    ${JSON.stringify(id)}: { "path": ${JSON.stringify(path)}, "urls": [${list}] }`
    })
  const body = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n  }`
  return `{\n  "version": 1,\n  "posts": ${body}\n}\n`
}

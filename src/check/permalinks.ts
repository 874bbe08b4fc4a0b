import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { RoutePath, SourcePath } from '../model/paths.ts'
import { type PermalinkRecord, type RecordedPost, recordPath } from '../model/permalinks.ts'

/** A post of the site, published or not. */
export interface KnownPost {
  /** The post's lasting id. */
  readonly id: string
  readonly source: SourcePath
  /** Undefined where the post is kept out of the site. */
  readonly route: RoutePath | undefined
  readonly held?: 'draft' | 'scheduled' | 'expired' | undefined
  readonly aliases: readonly string[]
}

/** What the record is compared with. */
export interface PermalinkFacts {
  readonly record: PermalinkRecord
  readonly posts: readonly KnownPost[]
  /** Every address of the site that answers: pages, redirects, files. */
  readonly addresses: ReadonlySet<string>
  /** False where some posts could not be read, so that one that is missing may be among them. */
  readonly complete: boolean
}

/**
 * Compares the site with what was written down of it: every address that a post ever had must still
 * lead somewhere, and every post must have the id that subscribers know it by.
 */
export function checkPermalinks(facts: PermalinkFacts): readonly Diagnostic[] {
  const { record } = facts
  const lookup = lookupOf(facts)
  return [...record.posts].flatMap(([id, recorded]) => {
    const post = knownAs(id, recorded, lookup)
    const changed = changedId(id, recorded, post, lookup, record)
    if (changed) return [changed]
    if (post?.route !== undefined) return movedPost(id, recorded, post, lookup)
    if (post?.held === 'expired' || (!post && !facts.complete)) return []
    const lost = recorded.urls.filter((url) => !facts.addresses.has(url))
    if (lost.length === 0) return []
    return [post ? withdrawn(id, lost, post) : gone(id, lost, recorded)]
  })
}

/** The sources of posts whose id is another one than was written down of them. */
export function withChangedId({ record, ...facts }: PermalinkFacts): ReadonlySet<string> {
  const lookup = lookupOf({ record, ...facts })
  const found = [...record.posts].flatMap(([id, recorded]) => {
    const post = knownAs(id, recorded, lookup)
    if (!changedId(id, recorded, post, lookup, record)) return []
    return [recorded.path, ...(post ? [post.source] : [])]
  })
  return new Set(found)
}

interface Lookup {
  readonly byId: ReadonlyMap<string, KnownPost>
  readonly bySource: ReadonlyMap<string, KnownPost>
  readonly byRoute: ReadonlyMap<string, KnownPost>
  readonly addresses: ReadonlySet<string>
}

function lookupOf({ posts, addresses }: PermalinkFacts): Lookup {
  return {
    byId: new Map(posts.map((post) => [post.id, post])),
    bySource: new Map(posts.map((post) => [post.source, post])),
    byRoute: new Map(posts.flatMap((post) => (post.route ? [[post.route, post]] : []))),
    addresses,
  }
}

/** The post with a recorded id; of several, which is an error of its own, the one that lies where it lay. */
function knownAs(
  id: string,
  { path }: RecordedPost,
  { byId, bySource }: Lookup,
): KnownPost | undefined {
  const there = bySource.get(path)
  return there?.id === id ? there : byId.get(id)
}

/**
 * A file that was recorded with one id and now has one that was never recorded. Where another post has
 * the recorded id, the file may be a new one in the place of one that was moved; not so if it stands at
 * the old address too.
 */
function changedId(
  id: string,
  recorded: RecordedPost,
  post: KnownPost | undefined,
  { bySource }: Lookup,
  record: PermalinkRecord,
): Diagnostic | undefined {
  const there = bySource.get(recorded.path)
  if (!there || there.id === id || record.posts.has(there.id)) return undefined
  if (post && there.route !== recorded.urls.at(-1)) return undefined
  const elsewhere = post ? `; that id is in ${post.source} now` : ''
  return diagnose('FD203', {
    message: `The post was published with the id ${id} and has the id ${there.id} now${elsewhere}. Every subscriber would see it as a new post.`,
    file: there.source,
    place: top,
    hint: `id: ${id} — or, where this is another post, run \`ibid freeze --forget ${id}\``,
    related: [
      ...(post
        ? [{ message: 'The id stands here now.', file: post.source, place: top } as const]
        : []),
      ...recordedHere(recorded),
    ],
  })
}

/** The addresses that a published post had before and that no longer lead to it. */
function movedPost(
  id: string,
  recorded: RecordedPost,
  post: KnownPost,
  { byRoute, addresses }: Lookup,
): readonly Diagnostic[] {
  const former = recorded.urls.filter((url) => url !== post.route)
  const dead = former.filter((url) => !addresses.has(url))
  return [
    ...(dead.length > 0 ? [deadAddresses(id, dead, recorded, post)] : []),
    ...former.flatMap((url) => {
      const owner = byRoute.get(url)
      return owner ? [takenAddress(id, url, recorded, post, owner)] : []
    }),
  ]
}

function deadAddresses(
  id: string,
  dead: readonly RoutePath[],
  recorded: RecordedPost,
  post: KnownPost,
): Diagnostic {
  return diagnose('FD201', {
    message: `The post ${id} was published at ${listed(dead)} and stands at ${post.route} now. Nothing leads there from the old address, so links and bookmarks are dead.`,
    file: post.source,
    place: top,
    hint: `aliases: [${[...post.aliases, ...dead].map(flowItem).join(', ')}]`,
    related: recordedHere(recorded),
  })
}

function takenAddress(
  id: string,
  url: RoutePath,
  recorded: RecordedPost,
  post: KnownPost,
  owner: KnownPost,
): Diagnostic {
  return diagnose('FD201', {
    message: `${url} was the address of the post ${id} (${post.source}), which stands at ${post.route} now. Links to that post lead to this one.`,
    file: owner.source,
    place: top,
    hint: `give this post another slug, and write aliases: [${flowItem(url)}] into ${post.source}; where the change is meant, run \`ibid freeze --forget ${url}\``,
    related: recordedHere(recorded),
  })
}

function gone(id: string, lost: readonly RoutePath[], recorded: RecordedPost): Diagnostic {
  return diagnose('FD202', {
    message: `The post ${id} is gone: it was published at ${listed(lost)}, its file was ${recorded.path}, and nothing stands at that address now.`,
    file: recordPath,
    place: recorded.place,
    hint: `aliases: [${lost.map(flowItem).join(', ')}] in the post that takes its place; where it is meant to be gone, run \`ibid freeze --forget ${id}\``,
  })
}

function withdrawn(id: string, lost: readonly RoutePath[], post: KnownPost): Diagnostic {
  const [state, key] =
    post.held === 'draft' ? ['a draft', '`draft: true`'] : ['scheduled for later', 'its later date']
  return diagnose('FD202', {
    message: `The post ${id} was published at ${listed(lost)} and is ${state} now, so nothing stands at that address.`,
    file: post.source,
    place: top,
    hint: `take ${key} away; where the post is meant to be gone, run \`ibid freeze --forget ${id}\``,
  })
}

const top = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
}

function recordedHere({ place }: RecordedPost): NonNullable<Diagnostic['related']> {
  return place ? [{ message: 'It is recorded here.', file: recordPath, place }] : []
}

function listed(urls: readonly RoutePath[]): string {
  return urls.length < 2 ? urls.join('') : `${urls.slice(0, -1).join(', ')} and ${urls.at(-1)}`
}

/** A path as an item of a YAML list in brackets; in quotes where it has a sign that means something there. */
function flowItem(path: string): string {
  return /^[\p{L}\p{N}/._~-]+$/u.test(path) ? path : JSON.stringify(path)
}

import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { Essay } from '../model/essay.ts'
import type { RoutePath } from '../model/paths.ts'
import type { Post } from '../model/site.ts'
import type { FeedContext } from './context.ts'

type Digest = FeedContext['digest']
type Identified = Pick<Essay, 'front' | 'source'>

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * The id by which a post is known for good, whatever becomes of its address: that of its front matter,
 * else the one that is made from the path of its source.
 */
export function lastingId({ front, source }: Identified, digest: Digest): string {
  const id = front.id?.trim()
  if (id === undefined || id === '') return readyMadeId(source, digest)
  return uuid.test(id) ? id.toLowerCase() : id
}

/**
 * What subscribers' programs remember a post by, the same in every feed. It comes from the `id` of the
 * front matter alone, so that it outlives a change of slug, title, tag, theme and domain:
 *
 * - a UUID is used as it is;
 * - an address, by which feeds of another engine knew the post, stays what it is;
 * - any other id becomes a UUID made from its SHA-256 (RFC 9562, version 8);
 * - without an id, the UUID is made from the path of the source.
 *
 * @returns an absolute IRI
 */
export function entryId(essay: Identified, digest: Digest): string {
  const id = lastingId(essay, digest)
  if (id.includes(':')) return id
  return `urn:uuid:${uuid.test(id) ? id : uuidOf(`id ${id}`, digest)}`
}

/**
 * The id to write into a post that has none, such that feeds keep what they already say of it.
 *
 * @param source the post's path, as feeds have known it so far
 * @returns a UUID in lower case
 */
export function readyMadeId(source: Essay['source'], digest: Digest): string {
  return uuidOf(`source ${source}`, digest)
}

/**
 * What programs know a whole feed by. There is no stored id of a site, and its address may change; what
 * stays is the oldest post.
 *
 * @param oldest the id of the oldest post's entry
 * @param route the feed's address within the site
 */
export function feedId(oldest: string, route: RoutePath, digest: Digest): string {
  return `urn:uuid:${uuidOf(`feed ${route} ${oldest}`, digest)}`
}

/** A UUID from a name: the first 128 bits of its SHA-256 but for version and variant (RFC 9562, 5.8 and B.2). */
function uuidOf(name: string, digest: Digest): string {
  const hex = digest(`ibid ${name}`)
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`]
  return [...parts, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}

/** Posts without an id, posts with the id of another one, and posts whose notes have the ids of another one's. */
export function checkIdentities(posts: readonly Post[], digest: Digest): readonly Diagnostic[] {
  const essays = posts.map((post) => post.essay).sort((a, b) => (a.source < b.source ? -1 : 1))
  const byId = new Map<string, Essay>()
  const byKey = new Map<string, Essay>()
  return essays.flatMap((essay) => {
    const id = entryId(essay, digest)
    const twin = byId.get(id)
    const neighbour = byKey.get(essay.key)
    if (!twin) byId.set(id, essay)
    if (!neighbour) byKey.set(essay.key, essay)
    return [
      ...(essay.front.id?.trim() ? [] : [withoutId(essay, digest)]),
      ...(twin ? [sameId(essay, twin)] : []),
      ...(neighbour && !twin && essay.notes.length > 0 ? [sameKey(essay, neighbour)] : []),
    ]
  })
}

const top = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
}

function withoutId(essay: Essay, digest: Digest): Diagnostic {
  return diagnose('FD101', {
    message:
      'The post has no id, so feeds know it by the path of its file; once the file is moved, every subscriber sees the post as a new one.',
    file: essay.source,
    place: top,
    hint: `id: ${readyMadeId(essay.source, digest)}`,
  })
}

function sameId(essay: Essay, first: Essay): Diagnostic {
  return diagnose('FD102', {
    message: `The id ${essay.front.id ?? ''} is also that of ${first.source}; subscribers would see only one of the two posts.`,
    file: essay.source,
    place: top,
    hint: 'give the newer of the two another id, or take its id away and run `ibid freeze`',
    related: [{ message: 'The other post is here.', file: first.source, place: top }],
  })
}

function sameKey(essay: Essay, first: Essay): Diagnostic {
  return diagnose('FD105', {
    message: `The short key ${essay.key}, made from the post’s id, is also that of ${first.source}; where both stand in one feed, a call may open the other post’s note.`,
    file: essay.source,
    place: top,
    hint: 'give the newer of the two another id',
    related: [{ message: 'The other post is here.', file: first.source, place: top }],
  })
}

import { slugify } from '../model/slug.ts'
import { slugFault } from '../schema/fields/names.ts'
import { permalinkFault } from '../schema/fields/permalink.ts'

/** A post's address in the other blog, by which the new ones are chosen. */
export interface OldAddress {
  /** Site-absolute path, not percent-encoded: `/2017/10/17/spare-key/` or `…/spare-key.html`. */
  readonly path: string
  /** The day that the post has here, `2017-10-17`. */
  readonly day: string | undefined
}

/** What keeps a post's address: the slug, where the file's name does not give it, and former addresses. */
export interface KeptAddress {
  readonly slug: string | undefined
  readonly aliases: readonly string[]
}

/** The address of posts where nothing else is said. */
export const usualPattern = '/posts/:slug/'

/**
 * The pattern for `permalink` in `content/site.yaml` that leaves most posts where they were; the usual one
 * where there is none.
 */
export function choosePattern(addresses: Iterable<OldAddress>): string {
  const votes = new Map<string, number>()
  for (const address of addresses) {
    const pattern = patternOf(address)
    if (pattern !== undefined) votes.set(pattern, (votes.get(pattern) ?? 0) + 1)
  }
  const [best] = [...votes].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
  return best?.[0] ?? usualPattern
}

/**
 * The slug that a post had, and its old address as an alias where the pattern gives it another one.
 *
 * @param name the file's name without its ending, from which a slug would be made
 */
export function keptAddress(pattern: string, { path, day }: OldAddress, name: string): KeptAddress {
  const slug = slugIn(path) ?? slugify(name)
  const given = addressOf(pattern, slug, day)
  return {
    slug: slug === slugify(name) ? undefined : slug,
    aliases: same(given, path) || inner(path) === '' ? [] : [path],
  }
}

/** The same for a page, whose address here is its slug alone. */
export function keptPage(path: string, name: string): KeptAddress {
  return keptAddress('/:slug/', { path, day: undefined }, name)
}

/** A post or page whose place is to be found among all of them. */
export interface Placeable extends OldAddress {
  readonly kind: 'post' | 'page'
  /** The name of its new file without ending. */
  readonly name: string
}

/** Where everything of a site stands. */
export interface Places<One> {
  readonly of: (one: One) => KeptAddress
  /** The former addresses that are nobody else's; each is given once. */
  readonly free: (aliases: readonly string[]) => readonly string[]
}

/**
 * Finds an address of its own for each post and page: those that can stay where they were do, and of others
 * that would share one, the later ones get a number behind their slug.
 */
export function placeAll<One extends Placeable>(all: readonly One[], pattern: string): Places<One> {
  const taken = new Set<string>()
  const places = new Map<One, KeptAddress>()
  const patternOfKind = (one: One) => (one.kind === 'page' ? '/:slug/' : pattern)
  const wanted = all.map((one) => ({ one, kept: keptAddress(patternOfKind(one), one, one.name) }))
  // A page's address is the shortest, so that posts give way to it only where they would have moved anyway.
  for (const { one, kept } of [...wanted].sort(
    (a, b) => a.kept.aliases.length - b.kept.aliases.length,
  )) {
    const slug = kept.slug ?? slugify(one.name)
    let free = slug
    for (let number = 2; taken.has(keyOf(addressOf(patternOfKind(one), free, one.day))); number++)
      free = `${slug}-${number}`
    taken.add(keyOf(addressOf(patternOfKind(one), free, one.day)))
    places.set(one, free === slug ? kept : { slug: free, aliases: [one.path] })
  }
  const free = (aliases: readonly string[]) =>
    aliases.filter((alias) => {
      const isFree = !taken.has(keyOf(alias))
      taken.add(keyOf(alias))
      return isFree
    })
  return { of: (one) => places.get(one) ?? { slug: undefined, aliases: [] }, free }
}

function keyOf(path: string): string {
  return inner(path).normalize('NFC').toLowerCase()
}

/** The address of a post by a pattern. */
function addressOf(pattern: string, slug: string, day = '0000-00-00'): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const parts: Readonly<Record<string, string>> = { year, month, day: date, slug }
  return pattern.replace(/:(year|month|day|slug)/g, (_, part: string) => parts[part] ?? '')
}

/** A pattern that gives a post the address it has; undefined where Ibid's patterns cannot. */
function patternOf({ path, day }: OldAddress): string | undefined {
  const slug = slugIn(path)
  if (slug === undefined) return undefined
  const folders = inner(path).split('/').slice(0, -1)
  const wanted = (day ?? '').split('-').map((value, at) => [value, ['year', 'month', 'day'][at]])
  const parts = folders.map((folder) => {
    // In their order, since the tenth of October has two parts that look alike.
    const at = wanted.findIndex(([value]) => value === folder && value !== '')
    return at < 0 ? folder : `:${wanted.splice(0, at + 1).at(-1)?.[1]}`
  })
  if (parts.some((part) => !part.startsWith(':') && part.includes(':'))) return undefined
  const end = /\.html$/.test(path) ? ':slug.html' : ':slug/'
  const pattern = `/${[...parts, end].join('/')}`
  return permalinkFault(pattern) ? undefined : pattern
}

/** The last part of an address, where it may be a slug. */
function slugIn(path: string): string | undefined {
  const last = inner(path).split('/').at(-1) ?? ''
  const slug = last.replace(/\.html$/, '').normalize('NFC')
  return slug === '' || slugFault(slug) ? undefined : slug
}

function inner(path: string): string {
  return path.replace(/^\/+|\/+$/g, '')
}

function same(a: string, b: string): boolean {
  return inner(a).normalize('NFC') === inner(b).normalize('NFC')
}

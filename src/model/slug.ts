/** The longest slug, in bytes of UTF-8. */
export const longestSlug = 80

/**
 * What a slug stands in: the address of a post or page, where the names of the engine's own pages and
 * files are taken, or a folder of its own, such as `/tags/`, where only names that no disk can keep are.
 */
export type SlugPlace = 'site' | 'folder'

/** First segments of addresses, and files, that the engine makes itself. */
const enginePaths = new Set([
  '_headers',
  '_redirects',
  '404',
  '404.html',
  'archive',
  'assets',
  'atom.xml',
  'feed',
  'feed.json',
  'feed.xml',
  'feeds',
  'index',
  'index.html',
  'page',
  'robots.txt',
  'search',
  'series',
  'sha256sums',
  'site-manifest.json',
  'sitemap.xml',
  'tags',
])

/** Names that Windows keeps for devices, with any ending (Microsoft, Naming Files, Paths, and Namespaces). */
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/

/** True where a name is taken: by the engine, by Windows, or as `.`, `..` or a hidden file. */
export function isReservedSlug(slug: string, place: SlugPlace = 'site'): boolean {
  const name = slug.normalize('NFC').toLowerCase()
  return (
    name.startsWith('.') || deviceName.test(name) || (place === 'site' && enginePaths.has(name))
  )
}

/**
 * Makes the last part of an address from words: lower case, letters and digits of all scripts, the rest
 * as single dashes. At most 80 bytes of UTF-8, never empty, never a reserved name. Words in NFC and in
 * NFD give the same slug.
 */
export function slugify(text: string, place: SlugPlace = 'site'): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’ʼ]/gu, '')
    .replace(/(?<=[\p{L}\p{N}+])\+/gu, '-plus-')
    .replace(/(?<=[\p{L}\p{N}])#/gu, '-sharp-')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/(^|-)\p{M}+/gu, '$1')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')
  const slug = cut(words, longestSlug).replace(/-$/, '')
  if (slug === '') return 'post'
  return isReservedSlug(slug, place) ? `${slug}-page` : slug
}

/** The first bytes of a text, on the boundary of a character and, where one fits, of its marks too. */
function cut(text: string, bytes: number): string {
  // No character takes more than three bytes for each of its code units.
  if (3 * text.length <= bytes) return text
  let size = 0
  let end = 0
  let whole = 0
  for (const character of text) {
    if (!/^\p{M}$/u.test(character)) whole = end
    size += utf8Length(character)
    if (size > bytes) return text.slice(0, whole === 0 ? end : whole)
    end += character.length
  }
  return text
}

/** Bytes of one character in UTF-8. */
function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

import { parseContentDate } from '../../model/content-date.ts'
import { keptAddress, keptPage } from '../addresses.ts'
import { tagsOf } from '../front-values.ts'
import type { Front } from '../post-file.ts'
import type { BlogIndex, KnownPost } from './blog-index.ts'
import { type ExportItem, textOfItem } from './export-item.ts'
import { plainWords } from './plain-words.ts'

/** Descriptions that plugins for search engines keep, first the best known. */
const descriptions = [
  '_yoast_wpseo_metadesc',
  'rank_math_description',
  '_aioseo_description',
  '_aioseop_description',
  '_seopress_titles_desc',
]

/**
 * Front matter of a post or page by Ibid's keys.
 *
 * @param image what stands for the post, where it has something
 */
export function frontOf(
  item: ExportItem,
  post: KnownPost,
  index: BlogIndex,
  image: { readonly src: string; readonly alt: string } | undefined,
): Front {
  const kept = keptOf(post, index)
  const status = textOfItem(item, 'wp:status')
  const locked = textOfItem(item, 'wp:post_password') !== ''
  const published = (status === 'publish' || status === 'future') && !locked
  return {
    // What subscribers know it by, so that they see nothing twice.
    id: orNothing(textOfItem(item, 'guid')),
    title: orNothing(plainWords(textOfItem(item, 'title'))),
    slug: kept.slug,
    date: dateOf(item),
    draft: published ? undefined : true,
    authors: authorsOf(item, index),
    tags: tagsOf(
      item.terms
        .filter(
          ({ domain, slug }) =>
            /^(?:category|post_tag)$/.test(domain) && !/^uncategori[sz]ed$/.test(slug),
        )
        .map(({ name }) => plainWords(name)),
    ),
    series: seriesOf(item),
    summary: summaryOf(item),
    image,
    aliases: kept.aliases.length === 0 ? undefined : kept.aliases,
  }
}

function keptOf(
  { kind, address, name }: KnownPost,
  { pattern }: BlogIndex,
): ReturnType<typeof keptPage> {
  if (!address) return { slug: undefined, aliases: [] }
  return kind === 'page' ? keptPage(address.path, name) : keptAddress(pattern, address, name)
}

/**
 * The date of a post: local time with the zone that the time in UTC tells; the day alone where it does not,
 * as in drafts.
 */
function dateOf(item: ExportItem): string | undefined {
  const local = instantOf(textOfItem(item, 'wp:post_date'))
  const utc = instantOf(textOfItem(item, 'wp:post_date_gmt'))
  if (local === undefined) return utc === undefined ? undefined : checked(`${iso(utc)}Z`)
  const minutes = utc === undefined ? undefined : Math.round((local - utc) / 60_000)
  // Zones lie between -12:00 and +14:00; anything else is a fault of the export.
  if (minutes === undefined || minutes < -720 || minutes > 840)
    return checked(iso(local).slice(0, 10))
  const sign = minutes < 0 ? '-' : '+'
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const zone = minutes === 0 ? 'Z' : `${sign}${padded(hours)}:${padded(rest)}`
  return checked(`${iso(local)}${zone}`)
}

function instantOf(typed: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(typed)
  if (!match || match[1] === '0000-00-00') return undefined
  const instant = Date.parse(`${match[1]}T${match[2]}Z`)
  return Number.isNaN(instant) ? undefined : instant
}

function iso(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19)
}

function padded(count: number): string {
  return String(count).padStart(2, '0')
}

function checked(text: string): string | undefined {
  return parseContentDate(text).date ? text : undefined
}

/** Undefined where one author writes the whole blog, whom `content/site.yaml` names. */
function authorsOf(item: ExportItem, { channel, writers }: BlogIndex): string[] | undefined {
  const login = textOfItem(item, 'dc:creator')
  if (login === '' || writers.size < 2) return undefined
  return [plainWords(channel.authors.get(login) ?? login)]
}

/** Series of the plugin “Organize Series” and of those that work like it. */
function seriesOf({ terms, meta }: ExportItem): Front['series'] {
  const term = terms.find(({ domain }) => domain === 'series')
  if (!term) return undefined
  const key = [...meta.keys()].find((name) => /^_series_part(?:_\d+)?$/.test(name))
  const part = Number(key === undefined ? '' : meta.get(key))
  const id = term.slug === '' ? plainWords(term.name) : term.slug
  return {
    id,
    ...(Number.isInteger(part) && part >= 1 && part <= 10_000 ? { part } : {}),
    ...(plainWords(term.name) === '' ? {} : { title: plainWords(term.name) }),
  }
}

function summaryOf(item: ExportItem): string | undefined {
  const excerpt = plainWords(textOfItem(item, 'excerpt:encoded'))
  if (excerpt !== '') return excerpt
  // Plugins put variables between percent signs, which only they can fill.
  const found = descriptions.map((key) => plainWords(item.meta.get(key) ?? ''))
  return found.find((words) => words !== '' && !/%%\w+%%|%\w+%|#\w+_\w+/.test(words))
}

function orNothing(text: string): string | undefined {
  return text === '' ? undefined : text
}

import { importedDate } from '../dates.ts'
import {
  authorsOf,
  flagOf,
  freeKeys,
  lowerKeys,
  type OldFront,
  type TurnedFront,
  tagsOf,
  textOf,
  textsOf,
} from '../front-values.ts'
import type { Front } from '../post-file.ts'
import { isMapping, section } from './config.ts'

/** Keys that are understood, or that mean something to Hugo alone and are said by where the file lies. */
const known = new Set(
  `title subtitle date publishdate pubdate published expirydate unpublishdate lastmod modified draft slug url
  aliases tags categories series series_order seriesorder series_weight summary description images image cover
  featured_image featuredimage feature thumbnail author authors math katex mathjax toc showtoc canonicalurl canonical
  canonical_url robotsnoindex noindex license type layout linktitle markup
  iscjklanguage params`.split(/\s+/),
)

/** `params` of the front matter stand beside its keys, as Hugo has them. */
export function flatFront(data: Readonly<Record<string, unknown>>): OldFront {
  const lower = lowerKeys(data)
  return { ...section(lower, 'params'), ...lower }
}

/** The day and time of a page: its date, else that of its publication, else of its last change. */
export function hugoDate(data: OldFront, fileName: string, timeZone: string | undefined) {
  for (const key of ['date', 'publishdate', 'pubdate', 'published']) {
    const date = importedDate(data[key], timeZone)
    // Hugo writes its zero time where there is no date.
    if (date && !date.day.startsWith('0001-')) return date
  }
  return (
    importedDate(/^\d{4}-\d{2}-\d{2}(?=-|$)/.exec(fileName)?.[0]) ??
    importedDate(data.lastmod, timeZone)
  )
}

/** @param name the file's name without ending */
export function hugoFront(data: OldFront, name: string, timeZone: string | undefined): TurnedFront {
  const remarks: string[] = []
  const date = hugoDate(data, name, timeZone)
  const dated = (...keys: readonly string[]) =>
    keys.map((key) => importedDate(data[key], timeZone)).find((each) => each !== undefined)
  const publish = dated('publishdate', 'pubdate')
  const front: Front = {
    title: textOf(data.title) ?? textOf(data.linktitle),
    subtitle: textOf(data.subtitle),
    date: date?.text,
    draft: flagOf(data.draft) === true ? true : undefined,
    tags: tagsOf(textsOf(data.tags), textsOf(data.categories)),
    series: seriesOf(data, remarks),
    summary: textOf(data.summary) ?? textOf(data.description),
    updated: laterThan(dated('lastmod', 'modified'), date)?.text,
    publishAt: publish && publish.instant !== date?.instant ? publish.text : undefined,
    expires: dated('expirydate', 'unpublishdate')?.text,
    authors: authorsOf(data.authors, data.author),
    math: [data.math, data.katex, data.mathjax].some((value) => flagOf(value) === true)
      ? true
      : undefined,
    toc: flagOf(data.toc) ?? flagOf(data.showtoc),
    canonical: textOf(data.canonicalurl ?? data.canonical ?? data.canonical_url),
    license: textOf(data.license),
    robots: [data.robotsnoindex, data.noindex].some((value) => flagOf(value) === true)
      ? 'noindex'
      : undefined,
  }
  for (const key of ['date', 'lastmod', 'publishdate', 'expirydate'])
    if (textOf(data[key]) !== undefined && importedDate(data[key]) === undefined)
      remarks.push(`\`${key}\` is “${textOf(data[key])}”, which is no date.`)
  return { front, free: freeKeys(data, known), remarks, picture: pictureOf(data) }
}

function laterThan<T extends { readonly instant: number; readonly day: string }>(
  later: T | undefined,
  earlier: T | undefined,
): T | undefined {
  return later && (!earlier || later.day > earlier.day) ? later : undefined
}

function seriesOf(data: OldFront, remarks: string[]): Front['series'] {
  const names = textsOf(data.series)
  const [id] = names
  if (id === undefined) return undefined
  if (names.length > 1)
    remarks.push(
      `It is part of ${names.length} series; a post can be part of one, so “${id}” is kept.`,
    )
  const part = Number(data.series_order ?? data.seriesorder ?? data.series_weight)
  return Number.isInteger(part) && part >= 1 ? { id, part } : { id }
}

function pictureOf(data: OldFront): TurnedFront['picture'] {
  for (const key of [
    'image',
    'cover',
    'featured_image',
    'featuredimage',
    'feature',
    'thumbnail',
    'images',
  ]) {
    const [value] = Array.isArray(data[key]) ? data[key] : [data[key]]
    const inner = isMapping(value) ? lowerKeys(value) : {}
    const src = textOf(isMapping(value) ? (inner.src ?? inner.image ?? inner.url) : value)
    if (src !== undefined && typeof value !== 'boolean')
      return { src, alt: textOf(inner.alt ?? inner.caption) }
  }
  return undefined
}

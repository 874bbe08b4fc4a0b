import type { ContentDate } from '../../model/content-date.ts'
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

/** Keys that are understood, or that mean something to Jekyll alone. */
const known = new Set(
  `title subtitle date updated modified lastmod last_modified_at tags tag categories category permalink slug
  redirect_from excerpt summary description published draft layout author authors image math mathjax katex use_math
  usemath toc lang language canonical_url canonical series license excerpt_separator render_with_liquid`.split(
    /\s+/,
  ),
)

/** Categories of a post, those of its folders first. */
export function categoriesOf(data: OldFront, folder: string): readonly string[] {
  const folders = folder.split('/').filter((part) => part !== '')
  return [...new Set([...folders, ...textsOf(data.category), ...textsOf(data.categories, /\s+/)])]
}

/** The date of the front matter, else that of the file's name. */
export function jekyllDate(
  data: OldFront,
  fileDate: string | undefined,
  timeZone: string | undefined,
) {
  return importedDate(data.date, timeZone) ?? importedDate(fileDate)
}

/** @param categories with those of the folders */
export function jekyllFront(
  data: OldFront,
  date: ContentDate | undefined,
  categories: readonly string[],
  timeZone: string | undefined,
): TurnedFront {
  const remarks: string[] = []
  if (textOf(data.date) !== undefined && importedDate(data.date) === undefined)
    remarks.push(`\`date\` is “${textOf(data.date)}”, which is no date.`)
  const changed = ['last_modified_at', 'updated', 'modified', 'lastmod']
    .map((key) => importedDate(data[key], timeZone))
    .find((each) => each !== undefined)
  const held = flagOf(data.published) === false || flagOf(data.draft) === true
  const hasMath = ['math', 'mathjax', 'katex', 'use_math', 'usemath'].some(
    (key) => flagOf(data[key]) === true,
  )
  const [series] = textsOf(data.series)
  const front: Front = {
    title: textOf(data.title),
    subtitle: textOf(data.subtitle),
    date: date?.text,
    draft: held ? true : undefined,
    tags: tagsOf(textsOf(data.tag), textsOf(data.tags, /\s+/), categories),
    series: series === undefined ? undefined : { id: series },
    summary: textOf(data.excerpt) ?? textOf(data.summary) ?? textOf(data.description),
    updated: changed && (!date || changed.day > date.day) ? changed.text : undefined,
    authors: authorsOf(data.authors, data.author),
    math: hasMath ? true : undefined,
    toc: flagOf(data.toc),
    lang: textOf(data.lang ?? data.language),
    canonical: textOf(data.canonical_url ?? data.canonical),
    license: textOf(data.license),
  }
  return { front, free: freeKeys(data, known), remarks, picture: pictureOf(data.image) }
}

function pictureOf(value: unknown): TurnedFront['picture'] {
  const inner =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? lowerKeys({ ...value })
      : undefined
  const src = textOf(inner ? (inner.path ?? inner.src ?? inner.url ?? inner.feature) : value)
  return src === undefined || typeof value === 'boolean'
    ? undefined
    : { src, alt: textOf(inner?.alt) }
}

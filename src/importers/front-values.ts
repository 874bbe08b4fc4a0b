import { slugify } from '../model/slug.ts'
import type { Front } from './post-file.ts'

/** Front matter of another engine; names in lower case. */
export type OldFront = Readonly<Record<string, unknown>>

/** What front matter of another engine comes to, but for what depends on the rest of the site. */
export interface TurnedFront {
  readonly front: Front
  /** Keys that mean nothing here, as free ones. */
  readonly free: Front
  /** Values that were turned into something else, or are not what they should be, in words. */
  readonly remarks: readonly string[]
  /** The picture that stands for the post: the first of those that are named. */
  readonly picture: { readonly src: string; readonly alt: string | undefined } | undefined
}

/** The same values under names in lower case; of two names that then are one, the first counts. */
export function lowerKeys(data: Readonly<Record<string, unknown>>): OldFront {
  const lower: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(data)) {
    const key = name.toLowerCase()
    if (!Object.hasOwn(lower, key)) lower[key] = value
  }
  return lower
}

/** One line of text; undefined where there is none. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    return undefined
  const text = String(value).replace(/\s+/gu, ' ').trim()
  return text === '' ? undefined : text
}

/** A flag as YAML of any version writes it. */
export function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string') return undefined
  if (/^(?:true|yes|on|y|1)$/i.test(value.trim())) return true
  return /^(?:false|no|off|n|0)$/i.test(value.trim()) ? false : undefined
}

/** The texts of a list, or the one text that stands instead. @param split what divides several in one text */
export function textsOf(value: unknown, split?: RegExp): readonly string[] {
  const items: readonly unknown[] =
    typeof value === 'string' && split ? value.split(split) : Array.isArray(value) ? value : [value]
  return items.flatMap((item) => textOf(item) ?? [])
}

/** Tags without those that have the address of another one. Undefined where there is none. */
export function tagsOf(...lists: readonly (readonly string[])[]): readonly string[] | undefined {
  const known = new Map<string, string>()
  for (const tag of lists.flat().map((each) => each.normalize('NFC')))
    if (/[\p{L}\p{N}]/u.test(tag) && !known.has(slugify(tag, 'folder')))
      known.set(slugify(tag, 'folder'), tag)
  return known.size === 0 ? undefined : [...known.values()]
}

/** An author: a name, or a name and an address. */
type AuthorValue = string | { readonly name: string; readonly url: string }

/** Authors: names, mappings that have a name, or a list of either. Undefined where there is none. */
export function authorsOf(...values: readonly unknown[]): readonly AuthorValue[] | undefined {
  const found = new Map<string, AuthorValue>()
  for (const value of values.flat(1)) {
    const data = typeof value === 'object' && value !== null ? lowerKeys({ ...value }) : undefined
    const name = data ? textOf(data.name ?? data.display_name) : textOf(value)
    if (name === undefined || typeof value === 'boolean' || found.has(name)) continue
    const url = data && textOf(data.url ?? data.uri ?? data.homepage)
    found.set(name, url !== undefined && /^https?:\/\//i.test(url) ? { name, url } : name)
  }
  return found.size === 0 ? undefined : [...found.values()]
}

/** Values of keys that mean nothing here, under names that are free. */
export function freeKeys(
  data: OldFront,
  known: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(data)
      .filter(
        ([name, value]) =>
          !known.has(name) && value !== null && value !== undefined && value !== '',
      )
      .map(([name, value]) => [name.startsWith('x-') ? name : `x-${name}`, value]),
  )
}

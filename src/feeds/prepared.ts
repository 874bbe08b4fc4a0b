import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { Post, Site } from '../model/site.ts'
import { atomEntry } from './atom.ts'
import type { FeedContext } from './context.ts'
import { updatedOf } from './dates.ts'
import { type Entry, entryOf, shortened } from './entry.ts'
import { type JsonItem, jsonItem } from './json-feed.ts'
import { rssItem } from './rss.ts'
import { byteLength, largestEntry } from './size.ts'
import type { PrintedXml } from './xml.ts'

/** An entry with its RSS, which every feed but two is made of; printed when it is asked for, once. */
export interface Prepared {
  readonly post: Post
  /** Made when it is asked for. */
  readonly entry: Entry
  /** Milliseconds since 1970: the newest date that the author gave. */
  readonly updated: number | undefined
  readonly rss: PrintedXml
  /** Of `rss`. */
  readonly bytes: number
  /** Stands for all that the entry is made from; undefined where that cannot be told. */
  readonly inputs: string | undefined
}

/** An entry in all formats, for the feeds of the whole site. */
export interface PreparedForAll extends Prepared {
  readonly atom: PrintedXml
  readonly json: JsonItem
  /** The largest of the three. */
  readonly largest: number
}

/** A post as feeds carry it, and the bytes of its RSS with the whole post, which feeds may not carry. */
export interface PreparedPost {
  readonly prepared: Prepared
  readonly whole: number
}

/** Prepares a post once; all feeds share the outcome. */
export type Preparation = (post: Post) => PreparedPost

/** Prepares the posts of a site, each when it is first asked for. */
export function preparation(site: Site, context: FeedContext): Preparation {
  const known = new Map<Post, PreparedPost>()
  return (post) => {
    const before = known.get(post)
    if (before) return before
    const made = preparePost(post, site, context)
    known.set(post, made)
    return made
  }
}

/** Every post prepared, and findings on those that are too long. */
export function prepareAll(
  posts: readonly Post[],
  prepare: Preparation,
): { readonly prepared: readonly Prepared[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const prepared = posts.map((post) => {
    const { prepared, whole } = prepare(post)
    if (whole > largestEntry) diagnostics.push(tooLong(post, whole))
    return prepared
  })
  return { prepared, diagnostics }
}

function preparePost(post: Post, site: Site, context: FeedContext): PreparedPost {
  const inputs = context.known?.inputs(post)
  const known = inputs === undefined ? undefined : context.known?.sizes(post, inputs)
  const entry = lazily(() => entryOf(post, site, context))
  const printed = known ? undefined : rssItem(entry())
  const whole = known?.whole ?? byteLength(printed ?? '')
  const isLong = whole > largestEntry
  const carried = lazily(() => (isLong ? shortened(entry(), post, site) : entry()))
  const { text, length } = held(context, carried, isLong ? undefined : printed)
  const bytes = known?.rss ?? length()
  if (!known && inputs !== undefined) context.known?.keepSizes(post, inputs, { whole, rss: bytes })
  const prepared = {
    post,
    get entry() {
      return carried()
    },
    updated: updatedOf(post.essay)?.instant,
    bytes,
    inputs,
    get rss() {
      return text()
    },
  }
  return { prepared, whole }
}

/** The RSS of an entry, in as little room as the context makes of it; printed when it is asked for. */
function held(
  { known }: FeedContext,
  entry: () => Entry,
  printed: PrintedXml | undefined,
): { readonly text: () => PrintedXml; readonly length: () => number } {
  const again = (): PrintedXml => rssItem(entry())
  const hold = (rss: PrintedXml): (() => PrintedXml) => known?.hold(rss, again) ?? (() => rss)
  if (printed !== undefined) {
    const bytes = byteLength(printed)
    return { text: hold(printed), length: () => bytes }
  }
  const print = lazily(() => hold(again()))
  return { text: () => print()(), length: () => byteLength(print()()) }
}

/** Prepares an entry in the other formats too. */
export function prepareForAll(prepared: Prepared, { known }: FeedContext): PreparedForAll {
  const { post, updated, bytes, inputs } = prepared
  const atom = lazily(() => atomEntry(prepared.entry))
  const json = lazily(() => jsonItem(prepared.entry))
  const sizes = inputs === undefined ? undefined : known?.sizes(post, inputs)
  const largest =
    sizes?.largest ??
    Math.max(bytes, byteLength(atom()), byteLength(JSON.stringify(json(), undefined, 3)))
  if (sizes && inputs !== undefined) known?.keepSizes(post, inputs, { ...sizes, largest })
  return {
    post,
    get entry() {
      return prepared.entry
    },
    updated,
    bytes,
    inputs,
    largest,
    get rss() {
      return prepared.rss
    },
    get atom() {
      return atom()
    },
    get json() {
      return json()
    },
  }
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function tooLong({ essay }: Post, bytes: number): Diagnostic {
  return diagnose('FD104', {
    message: `As part of a feed the post takes ${kibibytes(bytes)} KiB; a whole feed may take 512. Feeds carry its summary and a link.`,
    file: essay.source,
    hint: 'split the post into the parts of a series, or move tables and listings to a page',
  })
}

/** Bytes as whole KiB, rounded up. */
function kibibytes(bytes: number): number {
  return Math.ceil(bytes / 1024)
}

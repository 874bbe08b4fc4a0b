import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { Post, Site } from '../model/site.ts'
import { atomEntry } from './atom.ts'
import type { FeedContext } from './context.ts'
import { type Entry, entryOf, shortened } from './entry.ts'
import { type JsonItem, jsonItem } from './json-feed.ts'
import { rssItem } from './rss.ts'
import { byteLength, largestEntry } from './size.ts'
import type { PrintedXml } from './xml.ts'

/** An entry with its RSS, which every feed but two is made of. */
export interface Prepared {
  readonly post: Post
  readonly entry: Entry
  readonly rss: PrintedXml
  /** Of `rss`. */
  readonly bytes: number
}

/** An entry in all formats, for the feeds of the whole site. */
export interface PreparedForAll extends Prepared {
  readonly atom: PrintedXml
  readonly json: JsonItem
  /** The largest of the three. */
  readonly largest: number
}

/** Prints each post once; all feeds share the outcome. */
export function prepare(
  posts: readonly Post[],
  site: Site,
  context: FeedContext,
): { readonly prepared: readonly Prepared[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const prepared = posts.map((post): Prepared => {
    const entry = entryOf(post, site, context)
    const rss = rssItem(entry)
    const bytes = byteLength(rss)
    if (bytes <= largestEntry) return { post, entry, rss, bytes }
    diagnostics.push(tooLong(post, bytes))
    const short = shortened(entry)
    const shortRss = rssItem(short)
    return { post, entry: short, rss: shortRss, bytes: byteLength(shortRss) }
  })
  return { prepared, diagnostics }
}

/** Prints an entry in the other formats too. */
export function prepareForAll(prepared: Prepared): PreparedForAll {
  const atom = atomEntry(prepared.entry)
  const json = jsonItem(prepared.entry)
  const largest = Math.max(
    prepared.bytes,
    byteLength(atom),
    byteLength(JSON.stringify(json, undefined, 3)),
  )
  return { ...prepared, atom, json, largest }
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

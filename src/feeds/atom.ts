import type { Element, ElementContent } from 'xast'
import type { Author } from '../model/front-matter.ts'
import type { Channel } from './channel.ts'
import { rfc3339 } from './dates.ts'
import type { Entry } from './entry.ts'
import {
  alreadyPrinted,
  lines,
  type PrintedXml,
  printDocument,
  printXml,
  styledBy,
  xml,
} from './xml.ts'

/** One `<entry>` of Atom (RFC 4287). */
export function atomEntry(entry: Entry): PrintedXml {
  return printXml(
    xml(
      'entry',
      { 'xml:base': entry.url, 'xml:lang': entry.lang },
      xml('id', {}, entry.id),
      xml('title', { type: 'text' }, entry.title),
      xml('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
      entry.published === undefined ? undefined : xml('published', {}, rfc3339(entry.published)),
      xml('updated', {}, rfc3339(entry.updated ?? 0)),
      entry.authors.map(atomAuthor),
      entry.categories.map((name) => xml('category', { term: name })),
      xml('summary', { type: 'text' }, entry.summary),
      xml('content', { type: 'html' }, entry.html),
      entry.image &&
        xml('link', {
          rel: 'enclosure',
          type: entry.image.type,
          length: String(entry.image.bytes),
          href: entry.image.url,
        }),
    ),
  )
}

/** A whole Atom document of entries that are printed already, in the order given. */
export function atomDocument(channel: Channel, entries: readonly PrintedXml[]): string {
  const authors = channel.authors.length > 0 ? channel.authors : [{ name: channel.title }]
  const feed = xml(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': channel.lang },
    lines([
      xml('id', {}, channel.id),
      xml('title', { type: 'text' }, channel.title),
      xml('subtitle', { type: 'text' }, channel.description),
      xml('updated', {}, rfc3339(channel.updated ?? 0)),
      ...authors.map(atomAuthor),
      xml('generator', {}, 'Ibid'),
      xml('link', { rel: 'self', type: 'application/atom+xml', href: channel.self }),
      xml('link', { rel: 'alternate', type: 'text/html', href: channel.home }),
      ...(channel.hub === undefined ? [] : [xml('link', { rel: 'hub', href: channel.hub })]),
      ...previousArchive(channel),
      ...entries.map(alreadyPrinted),
    ]),
  )
  return printDocument(feed, [styledBy(channel.stylesheet)])
}

function atomAuthor({ name, url }: Author): Element {
  return xml(
    'author',
    {},
    xml('name', {}, name),
    url === undefined ? undefined : xml('uri', {}, url),
  )
}

function previousArchive({ archive }: Channel): ElementContent[] {
  return archive.previous === undefined
    ? []
    : [xml('link', { rel: 'prev-archive', type: 'application/rss+xml', href: archive.previous })]
}

import type { ElementContent } from 'xast'
import type { ArchivePlace, Channel } from './channel.ts'
import { rfc822 } from './dates.ts'
import type { Entry } from './entry.ts'
import { asHtmlText } from './html-text.ts'
import {
  alreadyPrinted,
  lines,
  type PrintedXml,
  printDocument,
  printXml,
  styledBy,
  xml,
} from './xml.ts'

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:fh': 'http://purl.org/syndication/history/1.0',
}

/**
 * One `<item>` of RSS 2.0. The description stands before the content, as old readers take the last of
 * the two.
 */
export function rssItem(entry: Entry): PrintedXml {
  return printXml(
    xml(
      'item',
      { 'xml:base': entry.url },
      xml('title', {}, entry.title),
      xml('link', {}, entry.url),
      xml('guid', { isPermaLink: 'false' }, entry.id),
      entry.published === undefined ? undefined : xml('pubDate', {}, rfc822(entry.published)),
      entry.authors.map((author) => xml('dc:creator', {}, author.name)),
      xml('dc:language', {}, entry.lang),
      entry.categories.map((name) => xml('category', {}, name)),
      xml('description', {}, asHtmlText(entry.summary)),
      xml('content:encoded', {}, entry.html),
      entry.image &&
        xml('enclosure', {
          url: entry.image.url,
          length: String(entry.image.bytes),
          type: entry.image.type,
        }),
    ),
  )
}

/** A whole RSS 2.0 document of items that are printed already, in the order given. */
export function rssDocument(channel: Channel, items: readonly PrintedXml[]): string {
  const feed = xml(
    'rss',
    { version: '2.0', ...namespaces },
    xml(
      'channel',
      {},
      lines([
        xml('title', {}, channel.title),
        xml('link', {}, channel.home),
        xml('description', {}, asHtmlText(channel.description)),
        xml('language', {}, channel.lang),
        ...(channel.updated === undefined
          ? []
          : [xml('lastBuildDate', {}, rfc822(channel.updated))]),
        xml('generator', {}, 'Ibid'),
        xml('atom:link', { rel: 'self', type: 'application/rss+xml', href: channel.self }),
        ...(channel.hub === undefined ? [] : [xml('atom:link', { rel: 'hub', href: channel.hub })]),
        ...archiveMarks(channel.archive),
        ...items.map(alreadyPrinted),
      ]),
    ),
  )
  return printDocument(feed, [styledBy(channel.stylesheet)])
}

/** RFC 5005, section 4; its links are Atom's in RSS too. */
function archiveMarks(archive: ArchivePlace): ElementContent[] {
  const link = (rel: string, href: string | undefined): ElementContent[] =>
    href === undefined ? [] : [xml('atom:link', { rel, type: 'application/rss+xml', href })]
  return [
    ...(archive.isArchive ? [xml('fh:archive', {})] : []),
    ...link('current', archive.current),
    ...link('prev-archive', archive.previous),
    ...link('next-archive', archive.next),
  ]
}

import { outputOf, type SiteSpec, type Spec } from '../fixture.ts'
import { atomEntries, jsonItems, parsedHtml, type ReadItem, rssItems } from '../read-feed.ts'
import { samplePosts } from '../sample-site.ts'

/** A check by the id of its rule. */
export type Checks = Readonly<Record<string, () => void>>

export const sample = outputOf(samplePosts)
export const rss = sample.text('feed.xml')
export const atom = sample.text('atom.xml')
export const json = sample.text('feed.json')
export const xmlFiles = sample.paths.filter((path) => path.endsWith('.xml'))
export const feeds = { rss: rssItems(rss), atom: atomEntries(atom), json: jsonItems(json) }
export const items = Object.values(feeds).flat()
export const contents = items.map((item) => ({ item, ...parsedHtml(item.html) }))

/** All items of the three main feeds of a variation of the sample. */
export function itemsOf(specs: readonly Spec[], options?: SiteSpec): ReadItem[] {
  const output = outputOf(specs, options)
  return [
    ...rssItems(output.text('feed.xml')),
    ...atomEntries(output.text('atom.xml')),
    ...jsonItems(output.text('feed.json')),
  ]
}

export const idsOf = (list: readonly ReadItem[]): string[] => list.map((item) => item.id)
export const rfc822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/
export const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

import type { RoutePath } from '../model/paths.ts'
import { routePath } from '../model/paths.ts'
import { absoluteUrlOf, type Site } from '../model/site.ts'
import { type ArchivePlace, mainFeeds } from './channel.ts'
import { publishedOf } from './dates.ts'
import type { Prepared } from './prepared.ts'
import { runsThatFit } from './size.ts'

/** The posts of a year, or of a part of one, newest first. */
export interface YearArchive {
  readonly year: string
  /** `/feeds/2017.xml`; `/feeds/2017-2.xml` where the year's first posts fill a feed of their own. */
  readonly route: RoutePath
  readonly entries: readonly Prepared[]
}

/**
 * The archives of the years that the main feed does not hold whole, newest first. A full year is cut
 * from its oldest post on, so that an archive, once full, never changes for a newer post.
 *
 * @param prepared every post, newest first
 * @param inMainFeed how many of them the main feed holds
 */
export function yearArchives(
  prepared: readonly Prepared[],
  inMainFeed: number,
): readonly YearArchive[] {
  const years = new Map<string, Prepared[]>()
  for (const each of prepared) {
    const year = yearOf(each)
    const members = years.get(year)
    if (members) members.push(each)
    else years.set(year, [each])
  }
  const beyond = new Set(prepared.slice(inMainFeed).map(yearOf))
  return [...years]
    .filter(([year]) => beyond.has(year))
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .flatMap(([year, members]) =>
      runsThatFit([...members].reverse(), (each) => each.bytes)
        .map((run, index) => ({
          year,
          route: archiveRoute(year, index + 1),
          entries: run.reverse(),
        }))
        .reverse(),
    )
}

/** Where each archive stands in the chain of RFC 5005: every one leads to the older, the newer and the main feed. */
export function placeInChain(
  archives: readonly YearArchive[],
  index: number,
  site: Site,
): ArchivePlace {
  const address = (archive: YearArchive | undefined): string | undefined =>
    archive && absoluteUrlOf(site, archive.route)
  return {
    isArchive: true,
    current: absoluteUrlOf(site, mainFeeds.rss),
    previous: address(archives[index + 1]),
    next: address(archives[index - 1]),
  }
}

function archiveRoute(year: string, part: number): RoutePath {
  return routePath(`/feeds/${year}${part > 1 ? `-${part}` : ''}.xml`)
}

function yearOf({ post }: Prepared): string {
  return publishedOf(post.essay)?.day.slice(0, 4) ?? 'undated'
}

import type { Site } from '../model/site.ts'
import type { FeedContext } from './context.ts'
import type { FeedOutput, Feeds } from './feed-file.ts'
import { checkIdentities, feedId } from './identity.ts'
import { listFeedFiles } from './list-feeds.ts'
import { mainFeedFiles } from './main-feeds.ts'
import { type Preparation, preparation, prepareAll } from './prepared.ts'
import { robotsFile } from './robots.ts'
import { securityText } from './security-text.ts'
import { sitemapFiles } from './sitemap.ts'
import { feedStylesheet } from './stylesheet.ts'

/**
 * Every feed of a site, its sitemap, its rules for robots and its `security.txt`. Posts that a preview shows before their
 * time are in none of them: what a reader's program has fetched once, it keeps.
 *
 * The same content gives the same bytes, and a new post changes none of an older one's.
 *
 * @param prepare may have prepared some posts before
 */
export function feedFiles(
  site: Site,
  context: FeedContext,
  prepare: Preparation = preparation(site, context),
): FeedOutput {
  const posts = site.posts.filter((post) => post.held === undefined)
  const stylesheet = feedStylesheet(context.digest)
  const { prepared, diagnostics } = prepareAll(posts, prepare)
  const oldest = prepared.at(-1)?.entry.id ?? site.settings.url
  const feeds: Feeds = {
    site,
    stylesheet: stylesheet.route,
    prepared,
    idOf: (route) => feedId(oldest, route, context.digest),
    known: context.known,
  }
  const main = mainFeedFiles(feeds, context)
  const lists = listFeedFiles(feeds)
  return {
    files: [
      stylesheet.file,
      ...main.files,
      ...lists.files,
      ...sitemapFiles(site, undefined, context.known),
      robotsFile(site),
      ...securityText(site),
    ],
    diagnostics: [
      ...checkIdentities(posts, context.digest),
      ...diagnostics,
      ...main.diagnostics,
      ...lists.diagnostics,
    ],
    holdings: [...main.holdings, ...lists.holdings],
  }
}

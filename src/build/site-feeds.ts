import { extname } from 'node:path'
import type { FeedImage } from '../feeds/context.ts'
import type { FeedOutput } from '../feeds/feed-file.ts'
import { feedFiles } from '../feeds/feed-files.ts'
import { preparation } from '../feeds/prepared.ts'
import type { Spool } from '../io/ports.ts'
import type { Essay } from '../model/essay.ts'
import type { Post, Route, Site } from '../model/site.ts'
import type { EssayTrees } from '../theme/contract.ts'
import type { BuildMemory } from './cache/build-memory.ts'
import { knownFeeds } from './cache/known-feeds.ts'
import type { PictureLookup } from './images.ts'
import type { Content } from './read-content.ts'
import { sha256 } from './sha256.ts'

/** What the feeds of a site are made from. */
export interface FeedParts {
  readonly site: Site
  readonly content: Content
  readonly picture: PictureLookup
  readonly trees: (essay: Essay) => EssayTrees
  readonly answers: (essay: Essay) => string | undefined
  readonly memory: BuildMemory
  readonly spool?: Spool | undefined
  /** Stands for the engine. */
  readonly engine: string
  /** Whether what can be made later is to be made only when it is asked for. */
  readonly later: boolean
}

/** The feeds of a site. */
export interface SiteFeeds {
  /** Prepares what feeds carry of a page: best when the trees of its essay will be needed anyway. */
  readonly prepare: (route: Route) => void
  readonly files: () => FeedOutput
  /** The picture of a post in feeds. */
  readonly image: (post: Post) => FeedImage | undefined
}

/** Feeds of which those parts are made anew that are not known. */
export function siteFeeds(parts: FeedParts): SiteFeeds {
  const { site, trees } = parts
  const image = (post: Post): FeedImage | undefined => coverOf(post, parts)
  const context = { trees, digest: sha256, image, known: knownFeeds({ ...parts, image }) }
  const prepare = preparation(site, context)
  return {
    prepare: (route) => {
      if (route.kind !== 'post' || route.post.held !== undefined) return
      // What an item is made from can be told only once its essay is rendered.
      trees(route.post.essay)
      prepare(route.post)
    },
    files: () => feedFiles(site, context, prepare),
    image,
  }
}

/** The picture that stands for a post, where the front matter names one of this site's. */
function coverOf(post: Post, { site, content, picture }: FeedParts): FeedImage | undefined {
  const { front, source } = post.essay
  const found = front.image && picture(front.image.src, source)
  const type = found && imageTypes[extname(found.source).toLowerCase()]
  if (!type) return undefined
  const entry =
    content.entries.get(found.source) ??
    content.publicFiles.find((file) => file.path === found.source)
  return {
    url: new URL(found.href, site.settings.url).href,
    type,
    bytes: found.bytes ?? entry?.bytes ?? 0,
  }
}

const imageTypes: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
}

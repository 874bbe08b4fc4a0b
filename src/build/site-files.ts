import { extname } from 'node:path'
import type { FeedImage } from '../feeds/context.ts'
import { feedFiles } from '../feeds/feed-files.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Essay } from '../model/essay.ts'
import { outputPath } from '../model/paths.ts'
import type { OutputFile, Post, Site } from '../model/site.ts'
import type { LinkResolver } from '../site/resolve-link.ts'
import type { EssayTrees } from '../theme/contract.ts'
import type { BuildMemory } from './cache/build-memory.ts'
import { knownFeeds } from './cache/known-feeds.ts'
import type { SiteLinks } from './cache/site-links.ts'
import type { DrawnPage } from './draw-pages.ts'
import { hostFiles } from './host-files.ts'
import { companionFiles, type PictureLookup } from './images.ts'
import type { LoadedTheme } from './load-theme.ts'
import type { Content } from './read-content.ts'
import { sha256 } from './sha256.ts'
import type { SiteSearch } from './site-search.ts'

/** What the files of a site are gathered from. */
export interface SiteParts {
  readonly site: Site
  readonly content: Content
  readonly theme: LoadedTheme
  readonly resolve: LinkResolver
  readonly picture: PictureLookup
  readonly pages: readonly DrawnPage[]
  readonly search: SiteSearch
  readonly trees: (essay: Essay) => EssayTrees
  readonly links: SiteLinks
  readonly answers: (essay: Essay) => string | undefined
  readonly memory: BuildMemory
  /** Stands for the engine. */
  readonly engine: string
  /** Whether what can be made later is to be made only when it is asked for. */
  readonly later: boolean
}

/** Every file of a site: its pages, and what stands beside them. */
export function filesBesidePages(parts: SiteParts): {
  readonly files: readonly OutputFile[]
  readonly diagnostics: readonly Diagnostic[]
} {
  const { site, content, theme, resolve, pages } = parts
  const feeds = feedFiles(site, {
    trees: parts.trees,
    digest: sha256,
    image: (post) => coverOf(post, parts),
    known: knownFeeds({ ...parts, image: (post) => coverOf(post, parts) }),
  })
  const files = [
    ...theme.assets.map(
      ({ path, bytes }): OutputFile => ({
        path,
        body: bytes,
        stage: 'asset',
        origin: `the theme ${theme.theme.name}`,
      }),
    ),
    ...companionFiles(site, parts.picture, resolve, parts.links, content.entries),
    ...pages.flatMap((page) => page.file ?? []),
    ...feeds.files,
    ...parts.search.files,
    ...publicFiles(content),
  ]
  const host = hostFiles(
    site,
    files.map((file) => file.path),
  )
  return { files: [...files, ...host], diagnostics: feeds.diagnostics }
}

/** The picture that stands for a post, where the front matter names one of this site's. */
function coverOf(post: Post, { site, content, picture }: SiteParts): FeedImage | undefined {
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

/** `public/` as it is. */
function publicFiles(content: Content): readonly OutputFile[] {
  return content.publicFiles.map(({ path, stamp }) => ({
    path: outputPath(path.slice('public/'.length)),
    body: { copy: path, stamp },
    stage: 'asset',
    origin: path,
  }))
}

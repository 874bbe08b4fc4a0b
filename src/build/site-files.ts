import type { FeedHolding } from '../feeds/feed-file.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { outputPath } from '../model/paths.ts'
import type { OutputFile, Site } from '../model/site.ts'
import type { LinkResolver } from '../site/resolve-link.ts'
import type { SiteLinks } from './cache/site-links.ts'
import type { DrawnPage } from './draw-pages.ts'
import { hostFiles } from './host-files.ts'
import { companionFiles, type PictureLookup } from './images.ts'
import type { LoadedTheme } from './load-theme.ts'
import type { Content } from './read-content.ts'
import type { SiteFeeds } from './site-feeds.ts'
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
  readonly feeds: SiteFeeds
  readonly links: SiteLinks
}

/** Every file of a site: its pages, and what stands beside them. */
export function filesBesidePages(parts: SiteParts): {
  readonly files: readonly OutputFile[]
  readonly diagnostics: readonly Diagnostic[]
  readonly holdings: readonly FeedHolding[]
} {
  const { site, content, theme, resolve, pages } = parts
  const feeds = parts.feeds.files()
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
  const { diagnostics, holdings } = feeds
  return { files: [...files, ...host], diagnostics, holdings }
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

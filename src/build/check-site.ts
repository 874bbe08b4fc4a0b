import { checkHeadings } from '../check/headings.ts'
import { checkAltTexts, checkImageFiles } from '../check/images.ts'
import { checkPageLinks, checkSourceLinks } from '../check/links.ts'
import { navigationLinks } from '../check/navigation.ts'
import type { SettingsPlaces } from '../check/security-text.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { type OutputPath, routePath } from '../model/paths.ts'
import type { Site } from '../model/site.ts'
import type { LinkResolver } from '../site/resolve-link.ts'
import type { SiteLinks } from './cache/site-links.ts'
import type { DrawnPage } from './draw-pages.ts'
import type { PictureLookup } from './images.ts'
import { keyPlaces } from './key-places.ts'
import type { OutputPlan } from './plan.ts'
import type { Content } from './read-content.ts'

interface Built {
  readonly site: Site
  readonly resolve: LinkResolver
  readonly content: Content
}

/** What every build says about links and pictures: nothing that it could not publish as it was meant goes unsaid. */
export function checkBuilt({
  site,
  resolve,
  content,
  picture,
  links,
}: Built & {
  readonly picture: PictureLookup
  readonly links: SiteLinks
}): readonly Diagnostic[] {
  const essays = [...site.posts, ...site.pages].map(({ essay, route }) => {
    const { source, front } = essay
    return { route, essay: { source, front, links: links(essay) } }
  })
  const lookup = {
    exists: (url: string, from: string) => picture(url, from) !== undefined,
    measured: (url: string, from: string) => picture(url, from)?.size !== undefined,
    remote: site.settings.images.remote,
    placeOf: keyPlaces(content),
  }
  return [
    ...checkSourceLinks({ essays, resolve, sources: sourcesOf(content) }),
    ...essays.flatMap(({ essay }) => checkImageFiles(essay, lookup)),
  ]
}

/** What `check` says beyond a build: links to pages and places, alternative texts, the order of headings. */
export function checkEverything({
  site,
  resolve,
  content,
  plan,
  pages,
  settings,
}: Built & {
  readonly settings: SettingsPlaces
  readonly plan: OutputPlan
  readonly pages: readonly DrawnPage[]
}): readonly Diagnostic[] {
  const essays = [...site.posts, ...site.pages]
  const links = navigationLinks(site.settings.nav, settings)
  const linking = [...essays, { essay: { links }, route: routePath('/') }]
  const ids = new Map(pages.flatMap(({ file, ids }) => (file ? [[file.path, ids] as const] : [])))
  const idsOf = (path: OutputPath): ReadonlySet<string> | undefined => ids.get(path)
  const outputs = new Set<string>(plan.keys())
  return [
    ...checkPageLinks({ essays: linking, resolve, outputs, idsOf, sources: sourcesOf(content) }),
    ...essays.flatMap(({ essay }) => [...checkAltTexts(essay), ...checkHeadings(essay)]),
  ]
}

function sourcesOf(content: Content): readonly string[] {
  return [...content.entries.keys()].filter((path) => path.endsWith('.md'))
}

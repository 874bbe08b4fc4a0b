import type { Diagnostic } from '../model/diagnostic.ts'
import type { Compiled } from '../model/essay.ts'
import type { OutputPath, SourcePath } from '../model/paths.ts'
import type { OutputFile, Site } from '../model/site.ts'
import { assembleSite } from '../site/assemble.ts'
import { linkResolver } from '../site/resolve-link.ts'
import { checkBuilt, checkEverything } from './check-site.ts'
import { compileEssays } from './compile-essays.ts'
import { configure } from './configure.ts'
import { datedEssays } from './dated-essays.ts'
import { drawPages } from './draw-pages.ts'
import { essayRenderer } from './essay-renderer.ts'
import { findPictures } from './images.ts'
import type { SiteOptions } from './options.ts'
import { planOutputs } from './plan.ts'
import { type Content, readContent } from './read-content.ts'
import { filesBesidePages } from './site-files.ts'
import { siteIcons } from './site-icons.ts'
import type { World } from './world.ts'

/** A whole site in memory: every file, or the reasons why there is none. */
export interface RenderedSite {
  /** False where the site must not be published: nothing may be written. */
  readonly finished: boolean
  /** False where `content/site.yaml` or an option is at fault. */
  readonly configured: boolean
  readonly site: Site | undefined
  /** Empty where the site is not finished. */
  readonly files: ReadonlyMap<OutputPath, OutputFile>
  readonly diagnostics: readonly Diagnostic[]
  /** Sources that could not be rendered at all. */
  readonly failed: readonly SourcePath[]
  /** The text of a source as it lies on disk, for code frames. */
  readonly sources: (path: string) => string | undefined
  /** Absolute paths of the theme's files, to be watched. */
  readonly themeFiles: readonly string[]
}

/** content → essays → site → page trees → files. The whole engine on one screen. */
export async function renderSite(options: SiteOptions, world: World): Promise<RenderedSite> {
  const content = await readContent(world.source)
  const { settings, sharedNotes, diagnostics: configuring } = configure(content, options)
  const found = [...content.diagnostics, ...configuring]
  if (!settings) return unfinished(content, found, { configured: false })

  const compiled = compileEssays(content.essays, { settings, sharedNotes }, options.cache)
  const failed = unrenderable(content, compiled)
  const reported = [...found, ...compiled.flatMap((each) => each.diagnostics)]
  if (failed.length > 0 && !options.keepGoing) return unfinished(content, reported, { failed })

  const { theme, files: themeFiles, diagnostics: theming } = await world.loadTheme(settings.theme)
  if (!theme) return unfinished(content, [...reported, ...theming], { failed, themeFiles })

  const understood = compiled.flatMap(({ essay }) => essay ?? [])
  const essays = await datedEssays(understood, content, world.source)
  const site = assembleSite(essays, settings, { ...options, now: world.clock.now() })
  const resolve = linkResolver(site, content.entries)
  const picture = await findPictures(site, resolve, content.publicPaths, world.source)
  const render = essayRenderer(site, resolve, picture)
  const icons = siteIcons(content.publicPaths)
  const pages = drawPages({ site, theme, picture, icons, trees: render.trees })
  const files = filesBesidePages({
    site,
    content,
    theme,
    resolve,
    picture,
    pages,
    trees: render.trees,
  })
  const { plan, diagnostics: planning } = planOutputs(files.files)

  const drawn = pages.every((page) => page.file !== undefined)
  const published = new Set<string>([...site.posts, ...site.pages].map(({ essay }) => essay.source))
  const diagnostics = [
    ...found,
    ...compiled
      .filter(({ source, essay }) => options.check || !essay || published.has(source))
      .flatMap((each) => each.diagnostics),
    ...theming,
    ...render.diagnostics(),
    ...pages.flatMap((page) => page.diagnostics),
    ...files.diagnostics,
    ...checkBuilt({ site, resolve, picture, content }),
    ...(options.check && plan ? checkEverything({ site, resolve, content, plan, pages }) : []),
    ...planning,
  ]
  if (!plan || !drawn) return unfinished(content, diagnostics, { failed, themeFiles, site })
  return {
    ...unfinished(content, diagnostics, { failed, themeFiles, site }),
    finished: true,
    files: plan,
  }
}

/** Sources that nothing can be published of. */
function unrenderable(content: Content, compiled: readonly Compiled[]): readonly SourcePath[] {
  return [
    ...content.unreadable,
    ...compiled.filter((each) => !each.essay).map((each) => each.source),
  ]
}

function unfinished(
  content: Content,
  diagnostics: readonly Diagnostic[],
  known: Partial<RenderedSite>,
): RenderedSite {
  const texts = new Map(
    [...content.essays, ...content.notes, ...(content.settings ? [content.settings] : [])].map(
      (source) => [source.path as string, source.text],
    ),
  )
  return {
    finished: false,
    configured: true,
    site: undefined,
    files: new Map(),
    diagnostics,
    failed: [],
    sources: (path) => texts.get(path),
    themeFiles: [],
    ...known,
  }
}

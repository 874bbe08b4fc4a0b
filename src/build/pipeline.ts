import { availableParallelism } from 'node:os'
import type { Compiled } from '../model/essay.ts'
import type { SourcePath } from '../model/paths.ts'
import { assembleSite } from '../site/assemble.ts'
import { countHeld } from '../site/published.ts'
import { linkResolver } from '../site/resolve-link.ts'
import { keepBook } from './amend/make-book.ts'
import { breathing } from './breath.ts'
import { type BuildMemory, emptyMemory, forgetOthers } from './cache/build-memory.ts'
import { knownRelated } from './cache/known-related.ts'
import { siteLinks } from './cache/site-links.ts'
import { siteCards, themeOfCards } from './cards/site-cards.ts'
import { compileChanged, manyTexts } from './compile-essays.ts'
import { configure } from './configure.ts'
import { datedEssays } from './dated-essays.ts'
import { drawPages } from './draw-pages.ts'
import { essaySettings } from './essay-context.ts'
import { essayRenderer, type RendererInputs } from './essay-renderer.ts'
import { EssayGivenUpError, withoutEssay } from './giving-up.ts'
import { addressPlaces } from './key-places.ts'
import type { SiteOptions } from './options.ts'
import { cleanDrawings } from './pictures/clean-drawing.ts'
import { sitePictures } from './pictures/site-pictures.ts'
import { planOutputs } from './plan.ts'
import { type Content, readContent, settingsPath } from './read-content.ts'
import { redrawing } from './redraw.ts'
import { type RenderedSite, unfinished } from './rendered-site.ts'
import { siteBasis } from './site-basis.ts'
import { siteFeeds } from './site-feeds.ts'
import { filesBesidePages } from './site-files.ts'
import { settingsPlaces, siteFindings } from './site-findings.ts'
import { siteIcons } from './site-icons.ts'
import { siteSearch } from './site-search.ts'
import type { World } from './world.ts'

export type { RenderedSite }

/** content → essays → site → page trees → files, and anew without each essay that has to be given up on the way. */
export async function renderSite(options: SiteOptions, world: World): Promise<RenderedSite> {
  const { memory = emptyMemory() } = options
  for (;;) {
    try {
      return await renderOnce({ ...options, memory }, world)
    } catch (error) {
      const known = error instanceof EssayGivenUpError && memory.essays.get(error.source)
      if (!known) throw error
      const diagnostics = [...known.diagnostics, error.finding]
      memory.essays.set(error.source, withoutEssay(known, diagnostics))
    }
  }
}

/** The whole engine on one screen. @throws EssayGivenUpError where an essay cannot be rendered in good time */
async function renderOnce(
  options: SiteOptions & { readonly memory: BuildMemory },
  world: World,
): Promise<RenderedSite> {
  const { memory } = options
  const breath = breathing(options.signal, options)
  const content = await readContent(world.source, memory.texts)
  const { settings, sharedNotes, diagnostics: configuring } = configure(content, options)
  const found = [...content.diagnostics, ...configuring]
  if (!settings) return unfinished(content, found, { configured: false })

  const context = { settings: essaySettings(settings), sharedNotes }
  const compiled = await compileChanged(content.essays, context, {
    ...options,
    breath,
    workers: world.workers,
    quickReader: world.quickReader,
  })
  const failed = unrenderable(content, compiled)
  const reported = [...found, ...compiled.flatMap((each) => each.diagnostics)]
  // Without its settings, a site would be published under another name and address.
  const lost =
    failed.length > 0 && (!options.keepGoing || failed.some((file) => file === settingsPath))
  if (lost) return unfinished(content, reported, { failed })

  const { theme, files: themeFiles, diagnostics: theming } = await world.loadTheme(settings.theme)
  if (!theme) return unfinished(content, [...reported, ...theming], { failed, themeFiles })

  await breath()
  const understood = compiled.flatMap(({ essay }) => essay ?? [])
  const essays = await datedEssays(understood, content, world.source)
  const now = world.clock.now()
  const site = assembleSite(essays, settings, { ...options, now }, knownRelated(memory))
  await breath()
  const resolve = linkResolver(site, content.entries)
  const links = siteLinks(memory)
  const known = memory.pictures
  const { later = false, jobs = availableParallelism(), signal, patience } = options
  const encoder = later ? undefined : world.encoder
  const { engine = '', cache, spool } = world
  const painter = later ? undefined : world.painter
  const otherTheme = async () => (await world.loadTheme(themeOfCards)).theme
  // Pictures are made by other threads, and leave this one time for the cards.
  const [pictures, cards] = await Promise.all([
    sitePictures({
      ...{ site, resolve, content, files: world.source, links, known },
      ...{ encoder, cache, engine, jobs, signal },
    }),
    siteCards({
      ...{ site, theme, otherTheme, painter, memory, cache, engine, breath },
      settings: settingsPlaces(content),
    }),
  ])
  const { picture } = pictures
  await breath()
  const many = content.essays.length >= manyTexts
  const rendering: RendererInputs = { site, resolve, picture, memory, many, patience }
  const render = essayRenderer(rendering)
  const icons = siteIcons(content.publicPaths)
  const search = siteSearch(site, await world.searchScript(), memory)
  await breath()
  const { check: all = false } = options
  const page = { ...render, site, theme, picture, card: cards.of, icons, search }
  const draw = { ...page, engine, memory, spool, all, breath, patience }
  const feeds = siteFeeds({ ...render, site, content, picture, memory, spool, engine, later })
  const pages = await drawPages({ ...draw, before: feeds.prepare })
  await breath()
  const beside = { site, content, theme, resolve, picture, pages, search, feeds, links }
  const files = filesBesidePages(beside)
  await breath()
  const drawings = await cleanDrawings(files.files, world.source)
  const { plan, diagnostics: planning } = planOutputs(
    [...drawings.files, ...pictures.files, ...cards.files],
    addressPlaces(content),
  )
  if (plan) forgetOthers(memory.files, new Set<string>(plan.keys()))

  await breath()
  const drawn = pages.every((page) => page.file !== undefined)
  const shown = [...site.posts, ...site.pages].map(({ essay }) => essay)
  const published = new Set<string>(shown.map(({ source }) => source))
  const diagnostics = [
    ...found,
    ...compiled
      .filter(({ source, essay }) => options.check || !essay || published.has(source))
      .flatMap((each) => each.diagnostics),
    ...theming,
    ...render.diagnostics(shown),
    ...pages.flatMap((page) => page.diagnostics),
    ...files.diagnostics,
    ...pictures.diagnostics,
    ...cards.diagnostics,
    ...drawings.diagnostics,
    ...(await siteFindings(
      { site, resolve, picture, content, links, essays, pages, plan, sharedNotes, now },
      { check: all, complete: failed.length === 0 },
      world.source,
    )),
    ...planning,
  ]
  await breath()
  if (!plan || !drawn) return unfinished(content, diagnostics, { failed, themeFiles, site })
  return {
    ...unfinished(content, diagnostics, { failed, themeFiles, site }),
    finished: true,
    files: plan,
    keepBook: (place, marks) => {
      const shown = { picture, card: cards.of, feedImage: feeds.image }
      const { holdings } = files
      const { answering } = render
      const kept = { site, memory, theme, icons, search, holdings, answering, ...shown }
      keepBook(kept, place, marks)
    },
    ...(later
      ? redrawing({
          ...{ context, draw, files: world.source, quickReader: world.quickReader },
          renderer: (own) => essayRenderer({ ...rendering, memory: own, many: false }),
        })
      : {}),
    basis: siteBasis(content, understood, {
      now,
      security: settings.security,
      held: countHeld(essays, { ...options, now }),
    }),
  }
}

/** Sources that nothing can be published of. */
function unrenderable(content: Content, compiled: readonly Compiled[]): readonly SourcePath[] {
  return [
    ...content.unreadable,
    ...compiled.filter((each) => !each.essay).map((each) => each.source),
  ]
}

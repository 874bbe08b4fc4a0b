import path from 'node:path'
import type { SiteOptions } from '../build/options.ts'
import type { RenderedSite } from '../build/pipeline.ts'
import type { World } from '../build/world.ts'
import type { DevOptions } from './dev-options.ts'
import { changedPaths } from './live/changed-paths.ts'
import { toldProblems } from './live/problems.ts'
import type { Update } from './live/protocol.ts'
import { rebuildReport } from './live/rebuild-report.ts'
import { crashedView, nextView, type View } from './live/view.ts'
import { sourceName } from './live/watched.ts'

/** The one thing that changes while the server runs. */
export interface Session {
  view: View
  /** What the view shows, where it is as good as its sources. */
  shown: RenderedSite | undefined
  world: World
}

/** Pages that are drawn alone. Where more is saved at once, all is rendered at once. */
const mostAlone = 4

/** Renders a site anew, and changes the session. Nothing here throws; paths are absolute. */
export interface Rebuilder {
  /** Draws the pages of saved texts at once, also while all is being rendered. @returns undefined where that is not enough */
  readonly alone: (touched: ReadonlySet<string>) => Update | undefined
  readonly whole: (touched: ReadonlySet<string>) => Promise<Update>
  /** Makes the next page that is drawn alone a quick one. */
  readonly rehearse: () => void
  /** What was rendered, with what was drawn alone while it was. */
  readonly caughtUp: (rendered: RenderedSite) => RenderedSite
}

/** @param watch is told of files outside the site that it was made from */
export function rebuilder(
  options: DevOptions,
  root: string,
  session: Session,
  siteOptions: SiteOptions & { readonly signal: AbortSignal },
  watch: (files: readonly string[]) => void,
): Rebuilder {
  const { signal } = siteOptions
  // Asking git at every save would take longer than all the rest; days of first commits do not change.
  const { firstCommitted } = session.world.source
  const namesOf = (touched: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...touched].map((file) => sourceName(root, file)))
  /** The sources that were drawn alone since the rendering of the whole began. */
  let saved = new Set<string>()
  const caughtUp: Rebuilder['caughtUp'] = (rendered) =>
    [...saved].reduce((site, name) => site.redraw?.([name], site) ?? site, rendered)
  const render = async (): Promise<RenderedSite> => {
    const world = options.world()
    session.world = { ...world, source: { ...world.source, firstCommitted } }
    session.shown?.leaveRedrawn?.()
    saved = new Set()
    const rendered = await (await rendererOf(options))(siteOptions, session.world)
    watch(rendered.themeFiles.map((file) => path.resolve(root, file)))
    return caughtUp(rendered)
  }
  return {
    caughtUp,
    rehearse: () => {
      try {
        session.shown?.rehearse?.()
      } catch {
        // Whoever saves is told of it.
      }
    },
    alone: (touched) => {
      const { view: before, shown } = session
      const started = performance.now()
      const names = namesOf(touched)
      try {
        const drawn = shown && redrawAlone(shown, names)
        if (!drawn) return undefined
        // The watcher tells of a save that was seen before it.
        if (drawn === shown) return updateOf(before, [])
        for (const name of names) saved.add(name)
        session.shown = drawn
        session.view = nextView(before, drawn)
        return report(options, before, session.view, names, started)
      } catch {
        // The rendering of the whole says why.
        return undefined
      }
    },
    whole: async (touched) => {
      const started = performance.now()
      let before: View
      try {
        const rendered = await render()
        // Parts of the site may have been shown in the meantime.
        before = session.view
        session.shown = rendered
        session.view = nextView(before, rendered)
      } catch (error) {
        before = session.view
        session.shown = undefined
        if (signal.aborted) return updateOf(before, [])
        session.view = crashedView(before, error)
      }
      return report(options, before, session.view, namesOf(touched), started)
    },
  }
}

/** The pipeline, which takes a while to load, or what takes its place. */
export async function rendererOf({
  render,
}: DevOptions): Promise<NonNullable<DevOptions['render']>> {
  return render ?? (await import('../build/pipeline.ts')).renderSite
}

/** The pages of a few saved texts, where nothing but these was saved. */
function redrawAlone(site: RenderedSite, names: ReadonlySet<string>): RenderedSite | undefined {
  const texts = [...names].every((name) => /^content\/(?:posts|pages)\/.+\.md$/i.test(name))
  if (!site.redraw || names.size === 0 || names.size > mostAlone || !texts) return undefined
  return site.redraw([...names], site)
}

/** Tells the terminal, and what browsers are to be told. */
function report(
  { log }: DevOptions,
  before: View,
  after: View,
  names: ReadonlySet<string>,
  started: number,
): Update {
  const update = updateOf(after, changedPaths(before, after, names))
  for (const line of rebuildReport(before, after, update, performance.now() - started)) log(line)
  return update
}

/** What browsers are told of a view. */
export function updateOf(view: View, changed: readonly string[]): Update {
  return { version: view.version, changed, ...toldProblems(view) }
}

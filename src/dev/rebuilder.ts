import path from 'node:path'
import type { SiteOptions } from '../build/options.ts'
import type { RenderedSite } from '../build/pipeline.ts'
import type { World } from '../build/world.ts'
import type { DevOptions } from './dev-options.ts'
import { changedPaths } from './live/changed-paths.ts'
import type { LiveChannel } from './live/live-channel.ts'
import { toldProblems } from './live/problems.ts'
import type { Update } from './live/protocol.ts'
import { rebuildReport } from './live/rebuild-report.ts'
import { crashedView, nextView, type View } from './live/view.ts'
import { sourceName } from './live/watched.ts'

/** The one thing that changes while the server runs. */
export interface Session {
  view: View
  world: World
}

/** Pages that are drawn alone. Where more is saved at once, all is rendered at once. */
const mostAlone = 4

export type Rebuild = (
  touched: ReadonlySet<string>,
  channel: LiveChannel,
) => Promise<{ readonly update: Update; readonly isWhole: boolean }>

/** Makes the function that renders the site anew and changes the session; it never throws. */
export function rebuilder(
  options: DevOptions,
  root: string,
  session: Session,
  siteOptions: SiteOptions & { readonly signal: AbortSignal },
): Rebuild {
  const { signal } = siteOptions
  // Asking git at every save would take longer than all the rest; days of first commits do not change.
  const { firstCommitted } = session.world.source
  let last: RenderedSite | undefined
  return async (touched, channel) => {
    let before = session.view
    const started = performance.now()
    const names = new Set([...touched].map((file) => sourceName(root, file)))
    let isWhole = true
    try {
      const alone = last && redrawAlone(last, names)
      // The watcher tells of a save that was seen before it.
      if (alone && alone === last) return { update: updateOf(before, []), isWhole: false }
      if (alone) {
        last = alone
        isWhole = false
        session.view = nextView(before, alone)
        return { update: report(options, before, session.view, names, started), isWhole }
      }
      const world = options.world()
      session.world = { ...world, source: { ...world.source, firstCommitted } }
      const render = await rendererOf(options)
      const rendered = await render(siteOptions, session.world)
      // Parts of the site may have been shown in the meantime.
      before = session.view
      last = rendered
      channel.watch(rendered.themeFiles.map((file) => path.resolve(root, file)))
      session.view = nextView(before, rendered)
    } catch (error) {
      before = session.view
      last = undefined
      if (signal.aborted) return { update: updateOf(before, []), isWhole }
      session.view = crashedView(before, error)
    }
    return { update: report(options, before, session.view, names, started), isWhole }
  }
}

/** The pipeline, which takes a while to load, or what takes its place. */
export async function rendererOf({
  render,
}: DevOptions): Promise<NonNullable<DevOptions['render']>> {
  return render ?? (await import('../build/pipeline.ts')).renderSite
}

/** The pages of a few saved texts, where nothing but these was saved. */
function redrawAlone(last: RenderedSite, names: ReadonlySet<string>): RenderedSite | undefined {
  const texts = [...names].every((name) => /^content\/(?:posts|pages)\/.+\.md$/i.test(name))
  if (!last.redraw || names.size === 0 || names.size > mostAlone || !texts) return undefined
  return last.redraw([...names], last)
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

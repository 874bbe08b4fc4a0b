import type { RenderedSite } from '../build/pipeline.ts'
import type { SourcePath } from '../model/paths.ts'
import { isCopy } from '../model/site.ts'
import type { FirstLook } from './first-look.ts'
import type { Target } from './http/target.ts'
import { foundIn, sourceShownAt } from './live/answer-view.ts'
import { ownPath } from './live/protocol.ts'
import { partView, type View } from './live/view.ts'
import type { Session } from './rebuilder.ts'

/** Shows pages that are asked for while the whole site is rendered for the first time. */
export interface FirstPages {
  /** Renders the newest posts, before anything else. */
  readonly begin: () => Promise<void>
  /** Resolves once the session's view can answer. */
  readonly ready: (target: Target, whole: Promise<void>) => Promise<void>
  /** Resolves when no page is waited for; undefined where none is. */
  readonly giveWay: () => Promise<void> | undefined
}

/** How saves are seen and shown. */
export interface Saves {
  /** Tells whether a source was saved since it was last asked for. */
  readonly isSaved: (source: SourcePath) => boolean
  /** Draws the page of a saved source alone; false where that is not enough. */
  readonly draw: (source: SourcePath) => boolean
  /** What was rendered, with what was drawn alone meanwhile. */
  readonly caughtUp: (rendered: RenderedSite) => RenderedSite
}

export function firstPages(
  session: Session,
  look: FirstLook,
  { isSaved, draw, caughtUp }: Saves,
): FirstPages {
  let work: Promise<void> | undefined
  const render = async (target: Target): Promise<void> => {
    // A page that cannot be rendered alone is left to the whole site, which says why.
    const rendered = await look(target).catch(() => undefined)
    const isWanted = session.view.isPart || session.view.version === 0
    if (!rendered?.site || !isWanted) return
    session.shown = caughtUp(rendered)
    session.view = partView(session.view, session.shown)
  }
  /** One at a time. */
  const rendering = (target: Target): Promise<void> => {
    const next = (work ?? Promise.resolve()).then(() => render(target))
    work = next.finally(() => {
      if (work === last) work = undefined
    })
    const last = work
    return next
  }
  return {
    begin: () => rendering({ path: '/', search: '' }),
    ready: async (target, whole) => {
      const { view } = session
      if (!view.isPart || target.path.startsWith(ownPath)) return
      const source = sourceShownAt(view, target)
      const wasSaved = source !== undefined && isSaved(source)
      if (isInPart(view, target) && (!wasSaved || draw(source))) return
      await Promise.race([rendering(target), whole])
      const shown = source ?? sourceShownAt(session.view, target)
      // The next look at it tells what was saved since this one.
      if (shown) isSaved(shown)
      if (session.view.isPart && !isInPart(session.view, target)) await whole
    },
    giveWay: () => work,
  }
}

/** True for what is in a part of a site as it will be in the whole: posts, the newest of them, and files. */
function isInPart(view: View, target: Target): boolean {
  const found = foundIn(view, target)
  if (found.kind !== 'file') return found.kind === 'moved'
  const { path } = found
  if (path === 'index.html' || view.pageSources.has(path)) return true
  const body = view.files.get(path)?.body
  return path.startsWith('assets/') || (body !== undefined && isCopy(body))
}

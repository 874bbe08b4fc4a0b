import type { CacheFiles } from '../io/ports.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Source } from '../model/essay.ts'
import type { OutputPath, SourcePath } from '../model/paths.ts'
import type { OutputFile, Site } from '../model/site.ts'
import type { HeldCounts } from '../site/published.ts'
import type { PublishWindow } from './cache/publish-window.ts'
import type { Content } from './read-content.ts'

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
  /**
   * Draws the pages of a few saved texts at once, and nothing else: lists, feeds and findings about the
   * whole site follow with the next rendering. Absent where nobody asked for it.
   *
   * @param paths the sources that were saved
   * @param before the site as it was drawn, or drawn again
   * @returns undefined where more has changed than the words of published essays
   */
  readonly redraw?:
    | ((paths: readonly string[], before: RenderedSite) => RenderedSite | undefined)
    | undefined
  /** Does once what `redraw` does, to no effect, so that the first save is as quick as the later ones. */
  readonly rehearse?: (() => void) | undefined
  /** Leaves what was drawn again to the next rendering, before that begins. */
  readonly leaveRedrawn?: (() => void) | undefined
  /** Absent where the site is not finished. */
  readonly keepBook?: BookKeeper | undefined
  /** What the site was made from, to tell later whether it would be the same; absent where it is not finished. */
  readonly basis?: SiteBasis | undefined
}

/** Writes down what small builds need to know of a site. @param index stamp of the index of what was written */
export type BookKeeper = (
  place: { readonly cache: CacheFiles; readonly key: string },
  marks: { readonly engine: string; readonly index: string },
) => void

/** What a site was made from beyond its theme and what was asked for. */
export interface SiteBasis {
  readonly listed: Content['listed']
  /** Of the texts, by path. */
  readonly digests: ReadonlyMap<string, string>
  /** Posts whose day is that of their file. */
  readonly undated: readonly SourcePath[]
  readonly window: PublishWindow
  /** What was kept out of it. */
  readonly held: HeldCounts
}

/** A site of which nothing is published, or not yet. */
export function unfinished(
  content: Content,
  diagnostics: readonly Diagnostic[],
  known: Partial<RenderedSite>,
): RenderedSite {
  const { essays, notes, settings, permalinks } = content
  const texts = [...essays, ...notes, settings ?? [], permalinks ?? []].flat()
  const byPath = new Map<string, Source>(texts.map((source) => [source.path, source]))
  return {
    finished: false,
    configured: true,
    site: undefined,
    files: new Map(),
    diagnostics,
    failed: [],
    sources: (path) => byPath.get(path)?.text,
    themeFiles: [],
    ...known,
  }
}

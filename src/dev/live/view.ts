import type { RenderedSite } from '../../build/pipeline.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { type OutputPath, outputPath, outputPathOf, type SourcePath } from '../../model/paths.ts'
import type { OutputFile, Site } from '../../model/site.ts'
import { type HeaderRule, parseHeadersFile } from '../http/headers-file.ts'
import { parseRedirectsFile, type RedirectRule } from '../http/redirects-file.ts'
import { decode } from '../http/target.ts'

/** What a rebuild found, with the texts that it is about. */
export interface Findings {
  readonly diagnostics: readonly Diagnostic[]
  readonly sources: (path: string) => string | undefined
  /** What the engine itself stumbled over; no fault of the author's. */
  readonly crash?: string | undefined
}

/** What the dev server shows at the moment: the newest rebuild, or the last good one with newer findings. */
export interface View {
  /** Counts rebuilds, from 1. */
  readonly version: number
  /** Decoded path part of the site's address, with both slashes. */
  readonly base: string
  readonly files: ReadonlyMap<string, OutputFile>
  /** The sources that could not be rendered, by the output path where the page would be. */
  readonly failures: ReadonlyMap<string, SourcePath>
  readonly site: Site | undefined
  /** True while only a part of the site has been rendered; see `first-look.ts`. */
  readonly isPart?: boolean | undefined
  readonly headers: readonly HeaderRule[]
  readonly redirects: readonly RedirectRule[]
  readonly findings: Findings
  /** Where the page of each source was when it could last be rendered, by source path. */
  readonly pagePaths: ReadonlyMap<string, string>
  /** The source of each page that stands, by output path. */
  readonly pageSources: ReadonlyMap<string, SourcePath>
}

/** The view before anything was rendered. */
export const emptyView: View = {
  version: 0,
  base: '/',
  files: new Map(),
  failures: new Map(),
  site: undefined,
  headers: [],
  redirects: [],
  findings: { diagnostics: [], sources: () => undefined },
  pagePaths: new Map(),
  pageSources: new Map(),
}

/**
 * The view after a rebuild. A rebuild that gave no site (broken settings, a broken theme, two owners of one
 * path) leaves the pages of the view before in place, so that an author never loses sight of them.
 */
export function nextView(earlier: View, rendered: RenderedSite): View {
  if (rendered.site !== undefined && rendered.site === earlier.site)
    return redrawnView(earlier, rendered)
  const before = withoutPart(earlier)
  const { site, files, diagnostics, sources } = rendered
  const step = { version: before.version + 1, findings: { diagnostics, sources } }
  if (!site || files.size === 0) return { ...before, ...step }
  const places = placesOf(site)
  const pagePaths = new Map([...before.pagePaths, ...places])
  return {
    ...step,
    base: decode(site.base) ?? site.base,
    files,
    failures: failuresOf(rendered, pagePaths),
    site,
    headers: parseHeadersFile(textAt(files, outputPath('_headers'))),
    redirects: parseRedirectsFile(textAt(files, outputPath('_redirects'))),
    pagePaths,
    pageSources: new Map(places.map(([source, path]) => [path, source])),
  }
}

/** The view after single pages were drawn: nothing has moved. A part of a site still says nothing of problems. */
function redrawnView(before: View, rendered: RenderedSite): View {
  const { files, diagnostics, sources } = rendered
  return {
    ...before,
    version: before.version + 1,
    findings: before.isPart ? before.findings : { diagnostics, sources },
    files,
    failures: failuresOf(rendered, before.pagePaths),
  }
}

/** The view of a part of a site, before there is one of the whole; it says nothing of problems. */
export function partView(before: View, rendered: RenderedSite): View {
  const view = nextView(before, { ...rendered, diagnostics: [] })
  return { ...view, isPart: true }
}

/** The view after a rebuild that ended in an error of the engine. */
export function crashedView(earlier: View, error: unknown): View {
  const before = withoutPart(earlier)
  const crash = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return {
    ...before,
    version: before.version + 1,
    findings: { diagnostics: [], sources: () => undefined, crash },
  }
}

/** A part of a site is nothing to hold on to. */
function withoutPart(view: View): View {
  return view.isPart ? { ...emptyView, version: view.version } : view
}

/** True while there is no site at all to show. */
export function isStuck(view: View): boolean {
  return view.site === undefined
}

function placesOf(site: Site): readonly [SourcePath, string][] {
  return [...site.posts, ...site.pages].map(({ essay, route }) => [
    essay.source,
    outputPathOf(route),
  ])
}

function failuresOf(
  rendered: RenderedSite,
  pagePaths: ReadonlyMap<string, string>,
): ReadonlyMap<string, SourcePath> {
  const places = rendered.failed.map((source): [string, SourcePath] => [
    pagePaths.get(source) ?? likelyPath(source),
    source,
  ])
  const taken: ReadonlyMap<string, OutputFile> = rendered.files
  return new Map(places.filter(([path]) => !taken.has(path)))
}

/** Where the page of a source would be if its front matter could be read and said nothing of it. */
export function likelyPath(source: string): string {
  const name = source.slice(source.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
  return source.startsWith('content/posts/') ? `posts/${name}/index.html` : `${name}/index.html`
}

function textAt(files: ReadonlyMap<OutputPath, OutputFile>, path: OutputPath): string {
  const body = files.get(path)?.body
  return typeof body === 'string' ? body : ''
}

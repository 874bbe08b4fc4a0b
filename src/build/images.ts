import { imageSize } from 'image-size'
import { forEachBounded } from '../io/bounded.ts'
import type { SourceFiles } from '../io/ports.ts'
import { outputPathOf, type SourcePath, sourcePath } from '../model/paths.ts'
import type { OutputFile, Site } from '../model/site.ts'
import { type LinkResolver, routeOfFile } from '../site/resolve-link.ts'
import { type BuildMemory, forgetOthers } from './cache/build-memory.ts'
import type { SiteLinks } from './cache/site-links.ts'
import type { Content } from './read-content.ts'

/** A picture of this site, as pages show it. */
export interface Picture {
  readonly source: SourcePath
  /** Address as a page writes it. */
  readonly href: string
  /** CSS pixels; undefined where the file does not tell. */
  readonly size: { readonly width: number; readonly height: number } | undefined
  /** Of the file at `href`, where that is not the source. */
  readonly bytes?: number | undefined
  /** The same in better formats and several widths, the first that a browser knows to be taken. */
  readonly sources?: readonly { readonly type: string; readonly srcset: string }[] | undefined
  /** How wide it is shown, for `sizes=`. */
  readonly sizes?: string | undefined
}

/** Finds the picture that an address means, from the file it is written in; undefined where it is none of this site's. */
export type PictureLookup = (url: string, from: string) => Picture | undefined

/** Pictures whose head is longer than this are rare; no more is read. */
const headBytes = 512 * 1024

/** What finding pictures needs of the site and its folder. */
export interface PictureInputs {
  readonly site: Site
  readonly resolve: LinkResolver
  readonly content: Pick<Content, 'entries' | 'publicPaths' | 'publicFiles'>
  readonly files: SourceFiles
  readonly links: SiteLinks
  /** Pictures of an earlier build; brought up to date. */
  readonly known: BuildMemory['pictures']
}

/** Finds and measures every picture that the published essays show, beside them or in `public/`. */
export async function findPictures(inputs: PictureInputs): Promise<PictureLookup> {
  const { site, resolve, content, files, links, known } = inputs
  const locate = (url: string, from: string): { source: SourcePath; href: string } | undefined => {
    const target = resolve(url, from)
    if (target.kind === 'file') return { source: sourcePath(target.path), href: target.href }
    if (target.kind !== 'route' || target.route.endsWith('/')) return undefined
    const path = `public${target.route}`
    return content.publicPaths.has(path)
      ? { source: sourcePath(path), href: target.href }
      : undefined
  }
  const sizes = new Map<SourcePath, Picture['size']>()
  for (const { url, source } of publishedPictures(site, links)) {
    const found = locate(url, source)
    if (found) sizes.set(found.source, undefined)
  }
  const entries = new Map(content.publicFiles.map((entry) => [entry.path, entry]))
  await forEachBounded([...sizes.keys()], async (path) => {
    const stamp = (content.entries.get(path) ?? entries.get(path))?.stamp
    const before = known.get(path)
    const same = stamp !== undefined && before?.stamp === stamp
    const size = same ? before.size : measure(await files.read(path, headBytes))
    sizes.set(path, size)
    if (stamp === undefined) known.delete(path)
    else known.set(path, { stamp, size })
  })
  forgetOthers(known, new Set<string>(sizes.keys()))
  return (url, from) => {
    const found = locate(url, from)
    return found && { ...found, size: sizes.get(found.source) }
  }
}

/** Every picture that published essays show, their covers among them. */
export function publishedPictures(
  site: Site,
  links: SiteLinks,
): readonly { url: string; source: string }[] {
  return [...site.posts, ...site.pages].flatMap(({ essay }) => [
    ...links(essay).filter((link) => link.kind === 'image'),
    ...(essay.front.image ? [{ url: essay.front.image.src, source: essay.source }] : []),
  ])
}

function measure(bytes: Uint8Array): Picture['size'] {
  try {
    const { width, height, orientation } = imageSize(bytes)
    if (!width || !height) return undefined
    // Orientations 5 to 8 of Exif 2.3 turn the picture on its side.
    return (orientation ?? 1) > 4 ? { width: height, height: width } : { width, height }
  } catch {
    return undefined
  }
}

/** The files that essays show or link to from beside them, to be copied as they are. */
export function companionFiles(
  site: Site,
  picture: PictureLookup,
  resolve: LinkResolver,
  linksOf: SiteLinks,
  entries: Content['entries'],
): readonly OutputFile[] {
  const files = new Map<string, OutputFile>()
  const links = [...site.posts, ...site.pages].flatMap(({ essay }) => linksOf(essay))
  const shown = publishedPictures(site, linksOf).filter(
    ({ url, source }) => !picture(url, source)?.sources,
  )
  for (const { url, source: from } of [...links.filter(({ kind }) => kind === 'link'), ...shown]) {
    const target = resolve(url, from)
    const route = target.kind === 'file' ? routeOfFile(target.path) : undefined
    if (target.kind !== 'file' || route === undefined) continue
    const source = sourcePath(target.path)
    files.set(source, {
      path: outputPathOf(route),
      body: { copy: source, stamp: entries.get(source)?.stamp },
      stage: 'asset',
      origin: source,
    })
  }
  return [...files.values()]
}

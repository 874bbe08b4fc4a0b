import { imageSize } from 'image-size'
import { forEachBounded } from '../io/bounded.ts'
import type { SourceFiles } from '../io/ports.ts'
import { outputPathOf, type SourcePath, sourcePath } from '../model/paths.ts'
import type { OutputFile, Site } from '../model/site.ts'
import { type LinkResolver, routeOfFile } from '../site/resolve-link.ts'

/** A picture of this site, as pages show it. */
export interface Picture {
  readonly source: SourcePath
  /** Address as a page writes it. */
  readonly href: string
  /** CSS pixels; undefined where the file does not tell. */
  readonly size: { readonly width: number; readonly height: number } | undefined
}

/** Finds the picture that an address means, from the file it is written in; undefined where it is none of this site's. */
export type PictureLookup = (url: string, from: string) => Picture | undefined

/** Pictures whose head is longer than this are rare; no more is read. */
const headBytes = 512 * 1024

/**
 * Finds and measures every picture that the published essays show, beside them or in `public/`.
 *
 * @param known every path of the site's folder that a picture may have
 */
export async function findPictures(
  site: Site,
  resolve: LinkResolver,
  known: { has: (path: string) => boolean },
  files: SourceFiles,
): Promise<PictureLookup> {
  const locate = (url: string, from: string): { source: SourcePath; href: string } | undefined => {
    const target = resolve(url, from)
    if (target.kind === 'file') return { source: sourcePath(target.path), href: target.href }
    if (target.kind !== 'route' || target.route.endsWith('/')) return undefined
    const path = `public${target.route}`
    return known.has(path) ? { source: sourcePath(path), href: target.href } : undefined
  }
  const sizes = new Map<SourcePath, Picture['size']>()
  for (const { url, source } of publishedPictures(site)) {
    const found = locate(url, source)
    if (found) sizes.set(found.source, undefined)
  }
  await forEachBounded([...sizes.keys()], async (path) => {
    sizes.set(path, measure(await files.read(path, headBytes)))
  })
  return (url, from) => {
    const found = locate(url, from)
    return found && { ...found, size: sizes.get(found.source) }
  }
}

/** Every picture that published essays show, their covers among them. */
function publishedPictures(site: Site): readonly { url: string; source: string }[] {
  return [...site.posts, ...site.pages].flatMap(({ essay }) => [
    ...essay.links.filter((link) => link.kind === 'image'),
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
export function companionFiles(site: Site, resolve: LinkResolver): readonly OutputFile[] {
  const files = new Map<string, OutputFile>()
  const links = [...site.posts, ...site.pages].flatMap(({ essay }) => essay.links)
  for (const { url, source: from } of [...links, ...publishedPictures(site)]) {
    const target = resolve(url, from)
    const route = target.kind === 'file' ? routeOfFile(target.path) : undefined
    if (target.kind !== 'file' || route === undefined) continue
    const source = sourcePath(target.path)
    files.set(source, {
      path: outputPathOf(route),
      body: { copy: source },
      stage: 'asset',
      origin: source,
    })
  }
  return [...files.values()]
}

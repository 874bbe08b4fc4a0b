import { extname } from 'node:path'
import type { CacheFiles, PictureEncoder } from '../../io/ports.ts'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import type { SourcePath } from '../../model/paths.ts'
import { hrefOf, type OutputFile } from '../../model/site.ts'
import {
  findPictures,
  type Picture,
  type PictureInputs,
  type PictureLookup,
  publishedPictures,
} from '../images.ts'
import { onceMade } from '../once-made.ts'
import { openKeptPictures } from './kept-pictures.ts'
import { type MadePictures, makePictures } from './make-pictures.ts'
import { type PictureSet, shownWidth } from './picture-set.ts'

/** Pictures as pages show them, and the files that were made for that. */
export interface SitePictures {
  readonly picture: PictureLookup
  readonly files: readonly OutputFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What making the pictures of a site needs beyond finding them. */
export interface SitePictureInputs extends PictureInputs {
  /** Asked for only where there are pictures; absent where those that are not kept are to be shown as they are. */
  readonly encoder: (() => Promise<PictureEncoder | undefined>) | undefined
  readonly cache: CacheFiles | undefined
  /** Stands for the engine and all that it runs on. */
  readonly engine?: string | undefined
  readonly jobs: number
  readonly signal?: AbortSignal | undefined
}

/** Finds every picture that the published essays show, and makes those of other sizes and formats. */
export async function sitePictures(inputs: SitePictureInputs): Promise<SitePictures> {
  const found = await findPictures(inputs)
  const sources = rasters(inputs, found)
  const asFound = { picture: found, files: [], diagnostics: [] }
  if (sources.length === 0) return asFound
  const { content, cache, files, jobs, signal, engine } = inputs
  const encoder = inputs.encoder && onceMade(inputs.encoder)
  const nameOf = async () => (await encoder?.())?.name
  const kept = await openKeptPictures(cache, { engine, encoder: nameOf })
  const publicFiles = new Map(content.publicFiles.map((entry) => [entry.path, entry]))
  const work = kept && {
    encoder,
    kept,
    files,
    stampOf: (source: SourcePath) =>
      (content.entries.get(source) ?? publicFiles.get(source))?.stamp,
    jobs,
    signal,
  }
  const made = work && (await makePictures(sources, work))
  if (!made) return encoder ? { ...asFound, diagnostics: [asTheyAre(sources)] } : asFound
  return {
    picture: withSets(found, made, inputs),
    files: made.files,
    diagnostics: made.diagnostics,
  }
}

function rasters(
  { site, links }: SitePictureInputs,
  picture: PictureLookup,
): readonly SourcePath[] {
  const sources = publishedPictures(site, links).flatMap(({ url, source }) => {
    const found = picture(url, source)?.source
    return found && /^\.(?:png|jpe?g|webp|avif)$/i.test(extname(found)) ? [found] : []
  })
  return [...new Set(sources)].sort()
}

function withSets(
  found: PictureLookup,
  made: MadePictures,
  { site }: SitePictureInputs,
): PictureLookup {
  return (url, from) => {
    const picture = found(url, from)
    const set = picture && made.of(picture.source)
    return set ? offered(picture, set, (route) => hrefOf(site, route)) : picture
  }
}

function offered(
  picture: Picture,
  { fallback, sources }: PictureSet,
  href: (route: PictureSet['fallback']['route']) => string,
): Picture {
  return {
    source: picture.source,
    href: href(fallback.route),
    size: { width: fallback.width, height: fallback.height },
    bytes: fallback.bytes,
    sizes: shownWidth,
    sources: sources.map(({ type, files }) => ({
      type,
      srcset: files.map((file) => `${href(file.route)} ${file.width}w`).join(', '),
    })),
  }
}

function asTheyAre(sources: readonly SourcePath[]): Diagnostic {
  const count = sources.length === 1 ? 'One picture is' : `${sources.length} pictures are`
  return diagnose('IM106', {
    message: `${count} published as found: in one size, and with whatever the camera wrote into the file, such as where it was taken.`,
    file: sources[0] ?? '',
    hint: 'npm install sharp',
  })
}

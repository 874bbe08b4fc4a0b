import { type RoutePath, routePath } from '../../model/paths.ts'

/** Formats that pictures are made in, by what they are made from. */
export type PictureFormat = 'avif' | 'webp' | 'jpeg' | 'png'

/** What a file turned out to be. */
export interface InspectedPicture {
  readonly format: string
  /** As it is to be seen, turned as its Exif says. */
  readonly width: number
  readonly height: number
  /** More than one where it moves. */
  readonly frames: number
}

/** One file to be made. */
export interface PlannedFile {
  readonly format: PictureFormat
  readonly width: number
  readonly height: number
}

/** Widths in pixels: a telephone's, a column of text at two pixels a point, a wide screen's. */
const widths = [640, 1280, 1920] as const
/** A width is left out where the picture itself is less than this many times as wide. */
const leastStep = 1.25
/** The picture for programs that know no others is no wider than this, or a step more. */
const widestFallback = 1280
/** What each format is made into; nothing where a file is better left as it is. */
const own: Readonly<Record<string, PictureFormat | undefined>> = {
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
}

/** Changes whenever the same picture would be made in another way. */
export const recipe = 2

/**
 * The files to make of a picture: one in its own format for every program, and smaller ones in several widths for
 * those that know better formats. None where the picture moves, or is of a format that no page shows.
 */
export function planPicture(picture: InspectedPicture): readonly PlannedFile[] {
  const format = own[picture.format]
  if (format === undefined || picture.frames > 1) return []
  const { width } = picture
  const widest = Math.min(width, widths.at(-1) ?? width)
  const sizes = [...widths.filter((each) => each * leastStep <= widest), widest]
  const planned = (of: PictureFormat, wide: number): PlannedFile => ({
    format: of,
    width: wide,
    height: Math.max(1, Math.round((picture.height * wide) / width)),
  })
  const better = (['avif', 'webp'] as const).filter((each) => each !== format)
  return [
    planned(format, width < widestFallback * leastStep ? width : widestFallback),
    ...better.flatMap((each) => sizes.map((wide) => planned(each, wide))),
  ]
}

const endings: Readonly<Record<PictureFormat, string>> = {
  avif: 'avif',
  webp: 'webp',
  jpeg: 'jpg',
  png: 'png',
}

/** `content/posts/Quiet week.png` → `/assets/quiet-week.3f2a9c01-640.webp`. */
export function routeOfPicture(source: string, digest: string, file: PlannedFile): RoutePath {
  const name = source
    .replace(/^.*\//, '')
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  return routePath(
    `/assets/${name || 'picture'}.${digest.slice(0, 8)}-${file.width}.${endings[file.format]}`,
  )
}

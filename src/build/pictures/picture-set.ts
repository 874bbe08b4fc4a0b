import type { RoutePath } from '../../model/paths.ts'
import type { PictureFormat } from './plan-picture.ts'

/** A file that was made of a picture. */
export interface MadeFile {
  readonly route: RoutePath
  readonly format: PictureFormat
  readonly width: number
  readonly height: number
  readonly sha256: string
  readonly bytes: number
}

/** A picture as a page offers it. */
export interface PictureSet {
  /** For every program. */
  readonly fallback: MadeFile
  /** The smallest format first; each in one or more widths. */
  readonly sources: readonly { readonly type: string; readonly files: readonly MadeFile[] }[]
}

const types: Readonly<Record<PictureFormat, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
  png: 'image/png',
}

/** How wide a picture is shown: as wide as a column of text, or as a small screen. */
export const shownWidth = '(min-width: 46rem) 44rem, 100vw'

/**
 * Puts together what was made of a picture. A format that saves nothing over the one for every program is left
 * out, and so is a file that is no smaller than a wider one: drawings shrink badly.
 *
 * @param made the fallback first
 */
export function pictureSet(made: readonly MadeFile[]): PictureSet | undefined {
  const [fallback, ...others] = made
  if (!fallback) return undefined
  const formats = [...new Set(others.map(({ format }) => format))]
  const sources = formats
    .map((format) => ({
      type: types[format],
      files: worthwhile(others.filter((file) => file.format === format)),
    }))
    .filter(({ files }) => saves(files, fallback))
  return { fallback, sources }
}

function worthwhile(files: readonly MadeFile[]): readonly MadeFile[] {
  return files.filter(
    (file) => !files.some((other) => other.width > file.width && other.bytes <= file.bytes),
  )
}

function saves(files: readonly MadeFile[], fallback: MadeFile): boolean {
  const same = files.find(({ width }) => width >= fallback.width)
  return same === undefined || same.bytes < fallback.bytes
}

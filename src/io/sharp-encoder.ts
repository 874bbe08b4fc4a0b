import type { PictureEncoder } from './ports.ts'

/** More pixels than this are refused: half a gigabyte of memory each. */
const mostPixels = 200_000_000

/**
 * Makes pictures with sharp, which is an optional dependency: undefined where it is not installed or does not run
 * on this machine. What is made has no metadata, is turned as its Exif says, and is in sRGB.
 */
export async function sharpEncoder(): Promise<PictureEncoder | undefined> {
  const sharp = await import('sharp').then(
    (module) => module.default,
    () => undefined,
  )
  if (!sharp) return undefined
  // Many pictures at a time, each on one thread: the same bytes on every machine with as many or as few.
  sharp.concurrency(1)
  sharp.cache(false)
  const open = (bytes: Uint8Array) =>
    sharp(bytes, { limitInputPixels: mostPixels, failOn: 'truncated' })
  return {
    name: `sharp ${sharp.versions.sharp ?? ''} ${sharp.versions.vips}`,
    inspect: async (bytes) => {
      const {
        format = '',
        width = 0,
        height = 0,
        pages = 1,
        autoOrient,
      } = await open(bytes).metadata()
      const { width: wide = width, height: high = height } = autoOrient ?? {}
      // libvips tells AVIF from HEIC by the compression.
      return {
        format: format === 'heif' ? 'avif' : format,
        width: wide,
        height: high,
        frames: pages,
      }
    },
    encode: async (bytes, { format, width }) => {
      const picture = open(bytes).autoOrient().resize({ width, withoutEnlargement: true })
      const { hasAlpha, format: from } = await open(bytes).metadata()
      const drawn = from === 'png' || hasAlpha
      if (format === 'avif')
        picture.avif({
          quality: drawn ? 60 : 50,
          // Twice the effort for a tenth of the bytes is not worth an author's wait.
          effort: 1,
          chromaSubsampling: drawn ? '4:4:4' : '4:2:0',
        })
      else if (format === 'webp')
        picture.webp(drawn ? { nearLossless: true, quality: 60 } : { quality: 78 })
      else if (format === 'png') picture.png({ compressionLevel: 9, effort: 7 })
      else picture.jpeg({ quality: 80, mozjpeg: true })
      return await picture.toBuffer()
    },
  }
}

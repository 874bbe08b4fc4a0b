import { createHash } from 'node:crypto'
import type { CacheFiles } from '../../io/ports.ts'
import { readSealed, writeSealed } from '../cache/sealed.ts'
import type { MadeFile } from './picture-set.ts'
import { recipe } from './plan-picture.ts'

const indexName = 'pictures'

/** What is known of a picture's file, for as long as its stamp stays. */
export interface KeptPicture {
  readonly stamp: string | undefined
  /** SHA-256 of the bytes of the file, and of nothing else. */
  readonly digest: string
  /** The fallback first; none where the picture is published as it is. */
  readonly made: readonly MadeFile[]
  /** Why nothing could be made of it. */
  readonly problem?: string | undefined
}

/** Pictures that were made, in files beside the build. */
export interface KeptPictures {
  readonly known: (source: string) => KeptPicture | undefined
  readonly keep: (source: string, picture: KeptPicture) => void
  /** True where the bytes could be put away. */
  readonly store: (file: MadeFile, body: Uint8Array) => void
  /** True where the bytes of a file are still there. */
  readonly has: (file: MadeFile) => boolean
  /** @throws Error where the file has been damaged since */
  readonly bytes: (file: MadeFile) => Uint8Array
  /** Writes down what is known, and removes what belongs to pictures that are gone. */
  readonly save: (sources: ReadonlySet<string>) => void
}

/** What decides which pictures of earlier builds count. */
export interface KeptPicturesBy {
  /** Stands for the engine and all that it runs on; the same one need not ask for the encoder. */
  readonly engine: string | undefined
  /** The name of the encoder; undefined where there is none. */
  readonly encoder: () => Promise<string | undefined>
}

/**
 * Opens what earlier builds have made. Without a place to keep files, they are held in memory.
 *
 * @returns undefined where there is no encoder
 */
export async function openKeptPictures(
  cache: CacheFiles | undefined,
  { engine = '', encoder }: KeptPicturesBy,
): Promise<KeptPictures | undefined> {
  const written = readIndex(cache)
  // To load the encoder takes as long as to look at thousands of pictures.
  const sameEngine = engine !== '' && written?.engine === engine
  const name = sameEngine ? written.encoder : await encoder()
  if (name === undefined) return undefined
  const counts = written?.recipe === recipe && written.encoder === name
  const pictures = new Map(counts ? written.pictures : [])
  let isWritten = counts && sameEngine
  const held = new Map<string, Uint8Array>()
  const read = (file: MadeFile): Uint8Array | undefined =>
    held.get(nameOf(file)) ?? cache?.read(nameOf(file))
  return {
    known: (source) => pictures.get(source),
    keep: (source, picture) => {
      pictures.set(source, picture)
      isWritten = false
    },
    store: (file, body) => {
      if (!cache?.replace(nameOf(file), body)) held.set(nameOf(file), body)
    },
    has: (file) => held.has(nameOf(file)) || cache?.readAt(nameOf(file), 0, 1) !== undefined,
    bytes: (file) => {
      const body = read(file)
      if (body && createHash('sha256').update(body).digest('hex') === file.sha256) return body
      cache?.remove(nameOf(file))
      throw new Error(`The picture ${file.route} was damaged in the cache. Build again.`)
    },
    save: (sources) => {
      if (!cache) return
      const before = new Set([...pictures.values()].flatMap(({ made }) => made.map(nameOf)))
      const gone = [...pictures.keys()].filter((source) => !sources.has(source))
      if (isWritten && gone.length === 0) return
      for (const source of gone) pictures.delete(source)
      for (const { made } of pictures.values()) for (const file of made) before.delete(nameOf(file))
      for (const name of before) cache.remove(name)
      const index: PictureIndex = { recipe, encoder: name, engine, pictures: [...pictures] }
      writeSealed(cache, indexName, JSON.stringify(index))
    },
  }
}

interface PictureIndex {
  readonly recipe: number
  readonly encoder: string
  readonly engine: string
  readonly pictures: readonly (readonly [source: string, picture: KeptPicture])[]
}

function readIndex(cache: CacheFiles | undefined): PictureIndex | undefined {
  const text = cache && readSealed(cache, indexName)
  // What is under the seal was written here, though it may be by another version.
  return text === undefined ? undefined : (JSON.parse(text) as PictureIndex)
}

/** The name of a made file in the flat cache: its digest says all. */
function nameOf({ sha256 }: MadeFile): string {
  return `picture-${sha256.slice(0, 32)}`
}

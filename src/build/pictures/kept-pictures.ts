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

/** Opens what earlier builds have made. Without a place to keep files, they are held in memory. */
export function openKeptPictures(cache: CacheFiles | undefined, encoder: string): KeptPictures {
  const version = `${recipe} ${encoder}`
  const pictures = readIndex(cache, version)
  const held = new Map<string, Uint8Array>()
  const read = (file: MadeFile): Uint8Array | undefined =>
    held.get(nameOf(file)) ?? cache?.read(nameOf(file))
  return {
    known: (source) => pictures.get(source),
    keep: (source, picture) => void pictures.set(source, picture),
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
      for (const source of pictures.keys()) if (!sources.has(source)) pictures.delete(source)
      for (const { made } of pictures.values()) for (const file of made) before.delete(nameOf(file))
      for (const name of before) cache.remove(name)
      writeSealed(cache, indexName, JSON.stringify([version, [...pictures]]))
    },
  }
}

function readIndex(cache: CacheFiles | undefined, version: string): Map<string, KeptPicture> {
  const text = cache && readSealed(cache, indexName)
  if (text === undefined) return new Map()
  // What is under the seal was written here.
  const [written, pictures] = JSON.parse(text) as [string, [string, KeptPicture][]]
  return new Map(written === version ? pictures : [])
}

/** The name of a made file in the flat cache: its digest says all. */
function nameOf({ sha256 }: MadeFile): string {
  return `picture-${sha256.slice(0, 32)}`
}

import { createHash } from 'node:crypto'
import type { PaintedCard } from '../../io/card-ports.ts'
import type { CacheFiles } from '../../io/ports.ts'
import { readSealed, writeSealed } from '../cache/sealed.ts'

const indexName = 'cards'

/** What became of the card of a post, for as long as what it is made from stays. */
export interface KeptCard {
  /** Stands for everything that it was made from. */
  readonly inputs: string
  /** Lower case hexadecimal; absent where no card could be made. */
  readonly sha256?: string | undefined
  readonly bytes: number
  /** Letters that the theme's fonts do not have. */
  readonly missing?: string | undefined
}

/** Cards that were made, in files beside the build. */
export interface KeptCards {
  /** Undefined where the card is to be made. */
  readonly known: (source: string, inputs: string) => KeptCard | undefined
  readonly keep: (source: string, inputs: string, painted: PaintedCard) => KeptCard
  /** @throws Error where the file has been damaged since */
  readonly bytes: (sha256: string) => Uint8Array
  /** Writes down what is known, and removes what belongs to posts that are gone. */
  readonly save: (sources: ReadonlySet<string>) => void
}

/**
 * Opens what earlier builds have made. Without a place to keep files, they are held in memory.
 *
 * @param engine stands for what draws; the cards of another one are not used
 */
export function openKeptCards(cache: CacheFiles | undefined, engine: string): KeptCards {
  const cards = readIndex(cache, engine)
  const before = [...cards.values()].flatMap(({ sha256 }) => sha256 ?? [])
  const held = new Map<string, Uint8Array>()
  const has = (sha256: string): boolean =>
    held.has(sha256) || cache?.readAt(nameOf(sha256), 0, 1) !== undefined
  return {
    known: (source, inputs) => {
      const card = cards.get(source)
      return card?.inputs === inputs && (card.sha256 === undefined || has(card.sha256))
        ? card
        : undefined
    },
    keep: (source, inputs, painted) => {
      const made = 'png' in painted ? painted.png : undefined
      const sha256 = made && digestOf(made)
      if (made && sha256 && !cache?.replace(nameOf(sha256), made)) held.set(sha256, made)
      const missing = 'missing' in painted ? painted.missing : undefined
      const card = { inputs, sha256, bytes: made?.length ?? 0, missing }
      // What went wrong may go well the next time.
      if (!('problem' in painted)) cards.set(source, card)
      return card
    },
    bytes: (sha256) => {
      const body = held.get(sha256) ?? cache?.read(nameOf(sha256))
      if (body && digestOf(body) === sha256) return body
      cache?.remove(nameOf(sha256))
      throw new Error('A card was damaged in the cache. Build again.')
    },
    save: (sources) => {
      if (!cache) return
      for (const source of cards.keys()) if (!sources.has(source)) cards.delete(source)
      const now = new Set([...cards.values()].map(({ sha256 }) => sha256))
      for (const sha256 of before) if (!now.has(sha256)) cache.remove(nameOf(sha256))
      writeSealed(cache, indexName, JSON.stringify([engine, [...cards]]))
    },
  }
}

function readIndex(cache: CacheFiles | undefined, engine: string): Map<string, KeptCard> {
  const text = cache && readSealed(cache, indexName)
  if (text === undefined) return new Map()
  // What is under the seal was written here.
  const [written, cards] = JSON.parse(text) as [string, [string, KeptCard][]]
  return new Map(written === engine ? cards : [])
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function nameOf(sha256: string): string {
  return `card-${sha256.slice(0, 32)}`
}

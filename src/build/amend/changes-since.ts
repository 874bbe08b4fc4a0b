import type { SourceEntry } from '../../io/ports.ts'
import type { BuildMemory, KnownFile } from '../cache/build-memory.ts'
import type { AmendedEssay } from './amend-essay.ts'
import type { AmendedFiles } from './amend-files.ts'
import type { EmittedChange } from './emit-amended.ts'
import { digestOfPieces, type Since } from './since.ts'
import type { BookHead } from './site-book.ts'

/** A change that has been made. */
export interface MadeChange {
  readonly essays: readonly AmendedEssay[]
  /** The files of the essays, in their order. */
  readonly edited: readonly SourceEntry[]
  readonly memory: BuildMemory
  readonly files: AmendedFiles
  readonly emitted: EmittedChange
  readonly head: BookHead
}

/** What is to be written down of a change. */
export function changesSince(change: MadeChange): Since {
  const { essays, edited, memory, head } = change
  const { search, rooms, feeds } = change.files
  const { digests, files } = change.emitted
  const texts = edited.flatMap(({ path, stamp }, i) => {
    const digest = essays[i]?.source.digest
    return stamp === undefined || digest === undefined
      ? []
      : [[path, { stamp, digest, found: [] }] as const]
  })
  const pages = [...memory.files].flatMap(([path, file]) => {
    const body = digests.get(path)
    return body ? [[path, { ...file, body } satisfies KnownFile] as const] : []
  })
  return {
    base: head.index,
    index: files.index,
    piecesBefore: digestOfPieces(head.pieces),
    texts,
    essays: essays.flatMap(({ source: { path } }) => {
      const known = memory.essays.get(path)
      return known ? [[path, known] as const] : []
    }),
    items: [...memory.items],
    indexed: search.indexed,
    pieces: search.pieces,
    searchIndex: search.index,
    files: pages,
    lost: feeds,
    rooms: [...rooms],
  }
}

import { type BuildMemory, emptyMemory } from '../build/cache/build-memory.ts'
import { openEssayStore } from '../build/cache/essay-store.ts'
import { readPages } from '../build/cache/page-store.ts'
import type { World } from '../build/world.ts'

/** What builds of a site, and servers of it, have kept. */
export interface KeptSite {
  readonly memory: BuildMemory
  /** Keeps what became of it for the next one, the first time: what an author touches in one sitting is soon compiled again. */
  readonly save: () => void
}

/**
 * Opens what is kept of a site; nothing where there is no place for it.
 *
 * @param outputKey names the folder that builds write: a page that stands there as it would be drawn is drawn
 * only when it is asked for
 */
export function openKeptSite({ cache, engine }: World, outputKey: string | undefined): KeptSite {
  if (!cache || engine === undefined || outputKey === undefined)
    return { memory: emptyMemory(), save: () => {} }
  const { memory, save } = openEssayStore(cache, engine)
  let isKept = false
  const isNew = (): boolean =>
    !isKept && [...memory.essays.values()].some(({ stored }) => stored === undefined)
  for (const [file, known] of readPages(cache, outputKey, engine)) memory.files.set(file, known)
  return {
    memory,
    save: () => {
      if (isNew()) save()
      isKept = true
    },
  }
}

import { type BuildMemory, emptyMemory } from '../build/cache/build-memory.ts'
import { digest } from '../build/cache/digest.ts'
import { openEssayStore } from '../build/cache/essay-store.ts'
import { readPages, writePages } from '../build/cache/page-store.ts'
import type { World } from '../build/world.ts'
import type { CacheFiles } from '../io/ports.ts'

/** What builds of a site, and servers of it, have kept. */
export interface KeptSite {
  readonly memory: BuildMemory
  /** Keeps what became of it for the next one, the first time: what an author touches in one sitting is soon compiled again. */
  readonly save: () => void
}

/**
 * Opens what is kept of a site; nothing where there is no place for it.
 *
 * @param outputKey names the folder that builds write: a page that stands there as it would be drawn, or that an
 * earlier server has drawn so, is drawn only when it is asked for
 */
export function openKeptSite({ cache, engine }: World, outputKey: string | undefined): KeptSite {
  if (!cache || engine === undefined || outputKey === undefined)
    return { memory: emptyMemory(), save: () => {} }
  const { memory, save } = openEssayStore(cache, engine)
  const pages = openPages(cache, engine, outputKey)
  for (const [file, known] of pages.found) memory.files.set(file, known)
  const isNew = (): boolean =>
    [...memory.essays.values()].some(({ stored }) => stored === undefined)
  let isKept = false
  return {
    memory,
    save: () => {
      if (isKept) return
      isKept = true
      if (isNew()) save()
      pages.save(memory.files)
    },
  }
}

/** Where so few of all pages were drawn, it costs less to draw them again than to write down all. */
const fewDrawn = 1 / 50

/** What is known of pages: what the last server has shown, where no build has written any since, else what that wrote. */
function openPages(
  cache: CacheFiles,
  engine: string,
  outputKey: string,
): {
  readonly found: BuildMemory['files']
  readonly save: (files: BuildMemory['files']) => void
} {
  const key = `shown-${outputKey}`
  const built = readPages(cache, outputKey, engine)
  const since = `${engine} ${digest([...built].flatMap(([file, { inputs }]) => [file, inputs]).join('\n'))}`
  const shown = readPages(cache, key, since)
  const found = shown.size > 0 ? shown : built
  return {
    found,
    save: (files) => {
      const drawn = [...files].filter(([file, known]) => known !== found.get(file))
      if (drawn.length <= files.size * fewDrawn) return
      // No file has these bytes: what stands for a page's inputs stands for the page.
      const digests = [...files].map(
        ([file, { inputs }]) => [file, { sha256: inputs, bytes: 0 }] as const,
      )
      writePages(cache, key, since, files, new Map(digests))
    },
  }
}

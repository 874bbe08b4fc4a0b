import type { FileDigest } from '../../io/ports.ts'
import { addSince } from '../amend/since.ts'
import { dropBook } from '../amend/site-book.ts'
import type { BuildOptions, BuildWorld } from '../build-run.ts'
import { isOfTheMoment } from '../giving-up.ts'
import type { RenderedSite } from '../pipeline.ts'
import { indexStamp, readIndex } from '../written-index.ts'
import {
  type BuildRecord,
  column,
  dropRecord,
  readRecord,
  recordedEntries,
  writeRecord,
} from './build-record.ts'
import { type EssayStore, openEssayStore } from './essay-store.ts'
import { type Excerpt, excerptSources, excerptsFor } from './excerpts.ts'
import { readPages, writePages } from './page-store.ts'
import { optionsKey } from './unchanged.ts'

/** What the last build has left, and how to leave something to the next one. */
export interface KeptBuild {
  readonly memory: EssayStore['memory']
  /**
   * @param digests of all files as they were written
   * @returns as much of the sources as a report of the findings shows
   */
  readonly remember: (
    rendered: RenderedSite,
    digests: ReadonlyMap<string, FileDigest>,
  ) => Promise<RenderedSite['sources']>
}

/** Opens what the last build has left; nothing of it where the caller asks for distrust. Undefined where there is no place for it. */
export function openKeptBuild(options: BuildOptions, world: BuildWorld): KeptBuild | undefined {
  const { cache, engine, output } = world
  if (!cache || engine === undefined) return undefined
  const { distrust = false } = options
  const { memory, save } = openEssayStore(cache, engine, {
    distrust,
    readOnly: options.mode === 'check',
  })
  if (!distrust)
    for (const [path, file] of readPages(cache, output.key, engine)) memory.files.set(path, file)
  if (!distrust) addSince(memory, cache, output.key, engine)
  return {
    memory,
    remember: async (rendered, digests) => {
      const before = distrust ? undefined : readRecord(cache, output.key, engine)
      dropRecord(cache, output.key)
      dropBook(cache, output.key)
      save()
      writePages(cache, output.key, engine, memory.files, digests)
      const record = await recordOf(rendered, options, world, before)
      if (!record) return rendered.sources
      rendered.keepBook?.({ cache, key: output.key }, { engine, index: record.written.index })
      writeRecord(cache, output.key, { ...record, engine })
      return excerptSources(record.excerpts)
    },
  }
}

async function recordOf(
  rendered: RenderedSite,
  options: BuildOptions,
  { source, output, stampOf }: BuildWorld,
  before: BuildRecord | undefined,
): Promise<Omit<BuildRecord, 'engine'> | undefined> {
  const { site, basis, diagnostics, sources, failed, themeFiles } = rendered
  const index = await indexStamp(output)
  if (!site || !basis || index === undefined) return undefined
  if (diagnostics.some(isOfTheMoment)) return undefined
  const themes = await source.list('themes')
  const committed = await Promise.all(
    basis.undated.map(async (path) => [path, (await source.firstCommitted(path)) ?? null] as const),
  )
  const digestOf = (path: string): string => basis.digests.get(path) ?? ''
  const known = (path: string): Excerpt | undefined =>
    before?.excerptDigests[path] === digestOf(path) ? before.excerpts[path] : undefined
  const excerpts = excerptsFor(diagnostics, sources, known)
  const written = [...(await readIndex(output))]
  return {
    options: optionsKey(options),
    entries: recordedEntries([...basis.listed, ...themes], digestOf),
    themeFiles: themeFiles.map((path) => [path, stampOf?.(path) ?? '']),
    committed,
    window: basis.window,
    written: {
      paths: written.map(([path]) => path),
      stamps: column(written.map(([, { stamp }]) => stamp)),
      index,
    },
    posts: site.posts.length,
    held: basis.held,
    pages: site.pages.length,
    failed: failed.length,
    diagnostics,
    excerpts,
    excerptDigests: Object.fromEntries(Object.keys(excerpts).map((path) => [path, digestOf(path)])),
  }
}

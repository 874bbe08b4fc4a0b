import type { CompileContext } from '../../essay/compile.ts'
import type { SourceFiles } from '../../io/ports.ts'
import { sourcePath } from '../../model/paths.ts'
import type { Page } from '../../model/site.ts'
import type { BuildOptions, BuildResult, BuildWorld } from '../build-run.ts'
import { type BuildMemory, emptyMemory } from '../cache/build-memory.ts'
import { dropRecord, writeRecord } from '../cache/build-record.ts'
import { storeShelf } from '../cache/essay-store.ts'
import { revived } from '../cache/kept-essay.ts'
import { type EditedSite, told } from '../cache/unchanged.ts'
import { contextKey } from '../compile-essays.ts'
import { essaySettings } from '../essay-context.ts'
import { firstWait } from '../giving-up.ts'
import { readSoundText } from '../read-sound-text.ts'
import { type AmendedEssay, amendedEssay } from './amend-essay.ts'
import { amendedFiles } from './amend-files.ts'
import { amendedFindings } from './amend-findings.ts'
import { placedEssay } from './amend-pages.ts'
import { changesSince } from './changes-since.ts'
import { emitAmended } from './emit-amended.ts'
import { readShared } from './read-shared.ts'
import { mergedSince, writeSince } from './since.ts'
import { openBook, type SiteBook } from './site-book.ts'

/** Once so many essays were changed since the last whole build, the next one is whole again. */
const mostSince = 64

/**
 * Builds a site again of which nothing has changed but the words of a few essays: their pages, the feeds that they
 * stand in, the search index and the lists of files are made from what the last build has written down of them, and
 * from the files as they stand. Everything else is left alone, and not even read.
 *
 * @returns undefined, with the site as it was, wherever more may have to change
 */
export async function amendSite(
  site: EditedSite,
  options: BuildOptions,
  world: BuildWorld,
): Promise<Omit<BuildResult, 'durationMs'> | undefined> {
  const { cache, engine, output } = world
  const { record } = site
  if (!cache || engine === undefined || options.external) return undefined
  const shared = readShared(site.entries, options, world.source)
  if (!shared) return undefined
  const context = { settings: essaySettings(shared.settings), sharedNotes: shared.sharedNotes }
  const key = contextKey(context)
  const book = openBook(
    cache,
    output.key,
    engine,
    record.written.index,
    (source, known) => known.context === key && known.digest === site.digestBefore(source),
  )
  if (!book || (book.since?.essays.length ?? 0) >= mostSince) return undefined
  const { head } = book
  const essays = essaysOf(site, book, { context, key }, world.source)
  const findings = essays && amendedFindings(record, essays)
  if (!findings) return undefined
  const memory: BuildMemory = { ...emptyMemory(), shelf: storeShelf(cache) }
  const pages = pagesOf(book, context, memory, world.source)
  const { settings } = shared
  const { theme } = await world.loadTheme(settings.theme)
  if (theme?.fingerprint !== head.theme) return undefined
  const files =
    pages && (await amendedFiles({ essays, pages, head, settings, theme, memory }, world))
  if (!files) return undefined
  dropRecord(cache, output.key)
  const emitted = await emitAmended(files, record.written, world, options.signal)
  if (!emitted || 'diagnostics' in emitted) return undefined
  const changes = changesSince({ essays, edited: site.edited, memory, files, emitted, head })
  const now = { ...record, ...findings, written: emitted.files }
  if (writeSince(cache, output.key, engine, mergedSince(book.since, changes)))
    writeRecord(cache, output.key, now)
  const { written, kept, removed } = emitted
  return { ...told(now), written, kept, removed }
}

/** The essays that have changed; undefined where one of them has changed in more than its words. */
function essaysOf(
  { edited }: EditedSite,
  book: SiteBook,
  job: { readonly context: CompileContext; readonly key: string },
  files: SourceFiles,
): readonly AmendedEssay[] | undefined {
  const essays: AmendedEssay[] = []
  for (const file of edited) {
    const entry = book.entry(file.path)
    const source = readSoundText(file, files)
    // A card shows words of the text; a post that is retracted shows another one.
    if (!entry || !source || entry.card !== undefined) return undefined
    const amended = amendedEssay(source, entry, job, firstWait)
    if (!amended) return undefined
    const { kind, date, front } = amended.essay
    if (front.status || (kind === 'post' && !date)) return undefined
    essays.push(amended)
  }
  return essays
}

/** The pages beside the posts, as they were; undefined where one is lost. */
function pagesOf(
  book: SiteBook,
  context: CompileContext,
  memory: BuildMemory,
  files: SourceFiles,
): readonly Page[] | undefined {
  const pages: Page[] = []
  for (const source of book.pages()) {
    const entry = book.entry(source)
    if (!entry) return undefined
    const path = sourcePath(source)
    const late = {
      path,
      get text() {
        return readSoundText({ path }, files)?.text ?? ''
      },
    }
    memory.essays.set(source, entry.known)
    const { essay } = revived(late, entry.known, context, memory)
    if (!essay) return undefined
    pages.push(placedEssay(essay, entry.place))
  }
  return pages
}

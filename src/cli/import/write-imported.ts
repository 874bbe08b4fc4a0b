import { createHash } from 'node:crypto'
import type { ImportedItem, ImportedSettings, ImportProblem } from '../../importers/imported.ts'
import type { OldBlog } from '../../importers/old-blog.ts'
import type { FolderFiles, FoundFile } from '../../io/ports.ts'
import { systemErrorCode, systemErrorSentence } from '../../io/system-error.ts'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import { sourcePath } from '../../model/paths.ts'
import { type SettingsOutcome, writeSettings } from './write-settings.ts'

/** What an import is made of. */
export interface ImportWork {
  readonly items: AsyncIterable<ImportedItem>
  readonly blog: Pick<OldBlog, 'stream'>
  /** The root of the site. */
  readonly target: FolderFiles
  /** A file of the other blog as messages name it. */
  readonly shownSource: (file: string) => string
  readonly signal: AbortSignal
}

/** How many posts, pages and other files. */
export interface ImportCounts {
  post: number
  page: number
  copy: number
}

/** What became of an import. */
export interface Written {
  readonly made: Readonly<ImportCounts>
  /** What was there already, byte for byte. */
  readonly kept: Readonly<ImportCounts>
  readonly settings: SettingsOutcome
  readonly diagnostics: readonly Diagnostic[]
}

type Result = 'made' | 'kept' | Diagnostic

/** Faults after which no other file could be written either. */
const lasting = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'])

/**
 * Writes what an importer brings, item by item. No file is ever overwritten, nothing is written through a
 * link, and nothing but below `content/` and `public/`.
 */
export async function writeImported(work: ImportWork): Promise<Written> {
  const made: ImportCounts = { post: 0, page: 0, copy: 0 }
  const kept: ImportCounts = { post: 0, page: 0, copy: 0 }
  const diagnostics: Diagnostic[] = []
  let settings: ImportedSettings['settings'] = {}
  for await (const item of work.items) {
    if (work.signal.aborted) break
    if (item.kind === 'settings') settings = { ...settings, ...item.settings }
    else if (item.kind === 'problem') diagnostics.push(problemFinding(item, work))
    else {
      const result = await written(item, work)
      if (result === 'made') made[item.kind]++
      else if (result === 'kept') kept[item.kind]++
      else diagnostics.push(result)
      if (typeof result === 'object' && isLasting(result)) break
    }
  }
  const outcome = await writeSettings(settings, work.target)
  return { made, kept, settings: outcome, diagnostics }
}

function problemFinding(problem: ImportProblem, { shownSource }: ImportWork): Diagnostic {
  const { file, place, message, hint, unread } = problem
  const shown = file === '' ? '' : shownSource(file)
  return diagnose(unread ? 'FS602' : 'FS601', { file: shown, place, message, hint })
}

type Item = Exclude<ImportedItem, ImportProblem | ImportedSettings>

async function written(item: Item, work: ImportWork): Promise<Result> {
  const refuse = (message: string, hint?: string): Diagnostic =>
    diagnose('FS603', { file: work.shownSource(originOf(item)), message, hint })
  try {
    if (!/^(?:content|public)\/./.test(sourcePath(item.path)))
      return refuse(`${item.path} lies outside content/ and public/.`)
    const wall = await inTheWay(item.path, work.target)
    if (wall !== undefined)
      return refuse(
        `${item.path} cannot be written: ${wall} is no folder.`,
        `Move ${wall} away, and run the import again.`,
      )
    const body = item.kind === 'copy' ? pieces(item.from, work) : bytesOf(item.text)
    if (await work.target.create(item.path, body)) return 'made'
    if (await isSame(item, work)) return 'kept'
    return refuse(
      `${item.path} exists already and is something else, so ${work.shownSource(item.from)} was not written there.`,
      `Compare the two; to have the imported one, move ${item.path} away and run the import again.`,
    )
  } catch (error) {
    if (error instanceof RangeError) return refuse(`${error.message}.`)
    if (work.signal.aborted) return refuse('The import was stopped.')
    const sentence = systemErrorSentence(error)
    const stops = lasting.has(systemErrorCode(error) ?? '')
    return {
      ...refuse(`${item.path} cannot be written: ${sentence}`),
      ...(stops ? { hint: stopHint } : {}),
    }
  }
}

const stopHint = 'The import ended here. Mend that, and run it again: what was written stays.'

function isLasting({ hint }: Diagnostic): boolean {
  return hint === stopHint
}

/** The path of what an item was made from; a text names a line as well. */
function originOf(item: Item): string {
  return item.kind === 'copy' ? item.from : item.from.replace(/:\d+$/, '')
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

async function* pieces(from: string, { blog, signal }: ImportWork): AsyncGenerator<Uint8Array> {
  for await (const piece of blog.stream(sourcePath(from))) {
    signal.throwIfAborted()
    yield piece
  }
}

/** The nearest thing above a path that is no folder, so that nothing is written through a link. */
async function inTheWay(path: string, target: FolderFiles): Promise<string | undefined> {
  const parts = path.split('/')
  const folders = parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'))
  const found = await target.lookAll(folders)
  return folders.find((_, at) => found[at] !== undefined && found[at]?.kind !== 'folder')
}

async function isSame(item: Item, work: ImportWork): Promise<boolean> {
  const found: FoundFile | undefined = await work.target.look(item.path)
  if (found?.kind !== 'file') return false
  const hash = createHash('sha256')
  if (item.kind === 'copy') for await (const piece of pieces(item.from, work)) hash.update(piece)
  else {
    const bytes = bytesOf(item.text)
    if (bytes.length !== found.bytes) return false
    hash.update(bytes)
  }
  return (await work.target.digest(item.path)).sha256 === hash.digest('hex')
}

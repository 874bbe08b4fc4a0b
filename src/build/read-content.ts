import { forEachBounded } from '../io/bounded.ts'
import type { SourceEntry, SourceFiles } from '../io/ports.ts'
import { isAbsent } from '../io/system-error.ts'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { Source } from '../model/essay.ts'
import { type SourcePath, sourcePath } from '../model/paths.ts'
import { recordPath } from '../model/permalinks.ts'
import { decodeText } from '../syntax/decode.ts'
import { type BuildMemory, forgetOthers } from './cache/build-memory.ts'
import { digest } from './cache/digest.ts'
import { folderForFile, refusedEntry } from './refused-entry.ts'

/** A text of the site with what stands for its bytes. A text that is known by its stamp is read when it is asked for. */
export interface ContentSource extends Source {
  readonly digest: string
}

/** Everything that authors have put into the site's folder, read but not yet understood. */
export interface Content {
  /** Posts and pages. */
  readonly essays: readonly ContentSource[]
  /** Files of notes that all posts share. */
  readonly notes: readonly ContentSource[]
  /** `content/site.yaml`; undefined where there is none. */
  readonly settings: ContentSource | undefined
  /** `content/permalinks.json`; undefined where there is none, or it cannot be read. */
  readonly permalinks: ContentSource | undefined
  /** Everything below `content/` by path, Markdown and pictures alike. */
  readonly entries: ReadonlyMap<string, SourceEntry>
  /** Every entry that was found below `content/` and `public/`, whatever becomes of it. */
  readonly listed: readonly SourceEntry[]
  /** Everything below `public/`. */
  readonly publicFiles: readonly SourceEntry[]
  readonly publicPaths: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
  /** Files that cannot be read, or are refused; each has its findings in `diagnostics`. */
  readonly unreadable: readonly SourcePath[]
}

/** A post of this many bytes is not read to its end; the limit on text is checked later, in words. */
const mostBytes = 2 * 1024 * 1024 + 4

/** Where the settings of a site lie. */
export const settingsPath = sourcePath('content/site.yaml')

/**
 * Reads the texts of a site. Nothing that is no regular file is ever opened.
 *
 * @param known texts of an earlier build; brought up to date
 */
export async function readContent(
  files: SourceFiles,
  known: BuildMemory['texts'] = new Map(),
): Promise<Content> {
  const [content, publicEntries] = await Promise.all([files.list('content'), files.list('public')])
  const diagnostics: Diagnostic[] = []
  const refused: SourcePath[] = []
  const regular = (entries: readonly SourceEntry[]): SourceEntry[] =>
    entries.filter((entry) => {
      const finding = isHidden(entry.path) ? undefined : refusedEntry(entry)
      if (finding) {
        diagnostics.push(finding)
        refused.push(entry.path)
      }
      return entry.kind === 'file'
    })
  const entries = regular(content).filter((entry) => !isHidden(entry.path))
  const publicFiles = regular(publicEntries).filter(({ path }) => path !== 'public')
  const read = new Map<string, ContentSource | undefined>()
  const hold = entries.length <= mostHeld
  await forEachBounded(entries.filter(isText), async (entry) => {
    const { source, found } =
      unread(files, entry, known, hold) ?? (await readText(files, entry, known, hold))
    read.set(entry.path, source)
    diagnostics.push(...found)
  })
  for (const path of await foldersForFiles(files, content)) {
    diagnostics.push(folderForFile(path))
    refused.push(path)
  }
  forgetOthers(known, read)
  const texts = entries.flatMap((entry) => read.get(entry.path) ?? [])
  const lost = entries.flatMap(({ path }) => (read.has(path) && !read.get(path) ? [path] : []))
  return {
    essays: texts.filter(({ path }) => isEssayText(path)),
    notes: texts.filter(({ path }) => path.startsWith('content/notes/')),
    settings: texts.find(({ path }) => path === settingsPath),
    permalinks: texts.find(({ path }) => path === recordPath),
    entries: new Map(entries.map((entry) => [entry.path, entry])),
    listed: [...content, ...publicEntries],
    publicFiles,
    publicPaths: new Set(publicFiles.map((entry) => entry.path)),
    diagnostics,
    // The record is no part of the site: one that cannot be read is an error, and the site is still made.
    unreadable: [...refused, ...lost].filter((path) => path !== recordPath),
  }
}

/**
 * Files of a site that are something else.
 *
 * @param listed what was found below `content/`, where no folder is named
 */
export async function foldersForFiles(
  files: SourceFiles,
  listed: readonly SourceEntry[],
): Promise<readonly SourcePath[]> {
  const found: SourcePath[] = []
  for (const path of [settingsPath, recordPath])
    if (!listed.some((entry) => entry.path === path) && (await isThere(files, path)))
      found.push(path)
  return found
}

/** Whether anything lies where no file does. */
async function isThere(files: SourceFiles, path: SourcePath): Promise<boolean> {
  try {
    await files.read(path, 0)
    return true
  } catch (error) {
    return !isAbsent(error)
  }
}

/** True for a file that is read as a text of the site. */
export function isPublicText(entry: SourceEntry): boolean {
  return entry.kind === 'file' && !isHidden(entry.path) && isText(entry)
}

/** True for the path of a text that is a post or a page. */
export function isEssayText(path: string): boolean {
  return /^content\/(?:posts|pages)\/.*\.md$/i.test(path)
}

function isText(entry: SourceEntry): boolean {
  if (entry.path === settingsPath || entry.path === recordPath) return true
  return /^content\/(?:posts|pages|notes)\/.*\.md$/i.test(entry.path)
}

/** Names that begin with `.` or `_` are an author's own: never read, never published. */
function isHidden(path: string): boolean {
  return /(?:^|\/)[._]/.test(path)
}

interface ReadText {
  readonly source: ContentSource | undefined
  readonly found: readonly Diagnostic[]
}

/** Where there are more files, their texts are read again when they are asked for, not held in memory. */
const mostHeld = 2000

/** A text that has not been touched since it was read the last time. */
function unread(
  files: SourceFiles,
  { path, stamp }: SourceEntry,
  known: BuildMemory['texts'],
  hold: boolean,
): ReadText | undefined {
  const text = known.get(path)
  if (!text || stamp === undefined || text.stamp !== stamp) return undefined
  return { source: lateSource(files, path, text.digest, { known, hold }), found: text.found }
}

/** A text that is read when it is asked for. */
function lateSource(
  files: SourceFiles,
  path: SourcePath,
  expected: string,
  { known, hold }: { readonly known: BuildMemory['texts']; readonly hold: boolean },
): ContentSource {
  let seen = expected
  let held: string | undefined
  return {
    path,
    get text() {
      if (held !== undefined) return held
      const bytes = files.readNow(path)
      const text = decodeText(path, bytes).text ?? ''
      seen = digest(bytes)
      // It was saved a moment ago: what its stamp stood for is gone.
      if (seen !== expected) known.delete(path)
      if (hold) held = text
      return text
    },
    get digest() {
      return seen
    },
  }
}

async function readText(
  files: SourceFiles,
  { path, stamp }: SourceEntry,
  known: BuildMemory['texts'],
  hold: boolean,
): Promise<ReadText> {
  known.delete(path)
  try {
    const bytes = await files.read(path, mostBytes)
    const { text, diagnostics } = decodeText(path, bytes)
    if (text === undefined) return { source: undefined, found: diagnostics }
    const sum = digest(bytes)
    if (stamp !== undefined) known.set(path, { stamp, digest: sum, found: diagnostics })
    const source = hold
      ? { path, text, digest: sum }
      : lateSource(files, path, sum, { known, hold })
    return { source, found: diagnostics }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      source: undefined,
      found: [
        diagnose('FS304', {
          message: `This file cannot be read: ${reason}`,
          file: path,
          hint: 'Check that it still exists and that you may read it.',
        }),
      ],
    }
  }
}

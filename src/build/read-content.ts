import { forEachBounded } from '../io/bounded.ts'
import type { SourceEntry, SourceFiles } from '../io/ports.ts'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { Source } from '../model/essay.ts'
import type { SourcePath } from '../model/paths.ts'
import { decodeText } from '../syntax/decode.ts'

/** Everything that authors have put into the site's folder, read but not yet understood. */
export interface Content {
  /** Posts and pages. */
  readonly essays: readonly Source[]
  /** Files of notes that all posts share. */
  readonly notes: readonly Source[]
  /** `content/site.yaml`; undefined where there is none. */
  readonly settings: Source | undefined
  /** Everything below `content/` by path, Markdown and pictures alike. */
  readonly entries: ReadonlyMap<string, SourceEntry>
  /** Everything below `public/`. */
  readonly publicFiles: readonly SourceEntry[]
  readonly publicPaths: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
  /** Files that cannot be read, or are refused; each has its findings in `diagnostics`. */
  readonly unreadable: readonly SourcePath[]
}

/** A post of this many bytes is not read to its end; the limit on text is checked later, in words. */
const mostBytes = 2 * 1024 * 1024 + 4

const settingsPath = 'content/site.yaml'

/** Reads the texts of a site. Nothing that is no regular file is ever opened. */
export async function readContent(files: SourceFiles): Promise<Content> {
  const [content, publicEntries] = await Promise.all([files.list('content'), files.list('public')])
  const diagnostics: Diagnostic[] = []
  const refused: SourcePath[] = []
  const regular = (entries: readonly SourceEntry[]): SourceEntry[] =>
    entries.filter((entry) => {
      const finding = isHidden(entry.path) ? undefined : refusal(entry)
      if (finding) {
        diagnostics.push(finding)
        refused.push(entry.path)
      }
      return entry.kind === 'file'
    })
  const entries = regular(content).filter((entry) => !isHidden(entry.path))
  const publicFiles = regular(publicEntries)
  const read = new Map<SourcePath, Source | undefined>()
  await forEachBounded(entries.filter(isText), async (entry) => {
    const { source, found } = await readText(files, entry.path)
    read.set(entry.path, source)
    diagnostics.push(...found)
  })
  const texts = entries.flatMap((entry) => read.get(entry.path) ?? [])
  return {
    essays: texts.filter(({ path }) => /^content\/(?:posts|pages)\/.*\.md$/i.test(path)),
    notes: texts.filter(({ path }) => path.startsWith('content/notes/')),
    settings: texts.find(({ path }) => path === settingsPath),
    entries: new Map(entries.map((entry) => [entry.path, entry])),
    publicFiles,
    publicPaths: new Set(publicFiles.map((entry) => entry.path)),
    diagnostics,
    unreadable: [...refused, ...[...read].filter(([, source]) => !source).map(([path]) => path)],
  }
}

function isText(entry: SourceEntry): boolean {
  return entry.path === settingsPath || /^content\/(?:posts|pages|notes)\/.*\.md$/i.test(entry.path)
}

/** Names that begin with `.` or `_` are an author's own: never read, never published. */
function isHidden(path: string): boolean {
  return /(?:^|\/)[._]/.test(path)
}

async function readText(
  files: SourceFiles,
  path: SourcePath,
): Promise<{ source: Source | undefined; found: readonly Diagnostic[] }> {
  try {
    const { text, diagnostics } = decodeText(path, await files.read(path, mostBytes))
    return { source: text === undefined ? undefined : { path, text }, found: diagnostics }
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

/** Says why an entry is not opened at all. */
function refusal(entry: SourceEntry): Diagnostic | undefined {
  if (entry.kind === 'file') return undefined
  const { code, message, hint } = refusals[entry.kind]
  const reason = entry.reason === undefined ? '' : ` (${entry.reason})`
  return diagnose(code, { message: `${message}${reason}.`, file: entry.path, hint })
}

const refusals = {
  link: {
    code: 'FS301',
    message: 'This link is not followed',
    hint: 'Put a copy of the file here instead of the link.',
  },
  special: {
    code: 'FS302',
    message: 'This is no regular file but a pipe, a socket or a device, so it is not opened',
    hint: 'Take it away.',
  },
  unnamed: {
    code: 'FS303',
    message: 'The name of this file is not valid UTF-8, or has a back slash in it',
    hint: 'Rename the file.',
  },
  unreadable: {
    code: 'FS304',
    message: 'This file cannot be read',
    hint: 'Check that you may read it.',
  },
} as const

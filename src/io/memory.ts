import { sourcePath } from '../model/paths.ts'
import { type MemoryFolder, memoryFolder, systemError } from './memory-folder.ts'
import type { OutputFiles, Processes, Refusal, SourceEntry, SourceFiles } from './ports.ts'

/** What a memory source tells of its files beyond their bytes. */
export interface MemorySourceFacts {
  /** Day of the first commit by path, `YYYY-MM-DD`. */
  readonly firstCommitted?: Readonly<Record<string, string>> | undefined
  /** Milliseconds since 1970 by path; 0 for the others. */
  readonly modified?: Readonly<Record<string, number>> | undefined
  /** What changes with a file by path; the others have no stamp. */
  readonly stamps?: Readonly<Record<string, string>> | undefined
  /** Entries that are no plain files. */
  readonly others?: readonly SourceEntry[] | undefined
}

/** A site's folder in memory. @param files text or bytes by path relative to the root */
export function memorySource(
  files: Readonly<Record<string, string | Uint8Array>>,
  { firstCommitted = {}, modified = {}, stamps = {}, others = [] }: MemorySourceFacts = {},
): SourceFiles {
  const bytesOf = (path: string): Uint8Array => {
    const body = Object.hasOwn(files, path) ? files[path] : undefined
    if (body === undefined) throw systemError('ENOENT', path)
    return typeof body === 'string' ? new TextEncoder().encode(body) : body
  }
  return {
    list: async (folder) => {
      const inFolder = (path: string) => folder === '' || path.startsWith(`${folder}/`)
      const entries = Object.keys(files)
        .filter(inFolder)
        .map((path): SourceEntry => {
          const bytes = bytesOf(path).length
          return {
            path: sourcePath(path),
            kind: 'file',
            bytes,
            modified: modified[path] ?? 0,
            stamp: stamps[path],
          }
        })
      const rest = others.filter(({ path }) => inFolder(path))
      return [...entries, ...rest].sort((a, b) => (a.path < b.path ? -1 : 1))
    },
    read: async (path, limit) => bytesOf(path).slice(0, limit),
    readNow: bytesOf,
    stream: async function* (path) {
      yield bytesOf(path)
    },
    firstCommitted: async (path) => firstCommitted[path],
  }
}

/** A site's output folder in memory, with what is in it to look at. */
export interface MemoryOutput extends OutputFiles {
  readonly site: MemoryFolder
  readonly state: MemoryFolder
  readonly stage: MemoryFolder
  /** The files of the site by path. */
  readonly files: Map<string, Uint8Array>
  /** One file of the site as text; undefined where there is none. */
  readonly text: (path: string) => string | undefined
}

/** An output folder in memory. @param refusal why it must not be written to */
export function memoryOutput(refusal?: Refusal): MemoryOutput {
  const [site, state, stage] = [memoryFolder(), memoryFolder(), memoryFolder()]
  return {
    name: 'dist',
    key: 'memory',
    site,
    state,
    home: () => 'memory',
    stage,
    files: site.files,
    text: (path) => {
      const bytes = site.files.get(path)
      return bytes && new TextDecoder().decode(bytes)
    },
    publish: (staged, path) => move(stage, staged, site, path),
    keep: async (path, staged) => {
      await stage.write(staged, await site.read(path))
    },
    withdraw: (path, staged) => move(site, path, stage, staged),
    refusal: async () => refusal,
    processes: memoryProcesses(),
  }
}

async function move(
  from: MemoryFolder,
  path: string,
  to: MemoryFolder,
  target: string,
): Promise<void> {
  const bytes = await from.read(path)
  await to.write(target, bytes)
  from.files.delete(path)
}

/** A machine with one process, whose clock goes on only while something waits. */
function memoryProcesses(): Processes {
  let now = 0
  return {
    self: async () => ({ pid: 1, host: 'memory' }),
    alive: async () => true,
    now: () => now,
    wait: async (milliseconds) => {
      now += milliseconds
    },
  }
}

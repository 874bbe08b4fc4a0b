import type { SourcePath } from '../model/paths.ts'

/** What lies at a path of the site's folder, found without following links that leave it. */
export interface SourceEntry {
  /** Bytes of a name that are no UTF-8, and back slashes, are shown as `<0xFF>`. */
  readonly path: SourcePath
  /**
   * `link` where a link leaves the root, leads to a hidden file or loops, `special` for FIFOs, sockets
   * and devices, `unnamed` where the name is not valid UTF-8 or has a back slash in it, `unreadable`
   * where the system refused. Only a `file` may be read.
   */
  readonly kind: 'file' | 'link' | 'special' | 'unnamed' | 'unreadable'
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly modified: number
  /** Changes whenever the file is written to or replaced; absent where that cannot be told without reading it. */
  readonly stamp?: string | undefined
  /** Why the entry is no plain file, in words: `it leads to /etc/passwd`. */
  readonly reason?: string | undefined
}

/** The site's folder, read only. */
export interface SourceFiles {
  /**
   * Every entry below a folder (`''` is the root), hidden ones too, sorted by path in code unit order; empty where the
   * folder does not exist. Where it is no folder, what it is instead is the one entry.
   */
  readonly list: (folder: string) => Promise<readonly SourceEntry[]>
  /** The bytes of one file; with `limit` at most so many from its start. @throws the system's error */
  readonly read: (path: SourcePath, limit?: number) => Promise<Uint8Array>
  /** The bytes of one file, at once: for what is rarely needed, where waiting would turn everything around it inside out. @throws the system's error */
  readonly readNow: (path: SourcePath) => Uint8Array
  /** The bytes of one file, a piece at a time. @throws the system's error */
  readonly stream: (path: SourcePath) => AsyncIterable<Uint8Array>
  /** The day of a file's first commit, `YYYY-MM-DD`, where git knows it. */
  readonly firstCommitted: (path: SourcePath) => Promise<string | undefined>
}

/** The time that "now" means for drafts and scheduled posts. Never printed into a page. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** What the bytes of a file come to. */
export interface FileDigest {
  /** Lower case hexadecimal. */
  readonly sha256: string
  readonly bytes: number
}

/** What lies at a path of a folder that is written to; links are not followed. */
export interface FoundFile {
  readonly kind: 'file' | 'folder' | 'link' | 'special'
  readonly bytes: number
  /** Changes whenever the file is written to or replaced. */
  readonly stamp: string
}

/** A folder that is written to. Paths are POSIX and relative to it; `''` is the folder itself. All functions throw the system's error. */
export interface FolderFiles {
  /** Undefined where nothing lies there. */
  readonly look: (path: string) => Promise<FoundFile | undefined>
  /** The same for many paths, in their order; far quicker than one by one. */
  readonly lookAll: (paths: readonly string[]) => Promise<readonly (FoundFile | undefined)[]>
  /** The names in a folder, sorted; empty where there is no such folder. */
  readonly list: (path: string) => Promise<readonly string[]>
  readonly read: (path: string) => Promise<Uint8Array>
  readonly digest: (path: string) => Promise<FileDigest>
  /** Writes a file that is on the disk when the promise is kept; readable by all, whatever the umask. */
  readonly write: (
    path: string,
    body: Uint8Array | AsyncIterable<Uint8Array>,
  ) => Promise<FileDigest>
  /** Makes a file that must not exist yet; false where it does. */
  readonly create: (path: string, body: Uint8Array | AsyncIterable<Uint8Array>) => Promise<boolean>
  readonly rename: (from: string, to: string) => Promise<void>
  /** Removes a file or a link; nothing happens where there is none. */
  readonly remove: (path: string) => Promise<void>
  /** Removes a folder if it is empty; false where it is not, or is no folder. */
  readonly removeEmptyFolder: (path: string) => Promise<boolean>
  /** Removes a folder with all that is in it. */
  readonly removeTree: (path: string) => Promise<void>
  /** Waits until renames in a folder are on the disk. */
  readonly sync: (path: string) => Promise<void>
}

/**
 * Files that are only a memory: they may be lost, cut short or be those of another program, so whatever
 * is read from them is checked by the reader. Names are flat. Nothing here throws, and nothing waits for the
 * disk.
 */
export interface CacheFiles {
  /** Stands for this cache and no other; undefined where there is none. @param make whether it is to be made if need be */
  readonly home: (make: boolean) => string | undefined
  /** Undefined where there is no such file. */
  readonly read: (name: string) => Uint8Array | undefined
  /** A part of a file; undefined where there is less. */
  readonly readAt: (name: string, start: number, length: number) => Uint8Array | undefined
  /** Replaces a file in one step; false where that cannot be done. */
  readonly replace: (name: string, body: Uint8Array) => boolean
  /** Adds to the end of a file, which is made if need be. @returns where the addition begins; undefined where that cannot be done */
  readonly append: (name: string, body: Uint8Array) => number | undefined
  readonly remove: (name: string) => void
}

/** Room on the disk, as long as the program runs, for what is too much to be held in memory. */
export interface Spool {
  /**
   * @returns gives the bytes back, which are good until others are asked for, or throws the system's error; undefined
   * where there is no room for them
   */
  readonly keep: (bytes: Uint8Array) => (() => Uint8Array) | undefined
}

/** Makes pictures of other sizes and formats. All functions throw where the bytes are no whole picture. */
export interface PictureEncoder {
  /** Tells it, and its version, from others: they may make other bytes. */
  readonly name: string
  readonly inspect: (bytes: Uint8Array) => Promise<{
    /** `jpeg`, `png`, `gif` … */
    readonly format: string
    /** As it is to be seen, turned as its Exif says. */
    readonly width: number
    readonly height: number
    readonly frames: number
  }>
  readonly encode: (
    bytes: Uint8Array,
    file: { readonly format: 'avif' | 'webp' | 'jpeg' | 'png'; readonly width: number },
  ) => Promise<Uint8Array>
}

/** What asking an address came to. */
export type NetworkAnswer =
  | {
      readonly status: number
      /** Where a redirect leads, as the server wrote it. */
      readonly location?: string | undefined
      /** Only of a `robots.txt`. */
      readonly text?: string | undefined
    }
  | {
      readonly failure: {
        readonly kind: 'no-host' | 'certificate' | 'other'
        /** Ends a sentence. */
        readonly message: string
      }
    }

/** Other sites. Nothing here throws. */
export interface Network {
  readonly request: (url: string, method: 'HEAD' | 'GET') => Promise<NetworkAnswer>
  readonly wait: (milliseconds: number) => Promise<void>
}

/** A process that may hold a lock. */
export interface ProcessOwner {
  readonly pid: number
  readonly host: string
  /** Tells a process from a later one with the same number, where the system can. */
  readonly started?: string | undefined
}

/** What waiting for a lock needs of the world. */
export interface Processes {
  readonly self: () => Promise<ProcessOwner>
  /** False only where the process is known to be gone. */
  readonly alive: (owner: ProcessOwner) => Promise<boolean>
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<void>
}

/** A reason not to write at all. */
export interface Refusal {
  readonly message: string
  readonly hint?: string | undefined
}

/** Where a site is written, with the place beside it where files wait until they are whole. */
export interface OutputFiles {
  /** The folder as messages name it: `dist`. */
  readonly name: string
  /** Names this output folder among those of one root, in names of files in `state`. */
  readonly key: string
  readonly site: FolderFiles
  /** `<root>/.ibid/`: lock, journal, index. */
  readonly state: FolderFiles
  /** Stands for that folder and no other; undefined where there is none. */
  readonly home: () => string | undefined
  /** Files that are not yet, or no longer, part of the site; on the same disk as it. Flat. */
  readonly stage: FolderFiles
  /** Moves a staged file into the site, over what was there, in one step; makes its folders. */
  readonly publish: (staged: string, path: string) => Promise<void>
  /** Keeps what is at a path of the site under a staged name too. */
  readonly keep: (path: string, staged: string) => Promise<void>
  /** Moves a file of the site to a staged name. */
  readonly withdraw: (path: string, staged: string) => Promise<void>
  /** Why the folder must not be written, seen before any work. */
  readonly refusal: () => Promise<Refusal | undefined>
  readonly processes: Processes
}

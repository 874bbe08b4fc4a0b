import type { CompileContext } from '../../essay/compile.ts'
import type { Essay } from '../../model/essay.ts'
import type { Question } from '../cache/addresses.ts'
import type { KnownEssay, KnownTerms } from '../cache/build-memory.ts'

/** What a thread is started with. */
export interface WorkerTask {
  /** Absolute path of the site's root. */
  readonly root: string
  /** Texts to be read, relative to the root. */
  readonly paths: readonly string[]
  /** Without its parser, which no thread can be handed. */
  readonly context: Omit<CompileContext, 'quick'>
  /** Whether the thread is to load the quicker parser. */
  readonly quick: boolean
  /** Stands for the context. */
  readonly key: string
  /**
   * Shared by all threads: the number of the next text that nobody has taken, then for each thread the
   * number of the text that it is at, plus one; 0 while it is at none.
   */
  readonly progress: Int32Array<SharedArrayBuffer>
  /** Which place in `progress` is the thread's own. */
  readonly place: number
}

/** What became of one text. */
export interface WorkerAnswer {
  readonly number: number
  /** Of the bytes that the thread has read. */
  readonly digest: string
  readonly known: Pick<KnownEssay, 'diagnostics' | 'head' | 'facets' | 'isQuick'>
  /** The essay, where only the whole site can tell how it looks. */
  readonly essay?: Essay | undefined
  /** The open text for the shelf, what it asks of the site, and what rendering it found. */
  readonly text?: Uint8Array | undefined
  readonly questions?: readonly Question[] | undefined
  readonly found?: Essay['diagnostics'] | undefined
  readonly terms?: KnownTerms | undefined
}

import { createHash } from 'node:crypto'
import { bounded } from '../../io/bounded.ts'
import type { PictureEncoder, SourceFiles } from '../../io/ports.ts'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import { outputPathOf, type SourcePath } from '../../model/paths.ts'
import type { OutputFile } from '../../model/site.ts'
import type { KeptPicture, KeptPictures } from './kept-pictures.ts'
import { type MadeFile, type PictureSet, pictureSet } from './picture-set.ts'
import { planPicture, routeOfPicture } from './plan-picture.ts'

/** What making pictures needs. */
export interface PictureWork {
  /** Asked for only where a picture is to be made; absent where one that is not kept is to stay as it is. */
  readonly encoder: (() => Promise<PictureEncoder | undefined>) | undefined
  readonly kept: KeptPictures
  readonly files: SourceFiles
  readonly stampOf: (source: SourcePath) => string | undefined
  /** Pictures that are made at the same time. */
  readonly jobs: number
  readonly signal?: AbortSignal | undefined
}

/** Pictures in the sizes and formats that pages offer. */
export interface MadePictures {
  /** Undefined for a picture that is published as it is. */
  readonly of: (source: SourcePath) => PictureSet | undefined
  readonly files: readonly OutputFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Makes what is not kept of some pictures. A file that cannot be read as a picture is told of, and published as it is.
 *
 * @returns undefined where there is nothing to make pictures with
 */
export async function makePictures(
  sources: readonly SourcePath[],
  work: PictureWork,
): Promise<MadePictures | undefined> {
  const run = bounded(work.jobs)
  const known = new Map<SourcePath, KeptPicture>()
  let unmade = false
  await Promise.all(
    sources.map((source) =>
      run(async () => {
        if (unmade || work.signal?.aborted) return
        const picture = await pictureOf(source, work)
        if (picture) known.set(source, picture)
        else unmade = work.encoder !== undefined
      }),
    ),
  )
  if (unmade) return undefined
  if (work.encoder) work.kept.save(new Set<string>(sources))
  const sets = new Map(
    [...known].flatMap(([source, { made }]) => {
      const set = pictureSet(made)
      return set ? [[source, set] as const] : []
    }),
  )
  return {
    of: (source) => sets.get(source),
    files: onceEach([...sets].flatMap(([source, set]) => filesOf(source, set, work.kept))),
    diagnostics: [...known].flatMap(([source, { problem }]) =>
      problem === undefined ? [] : [unreadable(source, problem)],
    ),
  }
}

/** Undefined where the picture is to be made and there is nothing to make it with. */
async function pictureOf(source: SourcePath, work: PictureWork): Promise<KeptPicture | undefined> {
  const { kept, files, stampOf } = work
  const stamp = stampOf(source)
  const before = kept.known(source)
  if (before && stamp !== undefined && before.stamp === stamp && before.made.every(kept.has))
    return before
  const bytes = await files.read(source)
  const digest = createHash('sha256').update(bytes).digest('hex')
  const same = before?.digest === digest && before.made.every(kept.has)
  const made = same ? before : await make(source, bytes, digest, work)
  if (!made) return undefined
  const picture: KeptPicture = { ...made, stamp, digest }
  kept.keep(source, picture)
  return picture
}

async function make(
  source: SourcePath,
  bytes: Uint8Array,
  digest: string,
  { encoder, kept }: PictureWork,
): Promise<Pick<KeptPicture, 'made' | 'problem'> | undefined> {
  const maker = await encoder?.()
  if (!maker) return undefined
  const made: MadeFile[] = []
  try {
    for (const planned of planPicture(await maker.inspect(bytes))) {
      const body = await maker.encode(bytes, planned)
      const file: MadeFile = {
        ...planned,
        route: routeOfPicture(source, digest, planned),
        sha256: createHash('sha256').update(body).digest('hex'),
        bytes: body.length,
      }
      kept.store(file, body)
      made.push(file)
    }
    return { made }
  } catch (error) {
    return { made: [], problem: error instanceof Error ? error.message : String(error) }
  }
}

function filesOf(
  source: SourcePath,
  { fallback, sources }: PictureSet,
  kept: KeptPictures,
): readonly OutputFile[] {
  return [fallback, ...sources.flatMap(({ files }) => files)].map((file) => ({
    path: outputPathOf(file.route),
    body: { sha256: file.sha256, bytes: file.bytes, make: () => kept.bytes(file) },
    stage: 'asset',
    origin: source,
  }))
}

/** Pictures of one name and content are one file, wherever they lie. */
function onceEach(files: readonly OutputFile[]): readonly OutputFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()]
}

function unreadable(source: SourcePath, problem: string): Diagnostic {
  const [first = ''] = problem.split('\n')
  return diagnose('IM105', {
    message: `This picture cannot be read to its end: ${first}. It is published as it is.`,
    file: source,
    hint: 'Open it in a program for pictures and save it again.',
  })
}

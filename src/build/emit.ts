import { forEachBounded } from '../io/bounded.ts'
import type { FileDigest, FoundFile, OutputFiles, SourceFiles } from '../io/ports.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { OutputPath } from '../model/paths.ts'
import { findBlockers } from './blockers.ts'
import { blocked, refusedFolder } from './emit-findings.ts'
import { redirectsOf } from './host-files.ts'
import type { Step } from './journal.ts'
import {
  manifestPath,
  printManifest,
  printSums,
  readManifest,
  type SiteFiles,
  type SiteRedirects,
  sumsPath,
} from './manifest.ts'
import type { OutputPlan } from './plan.ts'
import { type StagedFile, type StageInputs, stageFile } from './stage-file.ts'
import { clearStage, recover, swap } from './swap.ts'
import { underLock } from './under-lock.ts'
import { readIndex, type WrittenFile, type WrittenIndex, writeIndex } from './written-index.ts'

/** What became of the files of a site; or why the site that stood there still stands as it was. */
export type Emitted =
  | {
      readonly done: true
      /** Files written, files left as they were, and files of the old site removed. */
      readonly written: number
      readonly kept: number
      readonly removed: number
      /** Size of the whole site. */
      readonly bytes: number
      /** Of every file, the two lists of files among them. */
      readonly digests: ReadonlyMap<OutputPath, FileDigest>
    }
  | {
      readonly done: false
      /** Empty where the build was interrupted. */
      readonly diagnostics: readonly Diagnostic[]
    }

/** How a site is written. */
export interface EmitOptions {
  /** Stops the work as long as nothing of the site has been changed. */
  readonly signal?: AbortSignal | undefined
  /** Reads every file that may be the same anew, whatever the index of the last build says; false by default. */
  readonly distrust?: boolean | undefined
}

/** The order in which files are put in place: nothing is there before what it links to. */
const stages: readonly Extract<Step, { do: 'put' }>['stage'][] = [
  'asset',
  'page',
  'list',
  'feed',
  'host',
  'manifest',
]

/**
 * Says, before any work, why the output folder must not be or cannot be written to.
 *
 * @returns empty where all is well
 */
export async function inspectOutput(output: OutputFiles): Promise<readonly Diagnostic[]> {
  const refusal = await output.refusal()
  return refusal ? [refusedFolder(refusal)] : []
}

/**
 * Brings what a build that was stopped has begun to its end, and nothing else; for a build that may fail
 * before it comes to writing.
 */
export async function recoverOutput(
  output: OutputFiles,
  signal?: AbortSignal,
): Promise<readonly Diagnostic[]> {
  const result = await underLock(output, signal, () => recover(output))
  return 'diagnostics' in result ? result.diagnostics : []
}

/**
 * Makes the output folder hold exactly the planned files, `site-manifest.json` and `SHA256SUMS`, beside
 * whatever Ibid did not write. All or nothing, also when the machine stops: files are staged whole, then
 * put in place one by one, each in one step; a journal lets the next build finish. Files with the same
 * bytes are not touched.
 *
 */
export async function emit(
  plan: OutputPlan,
  output: OutputFiles,
  source: SourceFiles,
  options: EmitOptions = {},
): Promise<Emitted> {
  const refused = await inspectOutput(output)
  if (refused.length > 0) return { done: false, diagnostics: refused }
  const result = await underLock(output, options.signal, () => write(plan, output, source, options))
  return 'diagnostics' in result ? { done: false, diagnostics: result.diagnostics } : result.value
}

async function write(
  plan: OutputPlan,
  output: OutputFiles,
  source: SourceFiles,
  { signal, distrust = false }: EmitOptions,
): Promise<Emitted> {
  await recover(output)
  const old = await readManifest(output.site)
  const index: WrittenIndex = distrust ? new Map() : await readIndex(output)
  const inputs = { output, source, index }
  const found = await lookAt([...plan.keys()], output)
  const staged = await stageAll(plan, found, inputs, signal)
  const stale = await staleFiles(plan, old, output)
  const wanted = staged.filter(({ step }) => step !== undefined).map(({ path }) => path)
  const blockers = await findBlockers(output.site, wanted, found, stale)
  if (blockers.foreign.length > 0) {
    await clearStage(output)
    return { done: false, diagnostics: blocked(output, blockers.foreign) }
  }
  const last = await stageLists(staged, redirectsOf(plan), inputs)
  const files = [...staged, ...last]
  const removals = [...stale].map(
    (path, i): Step => ({ do: 'remove', path, kept: `old-${files.length + i}` }),
  )
  const early = removals.filter(
    ({ path }) => blockers.files.has(path) || isBelow(path, blockers.folders),
  )
  const late = removals.filter((step) => !early.includes(step))
  const clears = blockers.folders.map((path): Step => ({ do: 'clear', path }))
  const puts = files.flatMap(({ step }) => step ?? [])
  const steps = [...early, ...clears, ...inOrder(puts), ...late]
  signal?.throwIfAborted()
  if (steps.length > 0) await swap(output, { steps })
  await remember(files, output, index)
  return tally(files, removals.length)
}

/** What lies at some paths of the site; nothing of a path where nothing does. */
export async function lookAt(
  paths: readonly OutputPath[],
  output: OutputFiles,
): Promise<ReadonlyMap<OutputPath, FoundFile>> {
  const found = await output.site.lookAll(paths)
  return new Map(paths.flatMap((path, i) => (found[i] ? [[path, found[i]]] : [])))
}

async function stageAll(
  plan: OutputPlan,
  found: ReadonlyMap<OutputPath, FoundFile>,
  inputs: StageInputs,
  signal: AbortSignal | undefined,
): Promise<readonly StagedFile[]> {
  const staged: StagedFile[] = []
  await forEachBounded([...plan.values()].entries(), async ([i, file]) => {
    signal?.throwIfAborted()
    staged[i] = await stageFile(file, found.get(file.path), i, inputs)
  })
  return staged
}

/** Files of the old site that the new one lacks and that are still there; what is a folder by now is none of them. */
async function staleFiles(
  plan: OutputPlan,
  old: SiteFiles,
  output: OutputFiles,
): Promise<ReadonlySet<OutputPath>> {
  const lost = [...old.keys()].filter(
    (path) => !plan.has(path) && path !== manifestPath && path !== sumsPath,
  )
  const found = await output.site.lookAll(lost)
  const stale = lost.filter((_, i) => found[i] && found[i].kind !== 'folder')
  return new Set(stale.sort())
}

/** The two lists of files, made once every digest is known. */
export async function stageLists(
  files: readonly Pick<StagedFile, 'path' | 'digest'>[],
  redirects: SiteRedirects,
  inputs: StageInputs,
): Promise<readonly StagedFile[]> {
  const digests = new Map(files.map(({ path, digest }) => [path, digest]))
  const found = await lookAt([manifestPath, sumsPath], inputs.output)
  const stage = (path: OutputPath, body: string, role: 'manifest' | 'host', number: number) =>
    stageFile({ path, body, stage: role }, found.get(path), number, inputs)
  const listed = printManifest(digests, redirects)
  const manifest = await stage(manifestPath, listed, 'manifest', files.length)
  const sums = printSums(new Map([...digests, [manifestPath, manifest.digest]]))
  return [await stage(sumsPath, sums, 'host', files.length + 1), manifest]
}

/**
 * What is new comes before what takes the place of something, whatever its stage: nothing leads to it yet, while
 * a page that is replaced may at once lead to a new post, or to the page of a new tag.
 */
export function inOrder(steps: readonly Step[]): readonly Step[] {
  const place = (step: Step) => {
    if (step.do !== 'put') return 0
    const first = step.kept === undefined && step.stage !== 'host' && step.stage !== 'manifest'
    return stages.indexOf(step.stage) + (first ? 0 : stages.length)
  }
  return [...steps].sort((a, b) => place(a) - place(b))
}

function isBelow(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(`${folder}/`))
}

async function remember(
  files: readonly StagedFile[],
  output: OutputFiles,
  before: WrittenIndex,
): Promise<void> {
  const index = new Map<string, WrittenFile>()
  let changed = before.size !== files.length
  const written = files.filter((file) => file.stamp === undefined).map(({ path }) => path)
  const found = await lookAt(written, output)
  for (const { path, digest, from, stamp = found.get(path)?.stamp } of files) {
    if (stamp === undefined) continue
    const known = before.get(path)
    if (known?.stamp !== stamp || known.from !== from) changed = true
    index.set(path, { ...digest, stamp, from })
  }
  if (changed) await writeIndex(output, index)
}

function tally(files: readonly StagedFile[], removed: number): Emitted {
  const written = files.filter(({ step }) => step !== undefined).length
  const bytes = files.reduce((sum, { digest }) => sum + digest.bytes, 0)
  const digests = new Map(files.map(({ path, digest }) => [path, digest]))
  return { done: true, written, kept: files.length - written, removed, bytes, digests }
}

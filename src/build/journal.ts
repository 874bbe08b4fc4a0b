import type { OutputFiles } from '../io/ports.ts'
import { type OutputPath, outputPath } from '../model/paths.ts'
import type { OutputStage } from '../model/site.ts'

/** One change of the site that stands. Doing a step twice is the same as doing it once. */
export type Step =
  | {
      readonly do: 'put'
      readonly path: OutputPath
      /** Name in the stage of the file to put there. */
      readonly staged: string
      /** Name in the stage under which what stood there is kept; absent where nothing did. */
      readonly kept?: string | undefined
      /** The manifest, the last of all, has a stage of its own. */
      readonly stage: OutputStage | 'manifest'
    }
  | { readonly do: 'remove'; readonly path: OutputPath; readonly kept: string }
  /** Takes away a tree of empty folders where a file is to be put. */
  | { readonly do: 'clear'; readonly path: OutputPath }

/** All steps from the site that stands to the new one. While a journal exists, every file of the new site is whole, staged or put. */
export interface Journal {
  readonly steps: readonly Step[]
}

/** Which way the steps are to go: on to the new site, or back to the old one. It is in the journal's name, since renaming needs no room on a full disk. */
export type Direction = 'forward' | 'back'

const version = 1

function nameOf(output: OutputFiles, direction: Direction): string {
  return `${direction === 'forward' ? 'journal' : 'rollback'}-${output.key}.json`
}

function draftOf(output: OutputFiles): string {
  return `draft-${output.key}.json`
}

/** Takes away a journal that never came to count. */
export async function discardDraft(output: OutputFiles): Promise<void> {
  await output.state.remove(draftOf(output))
}

/** From here on the new site will come about, even if the machine stops. The lock is held, so its folder is there. */
export async function commitJournal(output: OutputFiles, journal: Journal): Promise<void> {
  const text = JSON.stringify({ version, home: output.home(), ...journal })
  const draft = draftOf(output)
  await output.state.write(draft, new TextEncoder().encode(text))
  await output.stage.sync('')
  await output.state.rename(draft, nameOf(output, 'forward'))
  await output.state.sync('')
}

/** From here on the old site will come back. */
export async function turnBack(output: OutputFiles): Promise<void> {
  await output.state.rename(nameOf(output, 'forward'), nameOf(output, 'back'))
  await output.state.sync('')
}

/**
 * The site is whole, the new or the old one. Once the journal is gone nothing can fail any more: at worst
 * it comes back with the power, and its steps are done once more.
 */
export async function closeJournal(output: OutputFiles, direction: Direction): Promise<void> {
  await output.state.remove(nameOf(output, direction))
  await output.state.sync('').catch(() => undefined)
}

/**
 * The journal that a build which was stopped has left, with its direction.
 *
 * @returns undefined where there is none, none that can be understood, or one that was written elsewhere and came
 *   with the site's folder: it could put anything into the site
 */
export async function readJournal(
  output: OutputFiles,
): Promise<{ readonly journal: Journal; readonly direction: Direction } | undefined> {
  for (const direction of ['back', 'forward'] as const) {
    const journal = await readSteps(output, nameOf(output, direction))
    if (journal) return { journal, direction }
  }
  return undefined
}

async function readSteps({ state, home }: OutputFiles, name: string): Promise<Journal | undefined> {
  if ((await state.look(name))?.kind !== 'file') return undefined
  const text = new TextDecoder().decode(await state.read(name))
  try {
    const data: unknown = JSON.parse(text)
    if (typeof data !== 'object' || data === null || !('steps' in data)) return undefined
    if (!('version' in data) || data.version !== version || !Array.isArray(data.steps))
      return undefined
    if (!('home' in data) || data.home !== home()) return undefined
    return { steps: data.steps.map(parseStep) }
  } catch {
    return undefined
  }
}

function parseStep(step: unknown): Step {
  if (typeof step !== 'object' || step === null || !('path' in step) || !('do' in step))
    throw new TypeError('Not a step')
  const path = outputPath(String(step.path))
  const kept = 'kept' in step && step.kept !== undefined ? stagedName(step.kept) : undefined
  if (step.do === 'clear') return { do: 'clear', path }
  if (step.do === 'remove' && kept !== undefined) return { do: 'remove', path, kept }
  if (step.do === 'put' && 'staged' in step)
    return { do: 'put', path, staged: stagedName(step.staged), kept, stage: stageOf(step) }
  throw new TypeError('Not a step')
}

const stages = ['asset', 'page', 'list', 'feed', 'host', 'manifest'] as const

function stageOf(step: object): (typeof stages)[number] {
  const stage = 'stage' in step ? stages.find((name) => name === step.stage) : undefined
  if (!stage) throw new TypeError('Not a step')
  return stage
}

/** Staged names are ours: `new-12`, `old-12`. */
function stagedName(name: unknown): string {
  if (typeof name !== 'string' || !/^(?:new|old)-\d+$/.test(name)) throw new TypeError('Not a name')
  return name
}

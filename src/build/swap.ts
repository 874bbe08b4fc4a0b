import { forEachBounded } from '../io/bounded.ts'
import type { OutputFiles } from '../io/ports.ts'
import type { OutputPath } from '../model/paths.ts'
import {
  closeJournal,
  commitJournal,
  discardDraft,
  type Journal,
  readJournal,
  type Step,
  turnBack,
} from './journal.ts'
import { discardIndexDraft } from './written-index.ts'

/**
 * Turns the site that stands into the new one: every file in one step, none of them ever absent or half
 * there. Where that fails, the old site is put back and the failure is thrown.
 */
export async function swap(output: OutputFiles, journal: Journal): Promise<void> {
  try {
    await commitJournal(output, journal)
  } catch (error) {
    await closeJournal(output, 'forward')
    await discardDraft(output)
    throw error
  }
  try {
    await goForward(output, journal, perform)
    await closeJournal(output, 'forward')
  } catch (error) {
    await turnBack(output)
    await goBack(output, journal)
    await closeJournal(output, 'back')
    throw error
  }
  await clearStage(output)
}

/** Brings to an end what a build that was stopped has begun. Nothing happens where none was. */
export async function recover(output: OutputFiles): Promise<void> {
  const left = await readJournal(output)
  if (left?.direction === 'forward') await goForward(output, left.journal, performAgain)
  if (left?.direction === 'back') await goBack(output, left.journal)
  await closeJournal(output, 'back')
  await closeJournal(output, 'forward')
  await discardDraft(output)
  await discardIndexDraft(output)
  await clearStage(output)
}

/** Takes away all that is staged, unless a journal needs it. What cannot be taken away is left to the next build. */
export async function clearStage(output: OutputFiles): Promise<void> {
  if (await readJournal(output)) return
  await output.stage.removeTree('').catch(() => undefined)
}

type Perform = (output: OutputFiles, step: Step) => Promise<void>

async function goForward(output: OutputFiles, { steps }: Journal, work: Perform): Promise<void> {
  for (const group of groupsOf(steps)) await forEachBounded(group, (step) => work(output, step))
  await settle(output, steps)
}

/** Steps that may be done at the same time: puts of one stage, of new files or of others. */
function* groupsOf(steps: readonly Step[]): Generator<readonly Step[]> {
  let group: Step[] = []
  for (const step of steps) {
    const first = group[0]
    if (first && !belongTogether(first, step)) {
      yield group
      group = []
    }
    group.push(step)
  }
  if (group.length > 0) yield group
}

function belongTogether(one: Step, two: Step): boolean {
  if (one.do !== 'put' || two.do !== 'put') return false
  return one.stage === two.stage && (one.kept === undefined) === (two.kept === undefined)
}

async function perform(output: OutputFiles, step: Step): Promise<void> {
  if (step.do === 'clear') return clearFolders(output, step.path)
  if (step.do === 'remove') return output.withdraw(step.path, step.kept)
  if (step.kept !== undefined) await output.keep(step.path, step.kept)
  await output.publish(step.staged, step.path)
}

/** A step of a build that was stopped: perhaps it is done already. */
async function performAgain(output: OutputFiles, step: Step): Promise<void> {
  if (step.do === 'clear') return clearFolders(output, step.path)
  if (step.do === 'put') {
    if (await output.stage.look(step.staged)) await output.publish(step.staged, step.path)
    return
  }
  const there = await output.site.look(step.path)
  if (there && there.kind !== 'folder') await output.withdraw(step.path, step.kept)
}

/** Undoes what was done of the steps, the last first; what was not done is seen from what is staged. One that fails does not keep the others. */
async function goBack(output: OutputFiles, { steps }: Journal): Promise<void> {
  const failures: unknown[] = []
  for (const step of [...steps].reverse()) {
    try {
      await undo(output, step)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  await settle(output, steps)
}

async function undo(output: OutputFiles, step: Step): Promise<void> {
  if (step.do === 'clear') return
  const undone = step.do === 'put' && (await output.stage.look(step.staged)) !== undefined
  if (!undone && step.kept !== undefined && (await output.stage.look(step.kept))) {
    await clearFolders(output, step.path)
    await output.publish(step.kept, step.path)
  } else if (step.kept === undefined) {
    if (!undone) await output.site.remove(step.path)
    await removeEmptyAbove(output, step.path)
  }
}

/** Takes away folders that the steps have emptied, and waits until all is on the disk. */
async function settle(output: OutputFiles, steps: readonly Step[]): Promise<void> {
  for (const step of steps) if (step.do === 'remove') await removeEmptyAbove(output, step.path)
  const folders = new Set(steps.flatMap(({ path }) => foldersAbove(path)))
  await forEachBounded([...folders, ''], (folder) => output.site.sync(folder))
}

async function removeEmptyAbove(output: OutputFiles, path: OutputPath): Promise<void> {
  for (const folder of foldersAbove(path))
    if (!(await output.site.removeEmptyFolder(folder))) {
      // A folder that is gone already says nothing of those above it.
      if (await output.site.look(folder)) return
    }
}

/** `a/b/c.html` → `a/b`, `a`. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = []
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
    folders.push(path.slice(0, end))
  return folders
}

/** Removes a folder whose folders are all empty, the deepest first; nothing happens to a file. */
async function clearFolders(output: OutputFiles, path: string): Promise<void> {
  const folders: string[] = []
  const waiting = [path]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ((await output.site.look(next))?.kind !== 'folder') continue
    folders.push(next)
    for (const name of await output.site.list(next)) waiting.push(`${next}/${name}`)
  }
  for (const folder of folders.reverse()) await output.site.removeEmptyFolder(folder)
}

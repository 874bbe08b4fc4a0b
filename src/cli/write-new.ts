import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { nodeFolder } from '../io/node-folder.ts'
import { isAbsent, systemErrorSentence } from '../io/system-error.ts'
import { CommandError, exitCodes } from './call.ts'

/**
 * Writes files that must not exist yet: all of them, or none where one is in the way.
 *
 * @param folder absolute path, made where it does not exist
 * @param files text by path relative to the folder
 * @throws CommandError that lists what is in the way, or says why nothing can be written
 */
export async function writeNew(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  try {
    const taken: string[] = []
    for (const path of files.keys()) if (await exists(join(folder, path))) taken.push(path)
    if (taken.length > 0) throw inTheWay(folder, taken)
    const target = nodeFolder(folder)
    for (const [path, text] of files)
      if (!(await target.create(path, new TextEncoder().encode(text))))
        throw inTheWay(folder, [path])
  } catch (error) {
    if (error instanceof CommandError) throw error
    throw new CommandError(
      `Nothing can be written to ${folder}: ${systemErrorSentence(error)}`,
      undefined,
      exitCodes.failed,
    )
  }
}

function inTheWay(folder: string, taken: readonly string[]): CommandError {
  const list = taken.map((path) => join(folder, path)).join(', ')
  const verb = taken.length === 1 ? 'exists already and is' : 'exist already and are'
  return new CommandError(
    `${list} ${verb} not overwritten. Nothing was written.`,
    undefined,
    exitCodes.failed,
  )
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (isAbsent(error)) return false
    throw error
  }
}

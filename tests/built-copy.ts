import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emit } from '../src/build/emit.ts'
import { planOutputs } from '../src/build/plan.ts'
import { memorySource } from '../src/io/memory.ts'
import { nodeOutput } from '../src/io/node-output.ts'
import { outputPath } from '../src/model/paths.ts'

/** A site on the disk, as a build leaves it. */
export interface BuiltCopy {
  readonly root: string
  readonly dist: string
  readonly remove: () => void
}

/** Puts files into a new folder as a build does, with their lists. */
export async function builtCopy(files: Readonly<Record<string, string>>): Promise<BuiltCopy> {
  const root = mkdtempSync(join(tmpdir(), 'ibid-copy-'))
  const dist = join(root, 'dist')
  const outputs = Object.entries(files).map(([path, body]) => ({
    path: outputPath(path),
    body,
    stage: 'page' as const,
    origin: path,
  }))
  const { plan } = planOutputs(outputs)
  if (!plan) throw new Error('These files cannot be a site.')
  const emitted = await emit(plan, await nodeOutput(root, dist), memorySource({}))
  if (!emitted.done) throw new Error(emitted.diagnostics[0]?.message)
  return { root, dist, remove: () => rmSync(root, { recursive: true, force: true }) }
}

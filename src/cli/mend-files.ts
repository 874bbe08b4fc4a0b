import { readFile, realpath, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildResult } from '../build/run-build.ts'
import { isInside } from '../io/inside.ts'
import { applyRepairs } from './apply-repairs.ts'

/** A file that was mended, and by how many repairs. */
export interface Mended {
  readonly path: string
  readonly repairs: number
}

const mark = '\ufeff'

/**
 * Writes the safe repairs of the findings into the sources. A file that was changed since it was read,
 * or that lies outside the site, is left alone.
 *
 * @param root absolute path of the site's root
 */
export async function mendFiles(
  root: string,
  { diagnostics, sources }: BuildResult,
): Promise<readonly Mended[]> {
  const mended: Mended[] = []
  const paths = new Set(
    diagnostics.filter(({ fix }) => fix && fix.length > 0).map(({ file }) => file),
  )
  for (const path of [...paths].sort()) {
    const text = sources(path)
    const fixes = diagnostics.flatMap(({ file, fix }) => (file === path && fix ? [fix] : []))
    if (text === undefined) continue
    const { text: better, repairs } = applyRepairs(text, fixes)
    if (better !== text && (await replace(root, path, text, better))) mended.push({ path, repairs })
  }
  return mended
}

/** Replaces a file in one step, with its mode and its byte order mark; false where it is no longer what was read. */
async function replace(root: string, path: string, text: string, better: string): Promise<boolean> {
  const [real, realRoot] = [await realpath(join(root, path)), await realpath(root)]
  if (!isInside(real, realRoot)) return false
  const now = await readFile(real, 'utf8')
  const bare = (value: string) => (value.startsWith(mark) ? value.slice(1) : value)
  if (bare(now) !== bare(text)) return false
  const draft = `${real}.${process.pid}.tmp`
  await writeFile(draft, (now.startsWith(mark) ? mark : '') + bare(better), {
    mode: (await stat(real)).mode,
    flag: 'wx',
    flush: true,
  })
  await rename(draft, real)
  return true
}

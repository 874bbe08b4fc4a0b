import type { BuildResult } from '../build/run-build.ts'
import { applyFixes } from '../semantics/fix.ts'
import { replaceText } from './replace-text.ts'

/**
 * Writes the safe repairs of the findings into the sources. A file that was changed since it was read,
 * or that lies outside the site, is left alone.
 *
 * @param root absolute path of the site's root
 * @returns the paths of the files that were mended
 */
export async function mendFiles(
  root: string,
  { diagnostics, sources }: BuildResult,
): Promise<readonly string[]> {
  const mended: string[] = []
  const paths = new Set(
    diagnostics.filter(({ fix }) => fix && fix.length > 0).map(({ file }) => file),
  )
  for (const path of [...paths].sort()) {
    const text = sources(path)
    if (text === undefined) continue
    const own = diagnostics.filter(({ file }) => file === path)
    const better = applyFixes(text, own)
    if (better !== text && (await replaceText(root, path, text, better))) mended.push(path)
  }
  return mended
}

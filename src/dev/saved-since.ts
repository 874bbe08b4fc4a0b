import path from 'node:path'
import { stampAt } from '../io/stamp.ts'
import type { SourcePath } from '../model/paths.ts'

/**
 * Makes a look at a text that tells whether it was saved since the last look, sooner than a watcher would. The
 * first look tells nothing: what was saved before it, the watcher tells.
 *
 * @param root absolute
 */
export function savedSinceLastLook(root: string): (source: SourcePath) => boolean {
  const stamps = new Map<SourcePath, string>()
  return (source) => {
    const stamp = stampAt(path.join(root, source))
    const before = stamps.get(source)
    if (stamp !== undefined) stamps.set(source, stamp)
    return stamp !== undefined && before !== undefined && stamp !== before
  }
}

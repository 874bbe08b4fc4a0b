import type { SourceEntry, SourceFiles } from '../io/ports.ts'
import { decodeText } from '../syntax/decode.ts'
import { digest } from './cache/digest.ts'
import type { ContentSource } from './read-content.ts'

/**
 * Reads a text at once: to wait for it lets a watcher list its whole folder in between.
 *
 * @returns undefined where it cannot be read, or there is something to be said of how it is written
 */
export function readSoundText(
  { path }: Pick<SourceEntry, 'path'>,
  files: SourceFiles,
): ContentSource | undefined {
  try {
    const bytes = files.readNow(path)
    const { text, diagnostics } = decodeText(path, bytes)
    if (text === undefined || diagnostics.length > 0) return undefined
    return { path, text, digest: digest(bytes) }
  } catch {
    return undefined
  }
}

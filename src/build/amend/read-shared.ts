import type { SourceEntry, SourceFiles } from '../../io/ports.ts'
import { decodeText } from '../../syntax/decode.ts'
import { digest } from '../cache/digest.ts'
import { type Configuration, configure } from '../configure.ts'
import type { SiteOptions } from '../options.ts'
import { type ContentSource, isEssayText, isPublicText, settingsPath } from '../read-content.ts'

/** What essays share: the settings, and notes. Undefined where any of it cannot be read. */
export function readShared(
  entries: readonly SourceEntry[],
  options: SiteOptions,
  files: SourceFiles,
): (Configuration & { readonly settings: object }) | undefined {
  const sources: ContentSource[] = []
  for (const entry of entries) {
    if (!isPublicText(entry) || isEssayText(entry.path)) continue
    const source = readText(entry, files)
    if (!source) return undefined
    sources.push(source)
  }
  const settings = sources.find(({ path }) => path === settingsPath)
  const notes = sources.filter(({ path }) => path.startsWith('content/notes/'))
  const configured = configure({ settings, notes, unreadable: [] }, options)
  return configured.settings && { ...configured, settings: configured.settings }
}

/** A text; undefined where it cannot be read, or there is something to be said of how it is written. */
export function readText(
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

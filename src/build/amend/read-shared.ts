import type { SourceEntry, SourceFiles } from '../../io/ports.ts'
import { type Configuration, configure } from '../configure.ts'
import type { SiteOptions } from '../options.ts'
import { type ContentSource, isEssayText, isPublicText, settingsPath } from '../read-content.ts'
import { readSoundText } from '../read-sound-text.ts'

/** What essays share: the settings, and notes. Undefined where any of it cannot be read. */
export function readShared(
  entries: readonly SourceEntry[],
  options: SiteOptions,
  files: SourceFiles,
): (Configuration & { readonly settings: object }) | undefined {
  const sources: ContentSource[] = []
  for (const entry of entries) {
    if (!isPublicText(entry) || isEssayText(entry.path)) continue
    const source = readSoundText(entry, files)
    if (!source) return undefined
    sources.push(source)
  }
  const settings = sources.find(({ path }) => path === settingsPath)
  const notes = sources.filter(({ path }) => path.startsWith('content/notes/'))
  const configured = configure({ settings, notes, unreadable: [] }, options)
  return configured.settings && { ...configured, settings: configured.settings }
}

import {
  gatherSharedNotes,
  type ReadNotes,
  readSharedNotes,
  type SharedNote,
} from '../essay/shared-notes.ts'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { Source } from '../model/essay.ts'
import type { Settings } from '../model/settings.ts'
import { readSettings } from '../schema/settings.ts'
import { isStackOverflow, longestWait, tooDeep, tooSlow } from './giving-up.ts'
import type { SiteOptions } from './options.ts'
import { type Content, settingsPath } from './read-content.ts'
import { TimeIsUpError, withinTime } from './time-limit.ts'

/** The settings of a build, and what else every essay of it shares. */
export interface Configuration {
  /** Undefined where `content/site.yaml` or an option cannot be made sense of. */
  readonly settings: Settings | undefined
  readonly sharedNotes: ReadonlyMap<string, SharedNote>
  readonly diagnostics: readonly Diagnostic[]
}

/** What of a site's texts is none of its essays. */
export type SharedContent = Pick<Content, 'settings' | 'notes' | 'unreadable'>

/** Reads `content/site.yaml` and the shared notes; options of the command line come before the file. */
export function configure(content: SharedContent, options: SiteOptions): Configuration {
  const read = settingsOf(content)
  const shared = gatherSharedNotes(content.notes, (source) => notesInTime(source, options.patience))
  const base = baseOf(options.base)
  const diagnostics = [...read.diagnostics, ...shared.diagnostics, ...base.diagnostics]
  const wrong = [...read.diagnostics, ...base.diagnostics].some((d) => d.severity === 'error')
  const settings =
    read.settings && !wrong
      ? {
          ...read.settings,
          url: base.url ?? read.settings.url,
          theme: options.theme ?? read.settings.theme,
        }
      : undefined
  return { settings, sharedNotes: shared.notes, diagnostics }
}

/** Notes that take too long to read are given up, by name. */
function notesInTime(source: Source, patience = longestWait): ReadNotes {
  try {
    return withinTime(patience, () => readSharedNotes(source))
  } catch (error) {
    if (error instanceof TimeIsUpError)
      return { notes: [], diagnostics: [tooSlow(source.path, patience)] }
    if (isStackOverflow(error)) return { notes: [], diagnostics: [tooDeep(source.path)] }
    throw error
  }
}

/** The settings; a file that is there and cannot be read is told of already, and is not called missing. */
function settingsOf({ settings, unreadable }: SharedContent): ReturnType<typeof readSettings> {
  const read = readSettings(settingsPath, settings?.text)
  if (!unreadable.some((path) => path === settingsPath)) return read
  return { ...read, diagnostics: read.diagnostics.filter(({ code }) => code !== 'FM202') }
}

function baseOf(option: string | undefined): { url?: string; diagnostics: readonly Diagnostic[] } {
  if (option === undefined) return { diagnostics: [] }
  const url = URL.canParse(option) ? new URL(option) : undefined
  if (url && /^https?:$/.test(url.protocol) && !url.search && !url.hash)
    return { url: url.href.endsWith('/') ? url.href : `${url.href}/`, diagnostics: [] }
  return {
    diagnostics: [
      diagnose('FM201', {
        message: `--base ${option} is no web address.`,
        file: '',
        hint: '--base https://example.org/',
      }),
    ],
  }
}

import { isDeepStrictEqual } from 'node:util'
import { yamlText } from '../../importers/post-file.ts'
import { soundSettings } from '../../importers/sound-settings.ts'
import type { FolderFiles } from '../../io/ports.ts'
import { readYaml } from '../../syntax/yaml/read-yaml.ts'

/** Where the settings of a site lie. */
const file = 'content/site.yaml'

/** What became of the settings of the other blog. */
export interface SettingsOutcome {
  readonly made: boolean
  /** Lines that the settings which are there do not have; empty where nothing is missing. */
  readonly missing: string
}

/**
 * Writes `content/site.yaml` where there is none; else tells what it lacks.
 *
 * @param settings by the keys of that file
 */
export async function writeSettings(
  settings: Readonly<Record<string, unknown>>,
  target: FolderFiles,
): Promise<SettingsOutcome> {
  const sound = soundSettings(settings)
  if (Object.keys(sound).length === 0) return { made: false, missing: '' }
  const text = yamlText(sound)
  if ((await target.look('content'))?.kind === 'link') return { made: false, missing: text }
  if (await target.create(file, new TextEncoder().encode(text))) return { made: true, missing: '' }
  const found = await target.look(file)
  if (found?.kind !== 'file') return { made: false, missing: text }
  const there = new TextDecoder().decode(await target.read(file))
  const { data = {} } = readYaml(file, there, { line: 1, offset: 0 }, '') as {
    readonly data?: Readonly<Record<string, unknown>>
  }
  // Through JSON, since what is read has objects without a prototype.
  const known: unknown = JSON.parse(JSON.stringify(data))
  const lacking = Object.entries(sound).filter(
    ([key, value]) => !isDeepStrictEqual((known as Record<string, unknown>)[key], value),
  )
  return { made: false, missing: lacking.length === 0 ? '' : yamlText(Object.fromEntries(lacking)) }
}

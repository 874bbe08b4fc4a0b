import { textOf, textsOf } from '../front-values.ts'
import type { HugoConfig } from './config.ts'

/** A content folder, and the language of what lies in it. */
export interface ContentRoot {
  readonly folder: string
  readonly language: string | undefined
}

/** Folders of content: one for all, or one a language. */
export function contentRoots({
  data,
  languages,
  defaultLanguage,
}: HugoConfig): readonly ContentRoot[] {
  const own = [...languages].flatMap(([language, settings]) => {
    const folder = textOf(settings.contentdir)
    return folder === undefined ? [] : [{ folder: cleanFolder(folder), language }]
  })
  const shared = cleanFolder(textOf(data.contentdir) ?? 'content')
  if (own.length === 0) return [{ folder: shared, language: undefined }]
  const all = own.some(({ language }) => language === defaultLanguage)
    ? own
    : [{ folder: shared, language: undefined }, ...own]
  // A folder within another one is read by itself.
  return all.filter(({ folder }) => !all.some((other) => folder.startsWith(`${other.folder}/`)))
}

/** Folders of files that Hugo publishes as they are. */
export function staticFoldersOf({ data }: HugoConfig): readonly string[] {
  const named = textsOf(data.staticdir).map(cleanFolder)
  return named.length === 0 ? ['static'] : named
}

/** A folder of the settings, which must not lead out of the site. */
function cleanFolder(typed: string): string {
  const parts = typed.split(/[\\/]+/).filter((part) => part !== '' && part !== '.' && part !== '..')
  return parts.length === 0 ? 'content' : parts.join('/')
}

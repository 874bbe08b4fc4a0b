import { safeName } from '../file-name.ts'

/** A file below `content/`, by what Hugo takes it for. */
export type ContentFile =
  | { readonly kind: 'text'; readonly place: TextPlace }
  /** `_index.md`: the text of a list. */
  | { readonly kind: 'list' }
  /** A picture or another file, to be kept beside the texts. */
  | { readonly kind: 'resource'; readonly path: string }
  /** A text that belongs to a bundle, or in a form that is not read. */
  | { readonly kind: 'other'; readonly why: string }

/** Where a text stands. */
export interface TextPlace {
  /** Folders below the content folder, the section first, without the bundle's own. */
  readonly folders: readonly string[]
  readonly name: string
  /** True for `name/index.md`, which has files of its own. */
  readonly bundle: boolean
  /** The language in its name or of its folder; undefined where none is given. */
  readonly language: string | undefined
}

/** The sections whose posts stand in `content/posts/` itself. */
const mainSections = new Set(['posts', 'post', 'blog', 'articles', 'essays', 'writing'])

const otherTexts = /\.(?:html?|adoc|asciidoc|ad|org|rst|pandoc|pdc)$/i

/**
 * Sorts the files of one content folder.
 *
 * @param paths relative to that folder
 * @param languages codes that a file's name may end with
 */
export function contentTree(
  paths: readonly string[],
  languages: ReadonlySet<string>,
): ReadonlyMap<string, ContentFile> {
  const bundles = new Set(
    paths.flatMap((path) => {
      const { folder, stem, text } = partsOf(path, languages)
      return text && stem === 'index' && folder !== '' ? [folder] : []
    }),
  )
  return new Map(paths.map((path) => [path, kindOf(path, languages, bundles)]))
}

function kindOf(
  path: string,
  languages: ReadonlySet<string>,
  bundles: ReadonlySet<string>,
): ContentFile {
  const { folder, stem, text, language } = partsOf(path, languages)
  if (stem === '_index') return text ? { kind: 'list' } : { kind: 'other', why: listInOtherForm }
  const isIndex = stem === 'index' && bundles.has(folder)
  const owner = isIndex ? undefined : ownerOf(folder, bundles)
  if (text && owner !== undefined)
    return {
      kind: 'other',
      why: `it is a text within ${owner}/index.md, which Ibid has no pages for`,
    }
  if (text && stem === 'index' && folder === '')
    return { kind: 'other', why: 'Ibid makes the home page itself, from the list of posts' }
  if (otherTexts.test(path) && owner === undefined)
    return { kind: 'other', why: 'only Markdown is turned' }
  if (!text) return { kind: 'resource', path }
  const folders = folder === '' ? [] : folder.split('/')
  if (!isIndex) return { kind: 'text', place: { folders, name: stem, bundle: false, language } }
  const place = {
    folders: folders.slice(0, -1),
    name: folders.at(-1) ?? '',
    bundle: true,
    language,
  }
  return { kind: 'text', place }
}

const listInOtherForm = 'Ibid makes its lists itself'

function ownerOf(folder: string, bundles: ReadonlySet<string>): string | undefined {
  const parts = folder.split('/')
  for (let length = parts.length; length > 0; length--) {
    const above = parts.slice(0, length).join('/')
    if (bundles.has(above)) return above
  }
  return undefined
}

function partsOf(
  path: string,
  languages: ReadonlySet<string>,
): { folder: string; stem: string; text: boolean; language: string | undefined } {
  const [, folder = '', name = ''] = /^(?:(.*)\/)?([^/]+)$/.exec(path) ?? []
  const text = /\.(?:md|markdown|mdown|mmark)$/i.test(name)
  const stem = name.replace(/\.[^.]+$/, '')
  const [, bare = stem, code = ''] = /^(.+)\.([A-Za-z-]{2,12})$/.exec(stem) ?? []
  const language = languages.has(code.toLowerCase()) ? code.toLowerCase() : undefined
  return { folder, stem: language === undefined ? stem : bare, text, language }
}

/** Where a text of Hugo's is to stand. @param language that of its name, where it is not the site's */
export function newPlace(
  { folders, name, bundle }: TextPlace,
  kind: 'post' | 'page',
  language: string | undefined,
): string {
  const file = safeName(language === undefined ? name : `${name}.${language}`)
  return `${newFolder(folders, kind)}/${file}${bundle ? '/index.md' : '.md'}`
}

/** Where the files of a folder below `content/` are to stand. */
export function newFolder(folders: readonly string[], kind: 'post' | 'page'): string {
  if (kind === 'page') return ['content/pages', ...folders.map(safeName)].join('/')
  const [section = '', ...rest] = folders
  const kept = mainSections.has(section.toLowerCase()) ? rest : folders
  return ['content/posts', ...kept.map(safeName)].join('/')
}

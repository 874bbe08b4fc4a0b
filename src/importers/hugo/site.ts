import { safeName, type UniquePaths, uniquePaths } from '../file-name.ts'
import { textOf } from '../front-values.ts'
import type { ImportProblem } from '../imported.ts'
import { listFiles, type OldBlog } from '../old-blog.ts'
import type { HugoConfig } from './config.ts'
import { contentRoots, staticFoldersOf } from './content-roots.ts'
import { contentTree, newFolder } from './content-tree.ts'
import type { HugoText } from './hugo-text.ts'
import { listText, surveyText } from './survey-text.ts'

/** What is known of a site before any text is turned. */
export interface HugoSite {
  readonly texts: readonly HugoText[]
  readonly copies: readonly { readonly from: string; readonly path: string }[]
  /** New paths of texts and files by the old ones. */
  readonly newPaths: ReadonlyMap<string, string>
  readonly staticFolders: readonly string[]
  /** Paths below the static folders. */
  readonly staticPaths: ReadonlySet<string>
  readonly timeZone: string | undefined
  readonly problems: readonly ImportProblem[]
  readonly unique: UniquePaths
}

/** Looks at every file of the site, and reads the front matter of its texts. */
export async function surveySite(blog: OldBlog, config: HugoConfig): Promise<HugoSite> {
  const problems: ImportProblem[] = []
  const texts: HugoText[] = []
  const copies: { from: string; path: string }[] = []
  const unique = uniquePaths()
  const timeZone = textOf(config.data.timezone)
  for (const root of contentRoots(config)) {
    const { files, problems: refused } = await listFiles(blog, root.folder)
    problems.push(...refused)
    const paths = files.map(({ path }) => path.slice(root.folder.length + 1))
    const tree = contentTree(paths, new Set(config.languages.keys()))
    const bundles = new Map<string, string>()
    for (const [path, found] of tree) {
      const file = `${root.folder}/${path}`
      if (found.kind === 'other')
        problems.push({
          kind: 'problem',
          file,
          message: `This text is not taken: ${found.why}.`,
          hint: 'Make a post or a page of it by hand, if it is wanted.',
        })
      else if (found.kind === 'list') problems.push(...(await listText(blog, file)))
      else if (found.kind === 'text') {
        const read = await surveyText(blog, config, { file, place: found.place, root, timeZone })
        if ('message' in read) problems.push(read)
        else {
          const text = { ...read, path: unique(read.path) }
          texts.push(text)
          if (text.place.bundle && !bundles.has(folderOf(path)))
            bundles.set(folderOf(path), folderOf(text.path))
        }
      }
    }
    for (const [path, found] of tree)
      if (found.kind === 'resource' && !/(?:^|\/)(?:\.|Thumbs\.db$)/.test(path))
        copies.push({ from: `${root.folder}/${path}`, path: unique(newResource(path, bundles)) })
  }
  const staticFolders = staticFoldersOf(config)
  const staticPaths = new Set<string>()
  for (const folder of staticFolders)
    for (const { path } of (await listFiles(blog, folder)).files)
      staticPaths.add(path.slice(folder.length + 1))
  const newPaths = new Map([
    ...texts.map(({ file, path }) => [file, path] as const),
    ...copies.map(({ from, path }) => [from, path] as const),
  ])
  return {
    texts: withTranslations(texts, config),
    copies,
    newPaths,
    staticFolders,
    staticPaths,
    timeZone,
    problems,
    unique,
  }
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/')
}

/** A file goes where the text goes that it belongs to. */
function newResource(path: string, bundles: ReadonlyMap<string, string>): string {
  const parts = path.split('/')
  for (let length = parts.length - 1; length > 0; length--) {
    const folder = bundles.get(parts.slice(0, length).join('/'))
    if (folder !== undefined) return [folder, ...parts.slice(length).map(safeName)].join('/')
  }
  const folders = parts.slice(0, -1)
  return `${newFolder(folders, folders.length === 0 ? 'page' : 'post')}/${safeName(parts.at(-1) ?? '')}`
}

/** Texts of one name in several languages belong together; that of the default language is the original. */
function withTranslations(texts: readonly HugoText[], config: HugoConfig): readonly HugoText[] {
  const keyOf = ({ place }: HugoText): string => [...place.folders, place.name].join('/')
  const originals = new Map<string, HugoText>()
  for (const text of texts)
    if (text.language === undefined || text.language === config.defaultLanguage)
      originals.set(keyOf(text), text)
  return texts.map((text) => {
    const original = originals.get(keyOf(text))
    return original && original !== text ? { ...text, translationOf: original.path } : text
  })
}

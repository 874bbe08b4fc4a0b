import type { ContentDate } from '../../model/content-date.ts'
import { safeName, type UniquePaths, uniquePaths } from '../file-name.ts'
import { flagOf, lowerKeys, textOf, textsOf } from '../front-values.ts'
import type { ImportProblem } from '../imported.ts'
import { listFiles, type OldBlog, readText } from '../old-blog.ts'
import { readFront, splitFront } from '../split-front.ts'
import { hugoAddress } from './address.ts'
import { type HugoConfig, isMapping, section } from './config.ts'
import { contentTree, newFolder, newPlace, type TextPlace } from './content-tree.ts'
import { flatFront, hugoDate } from './front-keys.ts'

/** A text of the site, as far as others need to know it. */
export interface HugoText {
  readonly kind: 'post' | 'page'
  /** Relative to the site of Hugo’s. */
  readonly file: string
  /** Relative to the new site. */
  readonly path: string
  readonly place: TextPlace
  /** Site-absolute path, not percent-encoded. */
  readonly address: string
  readonly date: ContentDate | undefined
  readonly title: string | undefined
  readonly draft: boolean
  readonly language: string | undefined
  /** The new path of what it is a translation of. */
  readonly translationOf: string | undefined
}

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

/** A content folder, and the language of what lies in it. */
interface Root {
  readonly folder: string
  readonly language: string | undefined
}

/** Looks at every file of the site, and reads the front matter of its texts. */
export async function surveySite(blog: OldBlog, config: HugoConfig): Promise<HugoSite> {
  const problems: ImportProblem[] = []
  const texts: HugoText[] = []
  const copies: { from: string; path: string }[] = []
  const unique = uniquePaths()
  const timeZone = textOf(config.data.timezone)
  for (const root of rootsOf(config)) {
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
  const staticFolders = staticOf(config)
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

/** Folders of content: one for all, or one a language. */
function rootsOf({ data, languages, defaultLanguage }: HugoConfig): readonly Root[] {
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

function staticOf({ data }: HugoConfig): readonly string[] {
  const named = textsOf(data.staticdir).map(cleanFolder)
  return named.length === 0 ? ['static'] : named
}

/** A folder of the settings, which must not lead out of the site. */
function cleanFolder(typed: string): string {
  const parts = typed.split(/[\\/]+/).filter((part) => part !== '' && part !== '.' && part !== '..')
  return parts.length === 0 ? 'content' : parts.join('/')
}

async function surveyText(
  blog: OldBlog,
  config: HugoConfig,
  at: { file: string; place: TextPlace; root: Root; timeZone: string | undefined },
): Promise<HugoText | ImportProblem> {
  const { file, place, root, timeZone } = at
  const read = await readText(blog, file)
  if ('problem' in read) return read.problem
  const reading = await readFront(splitFront(read.text))
  if ('fault' in reading) {
    const message = `This front matter cannot be read: ${reading.fault}.`
    return { kind: 'problem', file, place: reading.place, message, unread: true }
  }
  const data = flatFront(reading.data)
  if (neverShown(data)) {
    const message =
      'This text is not taken: Hugo shows it on no page of its own (`headless` or `build`).'
    return { kind: 'problem', file, message }
  }
  const language = place.language ?? root.language
  const foreign =
    language !== undefined && language !== config.defaultLanguage ? language : undefined
  const kind =
    place.folders.length === 0 || textOf(data.type)?.toLowerCase() === 'page' ? 'page' : 'post'
  const title = textOf(data.title)
  const date = hugoDate(data, place.name, timeZone)
  const inPath =
    flagOf(config.data.defaultcontentlanguageinsubdir) === true
      ? (language ?? config.defaultLanguage)
      : foreign
  const address = hugoAddress(
    {
      ...place,
      title,
      date,
      slug: textOf(data.slug),
      url: pathIn(textOf(data.url), config),
      language: inPath,
    },
    patternFor(config, place.folders[0] ?? ''),
    flagOf(config.data.uglyurls) === true,
  )
  const draft = flagOf(data.draft) === true
  const path = newPlace(place, kind, foreign)
  return {
    kind,
    file,
    path,
    place,
    address,
    date,
    title,
    draft,
    language,
    translationOf: undefined,
  }
}

function neverShown(data: ReturnType<typeof lowerKeys>): boolean {
  const build = lowerKeys({ ...section(data, '_build'), ...section(data, 'build') })
  return flagOf(data.headless) === true || build.render === 'never' || build.render === false
}

/** `url` without the host and the path of the site. */
function pathIn(url: string | undefined, { basePath }: HugoConfig): string | undefined {
  if (url === undefined) return undefined
  const path =
    /^https?:\/\//i.test(url) && URL.canParse(url) ? decodeURI(new URL(url).pathname) : url
  return basePath !== '/' && path.startsWith(basePath) ? path.slice(basePath.length - 1) : path
}

function patternFor({ data }: HugoConfig, name: string): string | undefined {
  const all = section(data, 'permalinks')
  const own = { ...all, ...(isMapping(all.page) ? lowerKeys(all.page) : {}) }
  return textOf(own[name.toLowerCase()])
}

/** What a list says of itself has no place here; where it has words, they are told of. */
async function listText(blog: OldBlog, file: string): Promise<readonly ImportProblem[]> {
  const read = await readText(blog, file)
  if ('problem' in read) return [read.problem]
  const words = read.text.slice(splitFront(read.text).start).trim()
  if (words === '') return []
  const message = 'The words of this list are not taken: Ibid makes its lists itself.'
  return [
    {
      kind: 'problem',
      file,
      message,
      hint: 'Make a page of them in content/pages/, if they are wanted.',
    },
  ]
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

/** Finds the text that a `ref` names, as Hugo does: by path from the content folder or the post’s own, or by its name alone. */
export function refFinder(site: HugoSite): (ref: string, from: HugoText) => HugoText | undefined {
  const byPath = new Map<string, HugoText>()
  const byName = new Map<string, HugoText | undefined>()
  for (const text of site.texts) {
    const key = [...text.place.folders, text.place.name].join('/').toLowerCase()
    const known = byPath.get(key)
    if (!known || known.translationOf !== undefined) byPath.set(key, text)
    const name = text.place.name.toLowerCase()
    byName.set(
      name,
      byName.has(name) &&
        byName.get(name)?.translationOf === undefined &&
        text.translationOf === undefined
        ? undefined
        : text,
    )
  }
  return (ref, from) => {
    const wanted = ref
      .toLowerCase()
      .replace(/\.(?:md|markdown)$/, '')
      .replace(/\/(?:_?index)?$/, '')
    const here = [...from.place.folders, ...(from.place.bundle ? [from.place.name] : [])]
    const absolute = wanted.replace(/^\/+/, '')
    const relative = resolved([...here], wanted)
    const sibling = resolved([...from.place.folders], wanted)
    return (
      byPath.get(relative) ?? byPath.get(sibling) ?? byPath.get(absolute) ?? byName.get(absolute)
    )
  }
}

function resolved(folders: string[], path: string): string {
  for (const part of path.split('/')) {
    if (part === '..') folders.pop()
    else if (part !== '.' && part !== '') folders.push(part)
  }
  return folders.join('/').toLowerCase()
}

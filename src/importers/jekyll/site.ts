import type { SourceEntry } from '../../io/ports.ts'
import { isEngineFile } from '../engine-files.ts'
import { safeName, safePath, type UniquePaths, uniquePaths } from '../file-name.ts'
import { flagOf, lowerKeys, type OldFront, textOf } from '../front-values.ts'
import type { ImportProblem } from '../imported.ts'
import { type OldBlog, readText, unreadable } from '../old-blog.ts'
import { readFront, splitFront } from '../split-front.ts'
import { type JekyllPlace, jekyllAddress } from './address.ts'
import type { JekyllConfig } from './config.ts'
import { defaultsFor } from './defaults.ts'
import { categoriesOf, jekyllDate } from './front-keys.ts'
import { kindsOf } from './kinds.ts'
import {
  collectionProblems,
  engineFile,
  homePage,
  notAPage,
  otherForm,
  template,
} from './left-out.ts'

/** A text of the blog, as far as others need to know it. */
export interface JekyllText extends JekyllPlace {
  /** Relative to the old blog. */
  readonly file: string
  /** Relative to the new site. */
  readonly path: string
  readonly address: string
  readonly draft: boolean
}

/** What is known of a blog before any text is turned. */
export interface JekyllSite {
  readonly texts: readonly JekyllText[]
  readonly copies: readonly { readonly from: string; readonly path: string }[]
  readonly problems: readonly ImportProblem[]
  /** Templates of the root that make feeds. */
  readonly feeds: readonly string[]
}

/** Looks at every file of the blog, and reads the front matter of its texts. */
export async function surveySite(blog: OldBlog, config: JekyllConfig): Promise<JekyllSite> {
  const problems: ImportProblem[] = []
  const texts: JekyllText[] = []
  const copies: { from: string; path: string }[] = []
  const feeds: string[] = []
  const unique = uniquePaths()
  const templates: string[] = []
  const kinds = kindsOf(await blog.list(''), config)
  for (const { entry, kind } of kinds) {
    const file = String(entry.path)
    if (entry.kind !== 'file')
      problems.push(unreadable(file, entry.reason ?? 'it is no plain file'))
    else if (kind === 'post' || kind === 'draft' || kind === 'page') {
      const read = await surveyText(blog, config, file, kind, unique)
      if (read === undefined) problems.push(notAPage(file))
      else if ('message' in read) problems.push(read)
      else texts.push(read)
    } else if (kind === 'other') problems.push(otherForm(file))
    else if (kind === 'collection') templates.push(file)
    else if (await hasFront(blog, entry)) {
      if (/^(?:feed|atom|rss)[^/]*\.xml$/i.test(file)) feeds.push(file)
      else if (/\.html?$/i.test(file) && !/^(?:index|404)\.html$/i.test(file))
        problems.push(template(file))
    } else if (isEngineFile(file)) problems.push(engineFile(file))
    else copies.push({ from: file, path: unique(safePath('public', file, true)) })
  }
  problems.push(...collectionProblems(templates))
  return { texts, copies, problems, feeds }
}

async function hasFront(blog: OldBlog, { path, bytes }: SourceEntry): Promise<boolean> {
  if (
    bytes < 4 ||
    !/\.(?:html?|xml|css|s[ac]ss|less|js|coffee|json|txt|webmanifest|svg|rss|atom)$/i.test(path)
  )
    return false
  const start = await blog.read(path, 5).catch(() => new Uint8Array())
  return /^---\r?\n/.test(new TextDecoder().decode(start))
}

async function surveyText(
  blog: OldBlog,
  config: JekyllConfig,
  file: string,
  kind: 'post' | 'draft' | 'page',
  unique: UniquePaths,
): Promise<JekyllText | ImportProblem | undefined> {
  const read = await readText(blog, file)
  if ('problem' in read) return read.problem
  const split = splitFront(read.text)
  if (kind === 'page' && split.form !== 'yaml') return undefined
  const reading = await readFront(split)
  if ('fault' in reading) {
    const message = `This front matter cannot be read: ${reading.fault}.`
    return { kind: 'problem', file, place: reading.place, message, unread: true }
  }
  const data = frontOf(config, file, kind, reading.data)
  const { folder, name, day } = partsOf(file)
  if (kind === 'page' && folder === '' && name === 'index') return homePage(file)
  const place: JekyllPlace = {
    kind: kind === 'page' ? 'page' : 'post',
    folder,
    name,
    slug: textOf(data.slug),
    categories: categoriesOf(data, kind === 'post' ? folder : ''),
    date: jekyllDate(data, day, config.timeZone),
  }
  const draft = kind === 'draft' || flagOf(data.published) === false || flagOf(data.draft) === true
  return {
    ...place,
    file,
    path: unique(newPath(place)),
    address: jekyllAddress(place, config.permalink, textOf(data.permalink)),
    draft,
  }
}

/** Front matter with what the settings give every such file. */
export function frontOf(
  { data }: JekyllConfig,
  file: string,
  kind: 'post' | 'draft' | 'page',
  own: Readonly<Record<string, unknown>>,
): OldFront {
  return { ...defaultsFor(data, file, kind === 'draft' ? 'drafts' : `${kind}s`), ...lowerKeys(own) }
}

/** Folder, name and day of `category/_posts/2017-10-17-name.md`. */
function partsOf(file: string): { folder: string; name: string; day: string | undefined } {
  const [, before = ''] = /^(?:(.*)\/)?[^/]+$/.exec(file) ?? []
  // Folders above are categories, those within are not (Jekyll, Document#categories_from_path).
  const folder = before.replace(/(?:^|\/)_(?:posts|drafts)(?:\/.*)?$/, '')
  const stem = (file.split('/').at(-1) ?? '').replace(/\.[^.]+$/, '')
  const [, day, name = stem] = /^(\d{4}-\d{1,2}-\d{1,2})-(.+)$/.exec(stem) ?? []
  return { folder, name, day }
}

function newPath({ kind, folder, name }: JekyllPlace): string {
  if (kind === 'post') return `content/posts/${safeName(name)}.md`
  const folders = folder.split('/').filter((part) => part !== '')
  const [own, above] =
    name === 'index' ? [folders.at(-1) ?? name, folders.slice(0, -1)] : [name, folders]
  return ['content/pages', ...above.map(safeName), `${safeName(own)}.md`].join('/')
}

/** The file that `post_url` or `link` names. */
export function textFinder(
  site: JekyllSite,
): (kind: 'post_url' | 'link', name: string) => JekyllText | undefined {
  const byFile = new Map<string, JekyllText>()
  const byName = new Map<string, JekyllText>()
  for (const text of site.texts) {
    byFile.set(text.file, text)
    if (text.kind === 'post')
      byName.set((text.file.split('/').at(-1) ?? '').replace(/\.[^.]+$/, ''), text)
  }
  return (kind, name) => {
    const clean = name.replace(/^\/+/, '')
    return kind === 'link'
      ? byFile.get(clean)
      : byName.get((clean.split('/').at(-1) ?? '').replace(/\.(?:md|markdown)$/, ''))
  }
}

import { type DataForm, readData } from '../data-text.ts'
import { lowerKeys, type OldFront, textOf } from '../front-values.ts'
import type { ImportProblem } from '../imported.ts'
import { listFiles, type OldBlog, readTextIfThere } from '../old-blog.ts'

/** The settings of a Hugo site, names in lower case at every level that is read. */
export interface HugoConfig {
  readonly data: OldFront
  /** Absolute address of the home page with a slash at its end; undefined where none is known. */
  readonly baseUrl: string | undefined
  /** The path of that address: `/` or `/blog/`. */
  readonly basePath: string
  /** Codes of the languages that file names may have; the default one among them. */
  readonly languages: ReadonlyMap<string, OldFront>
  readonly defaultLanguage: string
  readonly problems: readonly ImportProblem[]
}

const forms: Readonly<Record<string, DataForm>> = {
  toml: 'toml',
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
}

const rootNames = ['hugo', 'config'].flatMap((name) =>
  Object.keys(forms).map((ending) => `${name}.${ending}`),
)

/** Reads `hugo.toml` or one of its other names, and what lies in `config/_default/`. */
export async function readConfig(blog: OldBlog): Promise<HugoConfig> {
  const problems: ImportProblem[] = []
  const parts: OldFront[] = []
  const { files } = await listFiles(blog, 'config')
  const folder = files
    .map(({ path }) => String(path))
    .filter((path) => /^config\/_default\/[^/]+$/.test(path))
  for (const file of [...rootNames, ...folder]) {
    const isRoot = !file.includes('/')
    // Hugo takes the first of its names in the root.
    if (isRoot && parts.length + problems.length > 0) continue
    const [, name = '', ending = ''] = /([^/]+)\.([a-z]+)$/i.exec(file) ?? []
    const form = forms[ending.toLowerCase()]
    if (form === undefined) continue
    const read = await readPart(blog, file, form)
    if (!read) continue
    if ('problem' in read) problems.push(read.problem)
    else parts.push(partOf(name, read.data))
  }
  const data = parts.reduce(merged, {})
  if (parts.length === 0 && problems.length === 0) problems.push(noConfig)
  return { ...understood(data), problems }
}

const noConfig: ImportProblem = {
  kind: 'problem',
  file: '',
  message:
    'There is no hugo.toml, and no other settings of Hugo’s: title and addresses are not known.',
  hint: 'Name the folder that holds the whole site, with its content/ and its settings.',
}

async function readPart(
  blog: OldBlog,
  file: string,
  form: DataForm,
): Promise<{ readonly data: OldFront } | { readonly problem: ImportProblem } | undefined> {
  const read = await readTextIfThere(blog, file)
  if (!read || 'problem' in read) return read
  const reading = await readData(read.text, form)
  if ('data' in reading) return { data: lowerKeys(reading.data) }
  const message = `These settings cannot be read: ${reading.fault}.`
  return { problem: { kind: 'problem', file, place: reading.place, message, unread: true } }
}

/** `config/_default/params.toml` holds what stands under `params`; languages may be part of the name. */
function partOf(name: string, data: OldFront): OldFront {
  const lower = name.toLowerCase()
  if (lower === 'hugo' || lower === 'config') return data
  const [key = '', language] = lower.replace(/^menu\b/, 'menus').split('.')
  return language === undefined ? { [key]: data } : { languages: { [language]: { [key]: data } } }
}

function merged(a: OldFront, b: OldFront): OldFront {
  const both: Record<string, unknown> = { ...a }
  for (const [key, value] of Object.entries(b)) {
    const before = both[key]
    both[key] = isMapping(before) && isMapping(value) ? merged(before, value) : value
  }
  return both
}

/** True for a mapping of names to values. */
export function isMapping(value: unknown): value is OldFront {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The mapping under a name, with names in lower case; empty where there is none. */
export function section(data: OldFront, name: string): OldFront {
  const value = data[name]
  return isMapping(value) ? lowerKeys(value) : {}
}

function understood(data: OldFront): Omit<HugoConfig, 'problems'> {
  const defaultLanguage = (textOf(data.defaultcontentlanguage) ?? 'en').toLowerCase()
  const languages = new Map(
    Object.entries(section(data, 'languages')).map(([code, value]) => [
      code,
      isMapping(value) ? lowerKeys(value) : {},
    ]),
  )
  const typed = textOf(data.baseurl)
  const url =
    typed !== undefined && /^https?:\/\//i.test(typed) && URL.canParse(typed)
      ? new URL(typed)
      : undefined
  const basePath = url ? url.pathname.replace(/\/*$/, '/') : '/'
  const baseUrl =
    url && url.hostname !== 'example.org' && url.hostname !== 'example.com'
      ? `${url.origin}${basePath}`
      : undefined
  return { data, baseUrl, basePath, languages, defaultLanguage }
}

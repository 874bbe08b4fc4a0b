import { readData } from '../data-text.ts'
import { lowerKeys, type OldFront, textOf, textsOf } from '../front-values.ts'
import type { ImportProblem } from '../imported.ts'
import { type OldBlog, readTextIfThere } from '../old-blog.ts'

/** The settings of a Jekyll site. */
export interface JekyllConfig {
  /** As they are written; names in lower case at the top. */
  readonly data: OldFront
  /** Absolute address of the home page with a slash at its end; undefined where none is known. */
  readonly baseUrl: string | undefined
  /** `baseurl`: `/` or `/blog/`. */
  readonly basePath: string
  readonly permalink: string
  readonly timeZone: string | undefined
  readonly plugins: ReadonlySet<string>
  readonly collections: ReadonlySet<string>
  readonly problems: readonly ImportProblem[]
}

const names = ['_config.yml', '_config.yaml', '_config.toml']

/** Reads `_config.yml`. */
export async function readConfig(blog: OldBlog): Promise<JekyllConfig> {
  for (const file of names) {
    const read = await readTextIfThere(blog, file)
    if (!read) continue
    if ('problem' in read) return understood({}, [read.problem])
    const reading = await readData(read.text, file.endsWith('toml') ? 'toml' : 'yaml')
    if ('data' in reading) return understood(lowerKeys(reading.data), [])
    const message = `These settings cannot be read: ${reading.fault}.`
    return understood({}, [{ kind: 'problem', file, place: reading.place, message, unread: true }])
  }
  return understood({}, [
    {
      kind: 'problem',
      file: '',
      message: 'There is no _config.yml: title and addresses of the blog are not known.',
      hint: 'Name the folder that holds the whole site, with its _posts/ and its settings.',
    },
  ])
}

function understood(data: OldFront, problems: readonly ImportProblem[]): JekyllConfig {
  const path = `/${(textOf(data.baseurl) ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/')
  const url = textOf(data.url)
  const known = url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url)
  const collections = data.collections
  return {
    data,
    baseUrl: known ? `${url.replace(/\/+$/, '')}${path}` : undefined,
    basePath: path,
    permalink: textOf(data.permalink) ?? 'date',
    timeZone: textOf(data.timezone),
    plugins: new Set(textsOf(data.plugins ?? data.gems)),
    collections: new Set(
      Array.isArray(collections) || typeof collections !== 'object' || collections === null
        ? textsOf(collections)
        : Object.keys(collections),
    ),
    problems,
  }
}

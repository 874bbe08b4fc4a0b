import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** One attack on a post. */
export interface Vector {
  readonly id: string
  /** `body`, `feed`, or the key of the front matter that it goes into: `frontmatter:title`. */
  readonly context: string
  readonly md: string
  readonly keep?: string
}

/** All attacks, and those on the body again as notes of each kind. */
export const vectors: readonly Vector[] = ['data/xss.json', 'data/own-xss.json'].flatMap((file) => {
  const data: { vectors: readonly Vector[] } = JSON.parse(
    readFileSync(new URL(file, import.meta.url), 'utf8'),
  )
  return data.vectors
})

const themeFolders = path.resolve(import.meta.dirname, '../themes')

/** The themes that come with the engine. */
export const themes: readonly string[] = readdirSync(themeFolders).filter((name) =>
  existsSync(path.join(themeFolders, name, 'theme.ts')),
)

/** Where the value of a vector goes in front matter. */
const places: Readonly<Record<string, (value: string) => string>> = {
  json: (value) => `title: ${value}`,
  author: (value) => `authors: [${value}]`,
  tag: (value) => `tags: [${value}]`,
}

/** The post of a vector. */
export function postOf({ id, context, md }: Vector): string {
  const key = context.startsWith('frontmatter:') ? context.slice(12) : undefined
  const value = JSON.stringify(md).replace(/[\x7f-\uffff]/g, (c) =>
    /[\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]/.test(c)
      ? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`
      : c,
  )
  const hostile =
    key === undefined ? '' : `${(places[key] ?? ((each) => `${key}: ${each}`))(value)}\n`
  const given = [
    `id: hostile-${id.toLowerCase()}-1\n`,
    key === 'title' || key === 'json' ? '' : `title: ${id}\n`,
    key === 'date' ? '' : 'date: 2020-01-01\n',
  ].join('')
  const body = key === undefined ? md : 'Words.'
  return `---\n${given}${hostile}---\n\n${body}\n\nA note.[^n]\n\n[^n]: ${body.replaceAll('\n', '\n    ')}\n`
}

/** The settings of a site with a theme. */
export const settingsWith = (theme: string): string =>
  `title: Margins\nurl: https://example.org/\ndescription: A test.\ntheme: ${theme}\n`

/** The site of many posts at once. */
export function siteOf(posts: readonly Vector[], theme: string): Readonly<Record<string, string>> {
  return {
    'content/site.yaml': settingsWith(theme),
    ...Object.fromEntries(
      posts.map((each) => [`content/posts/${each.id.toLowerCase()}.md`, postOf(each)]),
    ),
  }
}

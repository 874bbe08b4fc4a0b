import { stringify } from 'yaml'
import { readFrontMatter } from '../schema/front-matter.ts'
import { postKeys } from '../schema/post-keys.ts'
import { splitFrontMatter } from '../syntax/front-matter.ts'

/** Front matter by Ibid's keys, of plain data: texts, numbers, flags, lists and mappings. What is undefined is left out. */
export type Front = Readonly<Record<string, unknown>>

/** A value that Ibid could not read, which is kept under a name of the author's own. */
export interface RefusedValue {
  readonly key: string
  /** Why, in a sentence. */
  readonly message: string
  readonly hint: string | undefined
}

/** The keys that `ibid new` writes, in its order; the others follow in the manual's. */
const first = ['id', 'title', 'date', 'draft', 'tags', 'series', 'summary', 'pullquote']
const order = new Map(
  [...first, ...Object.keys(postKeys)].map((key, at) => [key, at]).reverse() as [string, number][],
)

const yamlOptions = {
  version: '1.2',
  schema: 'core',
  lineWidth: 0,
  blockQuote: false,
  aliasDuplicateObjects: false,
} as const

/**
 * A post or page as a file: front matter and Markdown.
 *
 * @param body with any line ends; LF in the file
 */
export function postFile(front: Front, body: string): string {
  const text = body.replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd()
  const head = frontText(front)
  // A rule across the page in the first line would be taken for a fence.
  if (head === '' && /^(?:---|\+\+\+)/.test(text)) return `\n${text}\n`
  return `${head}${text === '' ? '' : `${head === '' ? '' : '\n'}${text}\n`}`
}

/** Data as YAML that says the same whoever reads it: a text that looks like a number is quoted. */
export function yamlText(data: Front): string {
  return stringify(data, yamlOptions).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    '',
  )
}

function frontText(front: Front): string {
  const keys = Object.keys(front).filter((key) => front[key] !== undefined)
  if (keys.length === 0) return ''
  const rank = (key: string) => order.get(key) ?? order.size + 100
  const sorted = keys.sort((a, b) => rank(a) - rank(b))
  return `---\n${yamlText(Object.fromEntries(sorted.map((key) => [key, front[key]])))}---\n`
}

/**
 * The part of front matter that Ibid reads without a complaint. A value, or an item of a list, that it would
 * refuse moves to `x-<key>`, so that nothing is lost.
 */
export function soundFront(front: Front): {
  readonly front: Front
  readonly refused: readonly RefusedValue[]
} {
  if (complaintOf(front) === undefined) return { front, refused: [] }
  const sound: Record<string, unknown> = {}
  const refused: RefusedValue[] = []
  for (const [key, value] of Object.entries(front)) {
    const complaint = complaintOf({ [key]: value })
    if (complaint === undefined) {
      sound[key] = value
      continue
    }
    refused.push({ key, ...complaint })
    const items = Array.isArray(value) ? value : []
    const good = items.filter((item) => complaintOf({ [key]: [item] }) === undefined)
    if (good.length > 0 && complaintOf({ [key]: good }) === undefined) sound[key] = good
    const aside = key.startsWith('x-') ? JSON.stringify(value) : value
    const other = { [`x-${key.replace(/^x-/, '')}`]: aside }
    if (complaintOf(other) === undefined) Object.assign(sound, other)
  }
  return { front: sound, refused }
}

/** What Ibid says of front matter when it reads it; undefined where it says nothing. */
function complaintOf(front: Front): Omit<RefusedValue, 'key'> | undefined {
  const file = 'content/posts/imported.md'
  const split = splitFrontMatter(file, frontText(front))
  const [found] = [...split.diagnostics, ...readFrontMatter(file, split).diagnostics]
  return found && { message: found.message, hint: found.hint }
}

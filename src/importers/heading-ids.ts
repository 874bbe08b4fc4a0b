import GithubSlugger from 'github-slugger'
import type { IsCode } from './code-ranges.ts'
import type { Edit } from './edits.ts'
import { plainWords } from './markdown-words.ts'

/** Headings whose ids were given by hand. */
export interface GivenIds {
  /** Take the attributes off the headings. */
  readonly edits: readonly Edit[]
  /** The id that Ibid makes of the heading's words, by the one that was given. */
  readonly ids: ReadonlyMap<string, string>
}

/** `## Words {#id .class}`, and `{: #id}` as kramdown has it. */
const headed = /^( {0,3}#{1,6}[ \t]+)(.*?)[ \t]*\{:?[ \t]*([#.][^{}\n]*)\}[ \t]*#*[ \t]*$/gm

/** Finds attributes behind headings, which Ibid does not have. @param from where the Markdown begins */
export function givenIds(text: string, from: number, isCode: IsCode): GivenIds {
  const edits: Edit[] = []
  const ids = new Map<string, string>()
  const slugger = new GithubSlugger()
  for (const match of text.slice(from).matchAll(headed)) {
    const [line, marks = '', words = '', attributes = ''] = match
    const start = from + match.index
    if (isCode(start + marks.length) || words === '') continue
    edits.push({ start: start + marks.length + words.length, end: start + line.length, insert: '' })
    const id = /#([^\s.#}]+)/.exec(attributes)?.[1]
    if (id !== undefined) ids.set(id, slugger.slug(plainWords(words)))
  }
  return { edits, ids }
}

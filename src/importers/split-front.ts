import { type DataForm, type DataReading, readData } from './data-text.ts'

/** A text, cut into its front matter and where the rest begins. */
export interface FrontSplit {
  readonly form: DataForm | undefined
  /** Between the fences; empty where there is none. */
  readonly front: string
  /** The line that it begins in, from 1. */
  readonly line: number
  /** Offset of the Markdown, UTF-16. */
  readonly start: number
}

const fences: Readonly<Record<string, DataForm>> = { '---': 'yaml', '+++': 'toml' }

/** Cuts front matter off: YAML between `---`, TOML between `+++`, or a JSON object. */
export function splitFront(text: string): FrontSplit {
  const [, fence = ''] = /^(---|\+\+\+)[ \t]*\r?(?:\n|$)/.exec(text) ?? []
  const form = fences[fence]
  if (form !== undefined) return fenced(text, fence, form)
  return /^\s*\{[ \t]*(?:\r?\n|")/.test(text) ? braced(text) : none
}

/** What the front matter of a text says. */
export async function readFront(split: FrontSplit): Promise<DataReading> {
  return split.form === undefined ? { data: {} } : readData(split.front, split.form, split.line)
}

const none: FrontSplit = { form: undefined, front: '', line: 1, start: 0 }

function fenced(text: string, fence: string, form: DataForm): FrontSplit {
  const begin = text.indexOf('\n') + 1
  const pattern = fence === '---' ? /^---[ \t]*\r?(?:\n|$)/gm : /^\+\+\+[ \t]*\r?(?:\n|$)/gm
  pattern.lastIndex = begin
  const end = begin === 0 ? null : pattern.exec(text)
  if (!end) return none
  return {
    form,
    front: text.slice(begin, end.index),
    line: 2,
    start: end.index + end[0].length,
  }
}

/** The object ends with the brace that closes its first one. */
function braced(text: string): FrontSplit {
  const begin = text.indexOf('{')
  let depth = 0
  for (const match of text.slice(begin).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (match[0] === '{') depth++
    if (match[0] === '}') depth--
    if (depth > 0) continue
    const end = begin + match.index + 1
    const line = text.slice(0, begin).split('\n').length
    return { form: 'json', front: text.slice(begin, end), line, start: end }
  }
  return none
}

import type { Code } from 'mdast'
import type { CodeInfo } from '../../model/components.ts'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import { nearestName } from '../../model/nearest-name.ts'
import type { ComponentSource } from './directive.ts'

/** What a code block's first line says, and what of it makes no sense. */
export interface CodeInfoReading {
  readonly info: CodeInfo
  /** In sentences for the author: what is wrong, what to type. */
  readonly problems: readonly (readonly [message: string, hint: string])[]
}

/**
 * Reads the first line of fenced code: the language, `title="check.c"`, `{3,5-7}`. What other tools
 * write there besides is passed over.
 *
 * @param info what stands behind the fence
 * @param lineCount how many lines the code has
 */
export function readCodeInfo(info: string, lineCount: number): CodeInfoReading {
  const problems: [string, string][] = []
  const language = /^(?![\p{L}\p{N}_-]+=)[^\s{]+/u.exec(info)?.[0]
  const rest = info.slice(language?.length ?? 0)
  let title: string | undefined
  let marked: CodeInfo['marked'] = []
  for (const { 0: whole, 1: braces, 2: name = '', 3: quoted, 4: bare } of rest.matchAll(part)) {
    if (braces !== undefined) {
      const lines = readLines(braces, lineCount)
      marked = union([...marked, ...lines.marked])
      for (const problem of lines.problems) problems.push(problem)
      continue
    }
    const value = quoted === undefined ? (bare ?? '') : quoted.slice(1, -1)
    if (name === 'title' && value.trim() !== '') title ??= value.trim()
    else if (name === 'title')
      problems.push([`“${whole}” gives the code no title.`, 'title="check.c"'])
    else if (nearestName(name, ['title']))
      problems.push([
        `Code has a title, but no “${name}”.`,
        `Did you mean title="${value.replaceAll('"', '')}"?`,
      ])
  }
  return { info: { language, title, marked }, problems }
}

/** `{…}`, or `name=value` with the value in quotes or without. */
const part = /\{([^{}]*)\}?|([\p{L}_-]+)=("[^"]*"?|'[^']*'?)?([^\s"'{]*)/gu

/** Lines as they are typed in braces: `3,5-7`. */
function readLines(
  typed: string,
  lineCount: number,
): { marked: CodeInfo['marked']; problems: [string, string][] } {
  const marked: [number, number][] = []
  const problems: [string, string][] = []
  // Pandoc writes classes and attributes in braces; they are not meant for this.
  if (/[.#=]/.test(typed)) return { marked, problems }
  for (const each of typed.split(',').map((range) => range.trim())) {
    const [, first = '', last = first] = /^(\d{1,7})(?:\s*[-–]\s*(\d{1,7}))?$/.exec(each) ?? []
    const range = [Number(first), Number(last)] as const
    if (first === '' || range[0] < 1 || range[1] < range[0])
      problems.push([
        `“${each}” in {${typed}} says no lines to mark.`,
        'Lines are counted from 1 and parted by commas: {3,5-7}.',
      ])
    else if (range[1] > lineCount)
      problems.push([
        `{${typed}} marks line ${range[1]}, but the code has ${lineCount === 1 ? 'one line' : `${lineCount} lines`}.`,
        'Count the lines of the code from 1, without the fence.',
      ])
    if (first !== '' && range[0] >= 1 && range[0] <= range[1] && range[0] <= lineCount)
      marked.push([range[0], Math.min(range[1], lineCount)])
  }
  return { marked, problems }
}

/** Ranges in order; those that touch are one. */
function union(ranges: CodeInfo['marked']): CodeInfo['marked'] {
  const merged: [number, number][] = []
  for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const before = merged.at(-1)
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else merged.push([first, last])
  }
  return merged
}

/**
 * Code with what its first line says in `data.info`, and what is to be said about that line.
 *
 * @param source the file that the node's position counts in
 */
export function withCodeInfo(
  node: Code,
  source: ComponentSource,
): { readonly node: Code; readonly diagnostics: readonly Diagnostic[] } {
  if (!node.lang) return { node, diagnostics: [] }
  const typed = node.meta ? `${node.lang} ${node.meta}` : node.lang
  const { info, problems } = readCodeInfo(typed, node.value.split('\n').length)
  const start = node.position?.start
  const column = (start?.column ?? 1) + fenceLength(node, source)
  const place = start && { start, end: { line: start.line, column } }
  return {
    node: { ...node, data: { ...node.data, info } },
    diagnostics: problems.map(([message, hint]) =>
      diagnose('HT207', { message, file: source.path, place, hint }),
    ),
  }
}

/** UTF-16 code units of the line that opens a block of code. */
function fenceLength(node: Code, { text }: ComponentSource): number {
  const start = node.position?.start.offset ?? 0
  return /^[^\r\n]*/.exec(text.slice(start, start + 1000))?.[0].length ?? 0
}

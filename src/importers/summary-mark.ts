import type { IsCode } from './code-ranges.ts'
import { type Edit, withoutLines } from './edits.ts'

const mark = /^[ \t]*<!--[ \t]*more[ \t]*-->[ \t]*(?:\r?\n|$)/gim

/** Takes out the marks that end a summary, `<!--more-->`. @param from where the Markdown begins */
export function withoutSummaryMarks(text: string, from: number, isCode: IsCode): readonly Edit[] {
  return [...text.slice(from).matchAll(mark)]
    .map(({ 0: line, index }) => withoutLines(text, from + index, from + index + line.length))
    .filter(({ start }) => !isCode(start + 4))
}

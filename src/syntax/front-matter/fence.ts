import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import { linesOf } from '../lines.ts'
import type { BodyStart } from '../positions.ts'
import { otherFence, refusedFence, unclosed } from './fence-findings.ts'

/** Where front matter lies in a text. */
export interface Fenced {
  /** Between the fences, without the line end before the closing one. */
  readonly yaml: { readonly text: string; readonly line: number; readonly offset: number }
  /** Where the text after the closing fence begins. */
  readonly bodyStart: BodyStart
}

/** Front matter, none at all, or the reason why it cannot be told where it ends. */
export type FenceReading =
  | { readonly kind: 'fenced'; readonly fenced: Fenced }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly finding: Diagnostic }

/**
 * Finds the front matter of a text: a first line of `---`, closed by the next line of `---` or `...`
 * (as YAML, Jekyll and Pandoc close it). Spaces may follow the dashes, nothing else: what other programs
 * read there is the name of a language to run.
 */
export function findFence(file: string, text: string): FenceReading {
  const [opening, tail = ''] = /^---([^\r\n]*)/.exec(text) ?? []
  if (opening === undefined) return withoutFence(file, text)
  // A rule across the page, such as `- - -` and `-----` (CommonMark 0.31.2, 4.1).
  if (/^[-\t ]*-[-\t ]*$/.test(tail)) return { kind: 'none' }
  if (tail.trim() !== '') return refused(refusedFence(file, text, tail))
  const closing = /(?:\r\n|\r|\n)(?:---|\.\.\.(?=[ \t]*(?:[\r\n]|$)))([^\r\n]*)/g
  closing.lastIndex = opening.length
  const match = closing.exec(text)
  if (!match) return refused(unclosed(file, text))
  const start = Math.min(afterLineEnd(text, opening.length), text.length)
  const end = Math.max(start, match.index)
  if (match[1]?.trim() !== '')
    return refused(badClosing(file, text, match.index + lineEndLength(text, match.index)))
  const head = text.slice(0, afterLineEnd(text, closing.lastIndex))
  const bodyStart = { ...linesOf(head).pointAt(head.length), offset: head.length }
  const yaml = { text: text.slice(start, end), line: 2, offset: start }
  return { kind: 'fenced', fenced: { yaml, bodyStart } }
}

function refused(finding: Diagnostic): FenceReading {
  return { kind: 'refused', finding }
}

function lineEndLength(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return 2
  return /[\r\n]/.test(text.charAt(offset)) ? 1 : 0
}

function afterLineEnd(text: string, offset: number): number {
  return offset + lineEndLength(text, offset)
}

function withoutFence(file: string, text: string): FenceReading {
  const finding = otherFence(file, text)
  return finding ? refused(finding) : { kind: 'none' }
}

function badClosing(file: string, text: string, offset: number): Diagnostic {
  const { pointAt } = linesOf(text.slice(0, offset + 200))
  const line = /^[^\r\n]*/.exec(text.slice(offset, offset + 200))?.[0] ?? ''
  return diagnose('FM301', {
    message: `This line begins with --- but does not close the front matter: something follows the three dashes.`,
    file,
    place: { start: pointAt(offset), end: pointAt(offset + line.length) },
    hint: 'Type `---` alone on the line that closes the front matter.',
  })
}

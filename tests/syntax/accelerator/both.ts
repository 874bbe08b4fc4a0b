import { satteriReader } from '../../../src/io/satteri-reader.ts'
import { sourcePath } from '../../../src/model/paths.ts'
import { quickTree } from '../../../src/syntax/accelerator/quick-tree.ts'
import { featuresOf } from '../../../src/syntax/features.ts'
import { readMarkdown } from '../../../src/syntax/markdown.ts'
import { parse } from '../../../src/syntax/parse.ts'

/** The quicker parser, where it is installed. */
export const reader = await satteriReader()
/** Why a test that needs the quicker parser is left out; false where it is not. */
export const absent = reader ? false : 'satteri is not installed, or does not run on this machine'

/** A value as text, its keys in one order, so that equal trees are equal texts. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}

/** A text read by the parser of record alone, and with the quicker one's help, as text. */
export function bothWays(text: string): { readonly record: string; readonly quick: string } {
  const reading = { features: featuresOf(text), labels: [] }
  return {
    record: plain(readMarkdown(text, reading)),
    quick: plain(readMarkdown(text, { ...reading, quick: reader })),
  }
}

/** A text and its star notes, read by the parser of record alone and with the quicker one's help, as text. */
export function bothWithStars(text: string): { readonly record: string; readonly quick: string } {
  const source = { path: sourcePath('content/posts/p.md'), text }
  const start = { line: 1, column: 1, offset: 0 }
  const options = { stars: 'auto', math: false } as const
  return {
    record: plain(parse(source, start, options)),
    quick: plain(parse(source, start, { ...options, quick: reader })),
  }
}

/** Whether the quicker parser's tree is taken for a text. */
export function isTaken(text: string): boolean {
  if (!reader || featuresOf(text).literalLinks) return false
  return quickTree(text, { reader, labels: false }) !== undefined
}

/** Whether the quicker parser, asked without a gate, gives the tree that the parser of record gives. */
export function agrees(text: string): boolean {
  if (!reader) return true
  const reading = { features: featuresOf(text), labels: [] }
  return plain(readMarkdown(text, reading)) === plain(reader(text))
}

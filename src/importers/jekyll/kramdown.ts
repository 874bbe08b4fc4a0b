import type { IsCode } from '../code-ranges.ts'
import { type Edit, withoutLines } from '../edits.ts'

/** What kramdown writes that Markdown does not have. */
export interface KramdownParts {
  readonly edits: readonly Edit[]
  /** Short forms and what they stand for, which the text explains to readers. */
  readonly abbreviations: ReadonlyMap<string, string>
  /** True where a table of contents is asked for. */
  readonly toc: boolean
  /** True where there are formulas. */
  readonly math: boolean
  /** What means nothing here, with its place. */
  readonly remarks: readonly {
    readonly start: number
    readonly end: number
    readonly message: string
    readonly hint: string
  }[]
}

const contents =
  /^[ \t]*(?:[*+-]|\d+\.)[ \t]+[^\n]*\n[ \t]*\{:[ \t]*[^{}\n]*\btoc\b[^{}\n]*\}[ \t]*$/gm
const blockAttributes = /^[ \t>]*\{:(?!:)[^{}\n]*\}[ \t]*(?:\n|$)/gm
const spanAttributes = /(?<=[)\]*_`"'>}])\{:(?!:)[^{}\n]{0,300}\}/g
const extensions =
  /\{::(?:options|comment|nomarkdown)\b[^{}\n]{0,300}\/\}|\{::comment\}[\s\S]{0,20000}?\{:\/(?:comment)?\}|\{::nomarkdown[^{}\n]{0,100}\}|\{:\/(?:nomarkdown)?\}/g
const abbreviation = /^ {0,3}\*\[([^\]\n]{1,100})\]:[ \t]*([^\n]*?)[ \t]*(?:\n|$)/gm
const formula = /(?<!\\)\$\$([^$]{1,5000}?)\$\$/g
const definition = /^(?![ \t>:#*+-])[^\n]+\n\n?:[ \t]+\S/gm
const markdownInHtml = /\bmarkdown\s*=\s*["']?(?:1|block|span)\b["']?/g

/** Finds what kramdown adds to Markdown. @param from where the Markdown begins */
export function kramdownParts(text: string, from: number, isCode: IsCode): KramdownParts {
  const edits: Edit[] = []
  const matches = (
    pattern: RegExp,
  ): readonly { readonly match: RegExpExecArray; readonly start: number; readonly end: number }[] =>
    [...text.slice(from).matchAll(pattern)]
      .map((match) => ({
        match,
        start: from + match.index,
        end: from + match.index + match[0].length,
      }))
      .filter(({ start, match }) => !isCode(start + Math.max(0, match[0].search(/\S/))))
  const remove = (pattern: RegExp): number => {
    const found = matches(pattern)
    for (const { start, end, match } of found)
      edits.push(
        match[0].endsWith('\n') ? withoutLines(text, start, end) : { start, end, insert: '' },
      )
    return found.length
  }
  const toc = remove(contents) > 0
  for (const pattern of [blockAttributes, spanAttributes, extensions]) remove(pattern)
  const abbreviations = new Map<string, string>()
  for (const { match, start, end } of matches(abbreviation)) {
    const [, short = '', long = ''] = match
    edits.push(withoutLines(text, start, end))
    if (long !== '' && !abbreviations.has(short)) abbreviations.set(short, long)
  }
  const formulas = matches(formula)
  for (const { match, start, end } of formulas)
    if (!standsAlone(text, start, end))
      edits.push({ start, end, insert: `$${(match[1] ?? '').trim()}$` })
  return { edits, abbreviations, toc, math: formulas.length > 0, remarks: remarksOf(matches) }
}

/** A formula by itself between blank lines is set apart; within words it is part of them. */
function standsAlone(text: string, start: number, end: number): boolean {
  return (
    /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 200), start)) &&
    /^[ \t]*\.?(?:\r?\n|$)/.test(text.slice(end, end + 200))
  )
}

function remarksOf(
  matches: (pattern: RegExp) => readonly { readonly start: number; readonly end: number }[],
): KramdownParts['remarks'] {
  return [
    ...matches(definition)
      .slice(0, 1)
      .map((place) => ({
        ...place,
        message: 'A list of definitions (`: …`) is no list in Ibid; it stays text.',
        hint: 'Write it as a list, or as a table.',
      })),
    ...matches(markdownInHtml)
      .slice(0, 1)
      .map((place) => ({
        ...place,
        message:
          'Markdown within HTML is read only between blank lines; `markdown="1"` means nothing here.',
        hint: 'Put a blank line behind the opening tag and one before the closing one.',
      })),
  ]
}

import {
  definition,
  delimiterRow,
  fence,
  heading,
  isWords,
  item,
  note,
  quotation,
  row,
  rule,
} from './line-shapes.ts'

/** What lines belong to that do not begin a block themselves. */
type Owner =
  | 'paragraph'
  | 'list'
  | 'note'
  /** A list in a note. */
  | 'noteList'
  /** A note that has had its list. */
  | 'noteAfterList'
  | 'quotation'
  | 'definition'
  | 'table'
  | 'nothing'

/** Where the reading of a text stands, line by line. */
interface Progress {
  readonly owner: Owner
  /** Whether the line before was empty. */
  readonly blank: boolean
  /** The marker of the items of a note's list: a bullet, or the sign behind the number. */
  readonly marker?: string | undefined
  /** How many bars each row of the table has. */
  readonly bars?: number | undefined
  /** How many rows of the table have been read, its heading and the row of hyphens among them. */
  readonly rows?: number | undefined
}

const beginning: Progress = { owner: 'nothing', blank: true }

/**
 * Whether each line of a text opens blocks in one of the ways that are known to be read alike: at the margin,
 * one block a line, with words in it; in lists nothing but lists and words, in notes words and one plain list, in
 * quotations words; code only between fences at the margin; tables whose rows have equally many cells. Linear
 * in time.
 *
 * @returns the lines outside code; undefined where the text is not so
 */
export function simpleLines(text: string): readonly string[] | undefined {
  const outside: string[] = []
  let at = beginning
  let closing: RegExp | undefined
  for (const line of text.split(/\r?\n/)) {
    if (closing) {
      if (closing.test(line)) closing = undefined
      continue
    }
    const marks = at.owner === 'table' ? undefined : fence.exec(line)?.[1]
    if (marks) {
      if (endsDefinition(at)) return undefined
      closing = new RegExp(`^${marks[0]}{${marks.length},}$`)
      at = { owner: 'nothing', blank: false }
      continue
    }
    const next = line === '' ? afterBlank(at) : after(line, at)
    if (!next) return undefined
    at = next
    outside.push(line)
  }
  return closing || at.rows === 1 ? undefined : outside
}

/** Empty lines end what is within a margin of its own only where the next line says so. */
function afterBlank({ owner, marker, rows }: Progress): Progress | undefined {
  if (rows === 1) return undefined
  const stays = owner === 'list' || isNote(owner)
  return { owner: stays ? owner : 'nothing', blank: true, marker }
}

/** Below the definition of an address, without an empty line, satteri takes blocks for the end of words. */
function endsDefinition({ owner, blank }: Progress): boolean {
  return owner === 'definition' && !blank
}

function isNote(owner: Owner): boolean {
  return owner === 'note' || owner === 'noteList' || owner === 'noteAfterList'
}

/** Undefined where a line is not known to be read alike. */
function after(line: string, at: Progress): Progress | undefined {
  if (line.startsWith('|') || at.owner === 'table') return afterRow(line, at)
  if (line.startsWith(' ')) {
    if (at.owner === 'list') return inList(line)
    return isNote(at.owner) ? inNote(line, at) : undefined
  }
  const owner = begun(line, at)
  return owner && { owner, blank: false }
}

/** A table begins below an empty line and ends above one; each row has the cells of the heading. */
function afterRow(line: string, { owner, blank, bars, rows = 0 }: Progress): Progress | undefined {
  if (owner !== 'table' && !blank) return undefined
  if (!(rows === 1 ? delimiterRow : row).test(line)) return undefined
  const own = line.split('|').length - 1
  return rows > 0 && own !== bars
    ? undefined
    : { owner: 'table', blank: false, bars: own, rows: rows + 1 }
}

/** What a line at the margin belongs to. */
function begun(line: string, { owner, blank }: Progress): Owner | undefined {
  if (endsDefinition({ owner, blank }) && !definition.test(line)) return undefined
  if (rule.test(line) || (owner === 'paragraph' && !blank && /^=+$/.test(line))) return 'nothing'
  for (const [opening, opened] of openings) {
    const [found] = opening.exec(line) ?? []
    if (found === undefined) continue
    // Only a 1 may begin a list where words end without an empty line; what comes before such words counts too.
    if (opened === 'list' && owner !== 'list' && !blank && /^[02-9]|^1\d/.test(line))
      return undefined
    return isWords(line.slice(found.length)) ? opened : undefined
  }
  if (definition.test(line)) return blank || owner === 'definition' ? 'definition' : undefined
  if (!isWords(line)) return undefined
  if (blank || owner === 'nothing') return 'paragraph'
  return owner === 'noteList' ? undefined : owner
}

const openings: readonly (readonly [RegExp, Owner])[] = [
  [heading, 'nothing'],
  [item, 'list'],
  [quotation, 'quotation'],
  [note, 'note'],
]

/** An indented line below an item: another list, or words, however deep. */
function inList(line: string): Progress | undefined {
  const content = line.trimStart()
  const [marker = ''] = item.exec(content) ?? []
  return isWords(content.slice(marker.length)) ? { owner: 'list', blank: false } : undefined
}

/**
 * An indented line below a note: words, from four spaces on, or the items of one list without empty lines between
 * them, all with the same marker. Where items end in other lists is told otherwise.
 */
function inNote(line: string, { owner, blank, marker }: Progress): Progress | undefined {
  const content = line.trimStart()
  const indent = line.length - content.length
  if (indent < 4) return undefined
  const [found] = item.exec(content) ?? []
  if (found === undefined) {
    if (!isWords(content)) return undefined
    const next = owner === 'noteList' && blank ? 'noteAfterList' : owner
    return { owner: next, blank: false, marker }
  }
  const own = /[^\d\s]/.exec(found)?.[0]
  const fits = owner === 'note' || (owner === 'noteList' && !blank && own === marker)
  if (indent !== 4 || !fits || !isWords(content.slice(found.length))) return undefined
  return { owner: 'noteList', blank: false, marker: own }
}

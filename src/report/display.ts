/** One thing that a terminal shows: a letter with its marks, a picture sign, the space a tab takes. */
export interface Cell {
  readonly text: string
  /** Columns of a terminal. */
  readonly width: number
  /** UTF-16 offset in the line. */
  readonly start: number
  /** Offset behind it. */
  readonly end: number
}

type Shown = Pick<Cell, 'text' | 'width'>

const tabStop = 4
/** More marks than this on one letter are not shown. */
const longestCell = 16

/**
 * Wide and full-width characters: UAX #11, classes W and F, by blocks. Picture signs are asked of the
 * engine's own Unicode tables.
 */
const wide =
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u
/** Characters that are not seen but change what is seen: bidi controls, joiners, soft hyphens. */
const unseen = /^[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]$/u

/** Cuts a stretch of a line into what a terminal shows. @param offset of the stretch in the line */
export function cellsOf(text: string, offset = 0): readonly Cell[] {
  // The common case: each letter is one cell. Finding the borders of letters takes a hundred times as long.
  if (/^[ -~]*$/.test(text))
    return Array.from(text, (letter, i) => {
      const start = offset + i
      return { text: letter, width: 1, start, end: start + 1 }
    })
  const cells: Cell[] = []
  let column = 0
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(
    text,
  )) {
    const cell = segment === '\t' ? tabAt(column) : shownAs(segment)
    const start = offset + index
    cells.push({ ...cell, start, end: start + segment.length })
    column += cell.width
  }
  return cells
}

function tabAt(column: number): Shown {
  const width = tabStop - (column % tabStop)
  return { text: ' '.repeat(width), width }
}

function shownAs(grapheme: string): Shown {
  const code = grapheme.codePointAt(0) ?? 0
  if (code < 0x20) return { text: String.fromCharCode(0x2400 + code), width: 1 }
  if (code === 0x7f) return { text: '\u2421', width: 1 }
  if (code >= 0x80 && code < 0xa0) return { text: '\ufffd', width: 1 }
  if (unseen.test(grapheme)) {
    const text = `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
    return { text, width: text.length }
  }
  const text =
    grapheme.length > longestCell ? grapheme.slice(0, longestCell).toWellFormed() : grapheme
  if (wide.test(text) || text.includes('\ufe0f')) return { text, width: 2 }
  return { text, width: /^\p{M}/u.test(text) ? 0 : 1 }
}

/** Text in which nothing can move the cursor, ring a bell or turn letters around; line ends become spaces. */
export function printable(text: string): string {
  // The common case, without a look at every letter.
  if (
    !/[\0-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/.test(
      text,
    )
  )
    return text
  const line = text.replaceAll(/\r\n|[\r\n\t]/g, ' ')
  return cellsOf(line)
    .map((cell) => cell.text)
    .join('')
}

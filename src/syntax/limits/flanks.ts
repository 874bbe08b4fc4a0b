/** Whether a run of signs can open and close emphasis. */
export interface Flanks {
  readonly opens: boolean
  readonly closes: boolean
}

/** White space, punctuation (symbols among it), or anything else. */
type Kind = 'space' | 'punctuation' | 'other'

/**
 * The flanks of a delimiter run (CommonMark 0.31.2, 6.2). Half of a surrogate pair counts as a letter.
 *
 * @param start of the run in the text
 * @param end behind it
 */
export function flankOf(text: string, start: number, end: number): Flanks {
  const before = kindOf(text[start - 1])
  const after = kindOf(text[end])
  const left = after === 'other' || (after === 'punctuation' && before !== 'other')
  const right = before === 'other' || (before === 'punctuation' && after !== 'other')
  if (text[start] !== '_') return { opens: left, closes: right }
  return {
    opens: left && (!right || before === 'punctuation'),
    closes: right && (!left || after === 'punctuation'),
  }
}

function kindOf(character: string | undefined): Kind {
  if (character === undefined || /\s/.test(character)) return 'space'
  return /[\p{P}\p{S}]/u.test(character) ? 'punctuation' : 'other'
}

import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import { type Lines, linesOf } from '../lines.ts'

/** No finding is told of more often than this in one file. */
const mostFindings = 20

/** C0 but for tab, LF and CR; DEL and C1; the two that XML 1.0 forbids beside them. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g

/** Explicit directional formatting characters (Unicode Standard Annex #9, 2). */
const directions: ReadonlyMap<string, string> = new Map([
  ['\u202a', 'LEFT-TO-RIGHT EMBEDDING'],
  ['\u202b', 'RIGHT-TO-LEFT EMBEDDING'],
  ['\u202c', 'POP DIRECTIONAL FORMATTING'],
  ['\u202d', 'LEFT-TO-RIGHT OVERRIDE'],
  ['\u202e', 'RIGHT-TO-LEFT OVERRIDE'],
  ['\u2066', 'LEFT-TO-RIGHT ISOLATE'],
  ['\u2067', 'RIGHT-TO-LEFT ISOLATE'],
  ['\u2068', 'FIRST STRONG ISOLATE'],
  ['\u2069', 'POP DIRECTIONAL ISOLATE'],
])

const directionControls = /[\u202a-\u202e\u2066-\u2069]/g

/** `U+202E`. */
function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** Errors for characters that no text may have, each with its place. */
export function findControls(file: string, text: string): readonly Diagnostic[] {
  return eachCapped(text, controls, (character, place, others) =>
    character === '\0'
      ? diagnose('FS105', {
          message: `A NUL character (U+0000) stands here${others}. No text has one, and Markdown would replace it.`,
          file,
          place,
          hint: 'Take it away. If the file is no text at all, give it another name than .md.',
        })
      : diagnose('FS106', {
          message: `The control character ${codePoint(character)} stands here${others}. It is not seen on screen, and feeds with it are broken.`,
          file,
          place,
          hint: replacementFor(character),
        }),
  )
}

/** Warnings for characters that can make text look other than it is. */
export function findDirectionControls(file: string, text: string): readonly Diagnostic[] {
  return eachCapped(text, directionControls, (character, place, others) =>
    diagnose('FS107', {
      message: `The unseen character ${codePoint(character)} (${directions.get(character)}) stands here${others}. It can make the text after it look other than it is.`,
      file,
      place,
      hint: `Take it away; if it is meant, write &#x${codePoint(character).slice(2)}; so that it can be seen in the source.`,
    }),
  )
}

/** A warning where an earlier program already lost characters. */
export function findLostCharacters(file: string, text: string): readonly Diagnostic[] {
  return eachCapped(text, /\ufffd/g, (_, place, others) =>
    diagnose('FS108', {
      message: `The sign for a lost character (U+FFFD) stands here${others}: the text was once saved or copied in the wrong encoding.`,
      file,
      place,
      hint: 'Type the character that was meant; if the sign itself is meant, write &#xFFFD;.',
    }),
  )
}

/** What was probably meant by a control character. */
function replacementFor(character: string): string {
  const code = character.charCodeAt(0)
  if (code === 0x0b || code === 0x0c || code === 0x85) return 'Put a line break in its place.'
  if (code < 0x80 || code > 0x9f) return 'Take it away.'
  const meant = new TextDecoder('windows-1252').decode(Uint8Array.of(code))
  return meant === character
    ? 'Take it away.'
    : `In Windows-1252 this is “${meant}”: type that in its place.`
}

function eachCapped(
  text: string,
  pattern: RegExp,
  tell: (character: string, place: ReturnType<Lines['positionOf']>, others: string) => Diagnostic,
): readonly Diagnostic[] {
  const offsets: number[] = []
  let count = 0
  for (const { index } of text.matchAll(pattern)) {
    count++
    if (offsets.length < mostFindings) offsets.push(index)
  }
  if (count === 0) return []
  const lines = linesOf(text)
  return offsets.map((offset, i) => {
    const more = i === mostFindings - 1 ? count - mostFindings : 0
    const others = more > 0 ? ` (and ${more} more further on)` : ''
    return tell(text.charAt(offset), lines.positionOf(offset, offset + 1), others)
  })
}

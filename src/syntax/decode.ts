import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { SourcePath } from '../model/paths.ts'
import { findControls, findDirectionControls, findLostCharacters } from './decode/characters.ts'
import { knownFormat, looksBinary, wideEncoding } from './decode/sniff.ts'
import { findUtf8Fault, type Utf8Fault } from './decode/utf8.ts'
import { tooLarge } from './limits/file-size.ts'
import { linesOf } from './lines.ts'

/** The text of a file, with warnings; or, where it is no text that can be used, only the reasons. */
export type Decoded =
  | { readonly text: string; readonly diagnostics: readonly Diagnostic[] }
  | { readonly text: undefined; readonly diagnostics: readonly Diagnostic[] }

/**
 * The text of a file, from strict UTF-8 (WHATWG Encoding). A byte order mark is dropped; nothing else is
 * changed or replaced, so that every position is the one on disk. Never throws.
 *
 * @param bytes the file, or, where it is larger than the limit, its first bytes beyond it
 */
export function decodeText(path: SourcePath, bytes: Uint8Array): Decoded {
  const large = tooLarge(path, bytes.length)
  if (large) return refused(large)
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const content = marked ? bytes.subarray(3) : bytes
  if (content.length === 0) return refused(empty(path, marked ? 'but a byte order mark' : ''))
  const text = decoded(content)
  if (text === undefined) {
    const fault = findUtf8Fault(content) ?? { offset: 0, reason: 'it is not valid' }
    return refused(
      otherEncoding(path, bytes) ??
        notText(path, bytes) ??
        invalidUtf8(path, content, fault, marked ? 3 : 0),
    )
  }
  const controls = findControls(path, text)
  if (controls.length > 0) {
    const other = otherEncoding(path, bytes) ?? notText(path, bytes)
    return other ? refused(other) : { text: undefined, diagnostics: controls }
  }
  if (/^[\s\p{Default_Ignorable_Code_Point}]*$/u.test(text))
    return refused(empty(path, 'but white space and the like'))
  return {
    text,
    diagnostics: [...findDirectionControls(path, text), ...findLostCharacters(path, text)],
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function refused(finding: Diagnostic): Decoded {
  return { text: undefined, diagnostics: [finding] }
}

function empty(file: string, but: string): Diagnostic {
  return diagnose('FS101', {
    message: `This file is empty: there is nothing in it${but === '' ? '' : ` ${but}`}.`,
    file,
    hint: 'Write something in it, or take the file away.',
  })
}

function otherEncoding(file: string, bytes: Uint8Array): Diagnostic | undefined {
  const encoding = wideEncoding(bytes)
  if (encoding === undefined) return undefined
  return diagnose('FS102', {
    message: `This file is ${encoding.slice(0, 6)}, not UTF-8.`,
    file,
    hint: `Save the file as UTF-8 in your editor, or: iconv -f ${encoding} -t UTF-8`,
  })
}

function notText(file: string, bytes: Uint8Array): Diagnostic | undefined {
  const format = knownFormat(bytes)
  if (format === undefined && !looksBinary(bytes)) return undefined
  return diagnose('FS103', {
    message: `This file is not text${format === undefined ? '' : ` but ${format}`}.`,
    file,
    hint: 'Give it the ending of what it is, or take it away.',
  })
}

function invalidUtf8(
  file: string,
  content: Uint8Array,
  { offset, reason }: Utf8Fault,
  skipped: number,
): Diagnostic {
  const before = decoded(content.subarray(0, offset)) ?? ''
  const at = linesOf(before).pointAt(before.length)
  const byte = content[offset] ?? 0
  const hex = `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`
  const end = { ...at, column: at.column + 1, offset: before.length + 1 }
  return diagnose('FS104', {
    message: `Byte ${hex} at offset ${offset + skipped} (line ${at.line}, column ${at.column}) is not valid UTF-8: ${reason}.`,
    file,
    place: { start: at, end },
    hint: encodingHint(byte, content[offset + 1]),
  })
}

/** A letter of an old encoding stands alone between plain ones; a sequence that is merely cut does not. */
function encodingHint(byte: number, next: number | undefined): string {
  const letter = new TextDecoder('windows-1252').decode(Uint8Array.of(byte))
  if (byte < 0xa0 || (next !== undefined && next >= 0x80))
    return 'Save the file as UTF-8 in your editor.'
  return `If the file is in Windows-1252 (Latin-1), the byte is “${letter}”. Save the file as UTF-8 in your editor, or: iconv -f WINDOWS-1252 -t UTF-8`
}

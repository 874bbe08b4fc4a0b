import { SignatureError } from './signature-error.ts'

const opening = 'untrusted comment: '

/** A file of minisign: a comment that nothing vouches for, then lines. */
export interface MinisignText {
  readonly comment: string
  /** The lines behind the comment. */
  readonly lines: readonly string[]
}

/**
 * Takes a key or signature file of minisign apart.
 *
 * @param what how messages name the file
 * @throws SignatureError where it is none
 */
export function readMinisignText(text: string, what: string): MinisignText {
  const [first = '', ...lines] = text.replace(/\n+$/, '').split(/\r?\n/)
  if (!first.startsWith(opening))
    throw new SignatureError(
      `${what} is no file of minisign: its first line does not begin with “untrusted comment:”.`,
    )
  return { comment: first.slice(opening.length), lines }
}

/** The text of such a file. */
export function printMinisignText(comment: string, lines: readonly string[]): string {
  return `${opening}${comment}\n${lines.join('\n')}\n`
}

/**
 * The bytes of a line.
 *
 * @param size how many bytes there must be
 * @throws SignatureError where the line is no Base64, or of another length
 */
export function base64Bytes(line: string | undefined, size: number, what: string): Uint8Array {
  const bytes = Buffer.from(line ?? '', 'base64')
  if (bytes.length !== size || bytes.toString('base64') !== line)
    throw new SignatureError(`${what} is damaged, or no file of minisign.`)
  return new Uint8Array(bytes)
}

/** A key's id as minisign shows it: 16 hexadecimal digits. */
export function keyIdText(id: Uint8Array): string {
  return Buffer.from(id).reverse().toString('hex').toUpperCase()
}

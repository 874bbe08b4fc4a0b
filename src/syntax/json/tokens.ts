/** A piece of a text of JSON, with its UTF-16 offsets. */
export type JsonToken = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'other'; readonly value: number | boolean | null }
  | { readonly kind: 'end' }
  | { readonly kind: 'fault'; readonly problem: string }
)

/** RFC 8259, sections 2, 3, 6 and 7: white space; a sign, a text, or another value. */
const piece =
  /([ \t\r\n]+)|([{}[\]:,])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/u

/** Cuts a text into its pieces; the last is its end, or the first that cannot stand in JSON. */
export function jsonTokens(text: string): readonly JsonToken[] {
  const found: JsonToken[] = []
  const pattern = new RegExp(piece, 'uy')
  let start = 0
  while (start < text.length) {
    const [whole, space, sign, string, other] = pattern.exec(text) ?? []
    if (whole === undefined) return [...found, faultAt(text, start)]
    const end = start + whole.length
    if (sign !== undefined) found.push({ kind: 'sign', sign, start, end })
    else if (string !== undefined)
      found.push({ kind: 'text', value: String(JSON.parse(string)), start, end })
    else if (space === undefined)
      found.push({ kind: 'other', value: JSON.parse(other ?? 'null'), start, end })
    start = end
  }
  const last = text.trimEnd().length
  found.push({ kind: 'end', start: Math.max(0, last - 1), end: last })
  return found
}

function faultAt(text: string, start: number): JsonToken {
  const [mark] = /^(?:<{7}|={7}|>{7}|\|{7})/.exec(text.slice(start, start + 7)) ?? []
  const sign = mark ?? String.fromCodePoint(text.codePointAt(start) ?? 0xfffd)
  const problem =
    mark !== undefined
      ? 'the marks of a merge that was not finished stand here'
      : sign === '"'
        ? 'this text in quotes is never closed, or holds a sign that must be written with a back slash'
        : `${sign} cannot stand here`
  return { kind: 'fault', problem, start, end: start + sign.length }
}

/** One shortcode as it stands in a text. */
export interface Shortcode {
  /** `shown` for one that is only shown, written with a remark inside the braces. */
  readonly kind: 'open' | 'close' | 'shown'
  readonly name: string
  /** Parameters without a name, in their order. */
  readonly positional: readonly string[]
  readonly named: ReadonlyMap<string, string>
  /** True where it ends itself, so that nothing closes it. */
  readonly closed: boolean
  /** UTF-16 offsets in the text. */
  readonly start: number
  readonly end: number
}

/** The longest that one may be. */
const mostLength = 8000
/** After so many that never end the rest is text, so that no text takes long. */
const mostUnclosed = 1000

/** Finds the shortcodes of a text: `{{< name … >}}`, `{{% name … %}}` and those that are only shown. */
export function findShortcodes(text: string, from: number): readonly Shortcode[] {
  const found: Shortcode[] = []
  const opener = /\{\{([<%])/g
  opener.lastIndex = from
  let unclosed = 0
  for (let match = opener.exec(text); match; match = opener.exec(text)) {
    if (unclosed > mostUnclosed) break
    const one = readShortcode(text, match.index, match[1] === '<' ? '>' : '%')
    if (!one) {
      unclosed++
      continue
    }
    found.push(one)
    opener.lastIndex = one.end
  }
  return found
}

function readShortcode(text: string, start: number, mark: '>' | '%'): Shortcode | undefined {
  const begin = start + 3
  const nothing = { positional: [], named: new Map<string, string>(), closed: false }
  if (text.startsWith('/*', begin)) {
    const close = `*/${mark}}}`
    const end = text.indexOf(close, begin)
    if (end < 0 || end - begin > mostLength) return undefined
    return { kind: 'shown', name: '', ...nothing, start, end: end + close.length }
  }
  const end = closingBraces(text, begin, mark)
  if (end === undefined) return undefined
  const inside = text.slice(begin, end).trim()
  const closing = inside.startsWith('/')
  const closed = !closing && inside.endsWith('/')
  const [name = '', ...words] = wordsOf(inside.replace(/^\//, '').replace(/\/$/, ''))
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}_./-]*$/u.test(name)) return undefined
  const whole = { name, start, end: end + 3 }
  return closing
    ? { kind: 'close', ...nothing, ...whole }
    : { kind: 'open', closed, ...parameters(words), ...whole }
}

/** Where the closing braces stand that are in no quotes. */
function closingBraces(text: string, begin: number, mark: string): number | undefined {
  const part = text.slice(begin, begin + mostLength)
  const pattern =
    mark === '>' ? /"(?:[^"\\]|\\.)*"|`[^`]*`|>\}\}/gs : /"(?:[^"\\]|\\.)*"|`[^`]*`|%\}\}/gs
  for (const match of part.matchAll(pattern))
    if (match[0].endsWith('}}') && match[0].length === 3) return begin + match.index
  return undefined
}

/** Words, quoted ones with what belongs to them: `src="a b.jpg"`. */
function wordsOf(inside: string): readonly string[] {
  return inside.match(/(?:[^\s"`=]+\s*=\s*)?(?:"(?:[^"\\]|\\.)*"|`[^`]*`)|[^\s]+/gs) ?? []
}

function parameters(words: readonly string[]): Pick<Shortcode, 'positional' | 'named'> {
  const positional: string[] = []
  const named = new Map<string, string>()
  for (const word of words) {
    const [, name, value = ''] = /^([^\s"`=]+)\s*=\s*(.*)$/s.exec(word) ?? []
    if (name === undefined) positional.push(unquoted(word))
    else named.set(name.toLowerCase(), unquoted(value))
  }
  return { positional, named }
}

function unquoted(word: string): string {
  if (/^`[\s\S]*`$/.test(word) && word.length > 1) return word.slice(1, -1)
  if (!/^"[\s\S]*"$/.test(word) || word.length < 2) return word
  return word.slice(1, -1).replace(/\\(["\\])/g, '$1')
}

import { hasDoubtfulRuns } from './long-runs.ts'
import { simpleLines } from './simple-lines.ts'

/** UTF-16 units. Longer texts are rare, and a native parser cannot be interrupted. */
const mostLength = 64 * 1024

/**
 * Signs that the two parsers read otherwise, wherever they stand: characters of control and the order of bytes,
 * U+F002, which satteri keeps for itself, a carriage return that ends a line alone.
 */
const oddCharacters = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\uf002\ufeff]|\r(?!\n)/

/** What is read otherwise outside code, or what only the parser of record knows. */
const oddWords: readonly RegExp[] = [
  // How far a tab reaches; nothing is lost but texts that are indented with them.
  /\t/,
  // Inline notes and directives: satteri has none.
  /\^\[|::|:pull\[/,
  // A call that is set off from its bracket.
  /\[\s+\^/,
  // A label of more than letters of ASCII: satteri drops spaces at its beginning, and compares other letters otherwise.
  /\[\^(?![\w.-]+\])/,
  // satteri 0.10.5 loses a note in `![^a][^b]`, and takes `![^a](b)` for a picture.
  /!\[\^(?![\w.-]+\](?![[(]))/,
  // The box of a task: the words behind it have another place.
  /\[(?:[ xX]\]|\n)/,
  // Stars beside underscores or waves: micromark lets marks of emphasis open and close beside each other.
  /\*[_~]|_[*~]|~[*_]|\\[*_~][*_~]/,
  // micromark classes each half of a pair of surrogates by itself.
  /[\ud800-\udfff][*_~]|[*_~][\ud800-\udfff]/,
  // Whether a sign beside a star is punctuation may change with each version of Unicode: letters, and signs of old.
  /[*_~](?![\0-\u036f\u2000-\u206f\u20a0-\u20bf\u2100-\u23ff\u2460-\u2b4f\u3000-\u303f\p{L}\p{M}\p{N}]|$)/u,
  /(?<![\0-\u036f\u2000-\u206f\u20a0-\u20bf\u2100-\u23ff\u2460-\u2b4f\u3000-\u303f\p{L}\p{M}\p{N}]|^)[*_~]/u,
  // Letters that are equal to letters of ASCII where labels are compared by their capitals only.
  /\[[^[\]]*[ıſ\u212a]/,
]

/**
 * Whether satteri is known to read a text as the parser of record does, places of all nodes included. A "no" costs
 * time only; so whatever is not known is refused.
 *
 * @param text the body of a file, without its byte order mark
 */
export function isReadAlike(text: string): boolean {
  if (text.length > mostLength || oddCharacters.test(text) || !text.isWellFormed()) return false
  const lines = simpleLines(text)?.join('\n')
  if (lines === undefined || oddWords.some((odd) => odd.test(lines))) return false
  if (hasDoubtfulRuns(lines)) return false
  return !lines.includes('[^') || !hasBracketsInBrackets(lines)
}

/** Where brackets stand in others, or alone, a call may be within the words of a link: satteri makes it words. */
function hasBracketsInBrackets(text: string): boolean {
  return /[[\]]/.test(text.replaceAll(/\[[^[\]]*\]/g, ''))
}

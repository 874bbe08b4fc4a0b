/** What begins another block than a paragraph, and can be told not to by a backslash. */
const escapable =
  /^(?:[-+*](?=\s|$)|#{1,6}(?=\s|$)|>|::|\[[^\]]*\]:|[-_*](?:[ \t]*[-_*]){2,}[ \t]*$)/
/** What begins another block and cannot be told otherwise: code, HTML. */
const stubborn = /^(?:`{3}|~{3}|<(?!https?:|mailto:))/i
/** What ends a paragraph at the beginning of a line, or makes another block of what stands above it. */
const interrupting =
  /^(?:[-+*](?=\s|$)|#{1,6}(?=\s|$)|>|::|1[.)](?=\s|$)|=+[ \t]*$|[-_*](?:[ \t]*[-_*]){2,}[ \t]*$|[-:| \t]+$)/

/**
 * The words of an inline note as a labelled note of one paragraph.
 *
 * @param words as they stand in the file, maybe on several lines behind the markers of a block quote
 * @returns nothing where the words of a line, at its beginning, would become another block: they were
 * indented too far for that, or went on behind the note
 */
export function asDefinition(label: string, words: string, eol: string): string | undefined {
  const [first = '', ...more] = words.split(/\r\n|\n|\r/)
  const rest = more.map((line) => line.replace(/^[ \t>]+/, ''))
  if (rest.some((line) => stubborn.test(line) || interrupting.test(line))) return undefined
  const text = [first, ...rest].join(`${eol}    `).trim()
  if (stubborn.test(text)) return undefined
  return `[^${label}]: ${escapeStart(text)}`
}

function escapeStart(text: string): string {
  const number = /^\d{1,9}(?=[.)](?:\s|$))/.exec(text)
  if (number) return `${number[0]}\\${text.slice(number[0].length)}`
  return escapable.test(text) ? `\\${text}` : text
}

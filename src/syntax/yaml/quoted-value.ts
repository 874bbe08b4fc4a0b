/** A text as YAML that is read back as the same text. */
export function quoteYaml(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`
}

/** The line of a text that an offset is in, without its line end. */
export function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return text.slice(start, end === -1 ? text.length : end).replace(/\r$/, '')
}

/**
 * A line of YAML with its value put in quotes: what an author types who did not mean the value as YAML.
 * Undefined where the line has no value.
 */
export function withQuotedValue(line: string): string | undefined {
  const [, before = '', value = ''] =
    /^(\s*(?:- +)*(?:[^\s:#"'[{-][^:#"'[{]*: +)?)(.*?)\s*$/.exec(line) ?? []
  return value === '' || value.length > 200
    ? undefined
    : `${before.trimStart()}${quoteYaml(unquoted(value))}`
}

/** Takes away quotes that go around the whole value. */
function unquoted(value: string): string {
  const inner = value.slice(1, -1)
  const around = /^(["']).*\1$/.test(value) && !/["']\s|\s["']/.test(inner)
  return around ? inner : value
}

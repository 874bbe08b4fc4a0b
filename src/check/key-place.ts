import type { Position } from 'unist'

/**
 * Where a top-level key of the front matter stands, with its value: for findings about what only the whole
 * site can tell. Undefined where the text has no such key on a line of its own.
 *
 * @param text the file as it lies on disk
 */
export function placeOfKey(text: string, key: string): Position | undefined {
  const lines = text.split('\n')
  if (!/^\ufeff?---\s*$/.test(lines[0] ?? '')) return undefined
  let offset = (lines[0]?.length ?? 0) + 1
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue
    if (/^(?:---|\.\.\.)\s*$/.test(line)) return undefined
    const shown = line.trimEnd()
    if (line.startsWith(`${key}:`))
      return {
        start: { line: index + 1, column: 1, offset },
        end: { line: index + 1, column: shown.length + 1, offset: offset + shown.length },
      }
    offset += line.length + 1
  }
  return undefined
}

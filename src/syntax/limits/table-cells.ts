const pipe = 124
const dash = 45
const colon = 58

/** Columns of a delimiter row (GFM 0.29, 4.10); 0 where the line is none. */
export function delimiterColumns(text: string, offset: number, end: number): number {
  const seen = new Set<number>()
  for (let i = offset; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code !== pipe && code !== dash && code !== colon && code !== 32 && code !== 9) return 0
    seen.add(code)
  }
  if (!seen.has(dash) || !(seen.has(pipe) || seen.has(colon))) return 0
  return cellsInRow(text, offset, end)
}

/** Cells of a row; an escaped pipe counts as one too. */
export function cellsInRow(text: string, offset: number, end: number): number {
  const row = text.slice(offset, end).trimEnd()
  let pipes = 0
  for (let i = row.indexOf('|'); i !== -1; i = row.indexOf('|', i + 1)) pipes++
  const outer = (row.startsWith('|') ? 1 : 0) + (row.length > 1 && row.endsWith('|') ? 1 : 0)
  return Math.max(1, pipes + 1 - outer)
}

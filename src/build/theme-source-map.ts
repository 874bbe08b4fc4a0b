/** The parts of a source map (ECMA-426) that are read here. */
interface SourceMap {
  readonly sources: readonly string[]
  readonly mappings: string
}

/**
 * Makes a function that finds where in a theme's sources an error came up: the innermost line of its
 * stack that is the theme's own.
 *
 * @param module path or address of the compiled theme, as stacks name it
 * @param mapText the source map of the compiled theme
 * @param isOwn tells a theme's source from the engine's by its name in the map
 */
export function locator(
  module: string,
  mapText: string,
  isOwn: (source: string) => boolean,
): (error: unknown) => string | undefined {
  return (error) => {
    const stack = error instanceof Error ? (error.stack ?? '') : ''
    const frames = stack.split('\n').filter((line) => line.includes(module))
    if (frames.length === 0) return undefined
    const lines = decodeLines(JSON.parse(mapText) as SourceMap)
    for (const frame of frames) {
      const [, line, column] = /:(\d+):(\d+)\)?\s*$/.exec(frame) ?? []
      const source = originalOf(lines, Number(line), Number(column))
      if (source !== undefined && isOwn(source.file))
        return `${source.file}:${source.line}:${source.column}`
    }
    return undefined
  }
}

interface Mapping {
  /** Column in the compiled line, from 0. */
  readonly at: number
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly column: number
}

function originalOf(
  lines: readonly (readonly Mapping[])[],
  line: number,
  column: number,
): Mapping | undefined {
  return lines[line - 1]?.findLast((mapping) => mapping.at <= column - 1) ?? lines[line - 1]?.[0]
}

/** One list of mappings for each line of the compiled module. */
function decodeLines(map: SourceMap): readonly (readonly Mapping[])[] {
  let source = 0
  let line = 0
  let column = 0
  return map.mappings.split(';').map((group) => {
    let at = 0
    const mappings: Mapping[] = []
    for (const segment of group === '' ? [] : group.split(',')) {
      const [atDelta = 0, sourceDelta, lineDelta = 0, columnDelta = 0] = decodeNumbers(segment)
      at += atDelta
      if (sourceDelta === undefined) continue
      source += sourceDelta
      line += lineDelta
      column += columnDelta
      mappings.push({ at, file: map.sources[source] ?? '', line: line + 1, column: column + 1 })
    }
    return mappings
  })
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 VLQ: five bits a digit, lowest first; the sixth says that more follow, the first bit is the sign. */
function decodeNumbers(segment: string): readonly number[] {
  const numbers: number[] = []
  let value = 0
  let shift = 0
  for (const digit of segment) {
    const bits = alphabet.indexOf(digit)
    value += (bits & 31) << shift
    shift += 5
    if (bits & 32) continue
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1)
    value = 0
    shift = 0
  }
  return numbers
}

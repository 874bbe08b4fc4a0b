import type { Position } from 'unist'
import { linesOf } from '../lines.ts'

/** Where a piece of YAML stands in its file: the line (from 1) and the offset of its first character. */
export interface YamlOrigin {
  readonly line: number
  readonly offset: number
}

/** Turns offsets in a piece of YAML into a place in its file. */
export type PlaceOf = (start: number, end: number) => Position

/** @param text YAML that begins at the start of a line */
export function yamlPlaces(text: string, origin: YamlOrigin): PlaceOf {
  const lines = linesOf(text)
  const pointAt = (offset: number): Position['start'] => {
    const { line, column } = lines.pointAt(Math.min(offset, text.length))
    return { line: line + origin.line - 1, column, offset: offset + origin.offset }
  }
  return (start, end) => ({ start: pointAt(start), end: pointAt(Math.max(start, end)) })
}

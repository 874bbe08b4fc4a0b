import type { Position } from 'unist'
import { LineCounter, parseDocument } from 'yaml'

/** What a text of settings says, as plain data; or the first thing in it that cannot be read, and where. */
export type DataReading =
  | { readonly data: Readonly<Record<string, unknown>> }
  | { readonly fault: string; readonly place: Position }

/** The forms in which other engines keep settings and front matter. */
export type DataForm = 'yaml' | 'toml' | 'json'

/** The most characters of settings that are read. */
const mostLength = 1024 * 1024
/** The most levels of lists and mappings in one another that are kept. */
const mostDepth = 50

/**
 * Reads settings that another engine wrote. More is understood than of Ibid's own (anchors, merge keys), and
 * nothing is ever run. Dates stay texts, as they were typed. Never throws.
 *
 * @param line the line of the file that the text begins in, counted from 1
 */
export async function readData(text: string, form: DataForm, line = 1): Promise<DataReading> {
  if (text.length > mostLength) return fault('it is longer than a mebibyte', line, 1)
  try {
    const read = await parsers[form](text, line)
    if ('fault' in read) return read
    const data = plain(read.value, 0)
    if (data === undefined || data === null || data === '') return { data: {} }
    return typeof data === 'object' && !Array.isArray(data)
      ? { data: data as Readonly<Record<string, unknown>> }
      : fault('keys with values are wanted, not a list or a text', line, 1)
  } catch (error) {
    return fault(error instanceof RangeError ? 'it is nested too deep' : wordsOf(error), line, 1)
  }
}

type Parsed = { readonly value: unknown } | Extract<DataReading, { fault: string }>

const parsers: Readonly<
  Record<DataForm, (text: string, line: number) => Parsed | Promise<Parsed>>
> = { yaml: fromYaml, toml: fromToml, json: fromJson }

function fromYaml(text: string, line: number): Parsed {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, {
    schema: 'core',
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter,
  })
  const [error] = document.errors
  if (!error) return { value: document.toJS({ maxAliasCount: 100 }) }
  const at = lineCounter.linePos(error.pos[0])
  return fault(wordsOf(error), line + at.line - 1, at.col)
}

async function fromToml(text: string, line: number): Promise<Parsed> {
  const { parse, TomlError } = await import('smol-toml')
  try {
    return { value: parse(text, { integersAsBigInt: 'asNeeded', maxDepth: mostDepth }) }
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const [words = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n')
    return fault(words, line + error.line - 1, error.column)
  }
}

function fromJson(text: string): Parsed {
  return { value: JSON.parse(text) }
}

/** Data that front matter can hold: no dates, big numbers or functions, and no name that means something to JavaScript. */
function plain(value: unknown, depth: number): unknown {
  if (depth > mostDepth) throw new RangeError('too deep')
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  if (Array.isArray(value)) return value.map((each) => plain(each, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== '__proto__')
      .map(([name, each]) => [name, plain(each, depth + 1)]),
  )
}

function fault(
  words: string,
  line: number,
  column: number,
): Extract<DataReading, { fault: string }> {
  const point = { line, column }
  return { fault: words, place: { start: point, end: { line, column: column + 1 } } }
}

function wordsOf(error: unknown): string {
  const [words = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return words.replace(/[.:]$/, '')
}

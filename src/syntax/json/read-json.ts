import { type JsonToken, jsonTokens } from './tokens.ts'

/** A value of JSON with the UTF-16 offsets at which it stands. */
export type JsonNode = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'object'; readonly entries: readonly JsonEntry[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'other'; readonly value: number | boolean | null }
)

/** One key of an object, with its value. */
export interface JsonEntry {
  readonly name: string
  /** Of the name in its quotes. */
  readonly start: number
  readonly end: number
  readonly value: JsonNode
}

/** Why a text is no JSON, in a sentence without a full stop, and where. */
export interface JsonFault {
  readonly problem: string
  readonly start: number
  readonly end: number
}

/** The value of a text, or why it has none. */
export type JsonReading = { readonly node: JsonNode } | { readonly fault: JsonFault }

/** How deep values may stand in one another; nothing that is read here needs more. */
const mostDepth = 16

/**
 * Reads a text of JSON (RFC 8259) and keeps the place of every value, so that an error can point at it.
 * A key that is given twice is a fault. Never throws.
 */
export function readJson(text: string): JsonReading {
  const cursor: Cursor = { tokens: jsonTokens(text), at: 0 }
  try {
    const node = readValue(cursor, take(cursor), 0)
    const rest = take(cursor)
    if (rest.kind !== 'end') fail(rest, 'something follows where the text has ended')
    return { node }
  } catch (error) {
    if (error instanceof Fault) return { fault: error.fault }
    throw error
  }
}

interface Cursor {
  readonly tokens: readonly JsonToken[]
  at: number
}

/** Ends the reading; never leaves this file. */
class Fault extends Error {
  readonly fault: JsonFault
  constructor({ problem, start, end }: JsonFault) {
    super(problem)
    this.fault = { problem, start, end }
  }
}

function fail({ kind, start, end }: JsonToken, problem: string): never {
  const why = kind === 'end' ? 'the text ends in the middle' : problem
  throw new Fault({ problem: why, start, end })
}

function take(cursor: Cursor): JsonToken {
  const token = cursor.tokens[cursor.at] as JsonToken
  if (token.kind === 'fault') throw new Fault(token)
  // The end is given again and again: a reader that asks for more than there is finds it each time.
  if (token.kind !== 'end') cursor.at++
  return token
}

function readValue(cursor: Cursor, token: JsonToken, depth: number): JsonNode {
  const { kind, start, end } = token
  if (kind === 'text') return { kind, value: token.value, start, end }
  if (kind === 'other') return { kind, value: token.value, start, end }
  if (kind !== 'sign' || (token.sign !== '{' && token.sign !== '['))
    return fail(token, 'a value is missing here')
  if (depth === mostDepth) return fail(token, 'too many values stand in one another')
  return token.sign === '{'
    ? readObject(cursor, token, depth + 1)
    : readArray(cursor, token, depth + 1)
}

function readArray(cursor: Cursor, opening: JsonToken, depth: number): JsonNode {
  const items: JsonNode[] = []
  let token = take(cursor)
  while (!isSign(token, ']')) {
    items.push(readValue(cursor, token, depth))
    token = afterItem(cursor, ']')
  }
  return { kind: 'array', items, start: opening.start, end: token.end }
}

function readObject(cursor: Cursor, opening: JsonToken, depth: number): JsonNode {
  const entries: JsonEntry[] = []
  const names = new Set<string>()
  let token = take(cursor)
  while (!isSign(token, '}')) {
    if (token.kind !== 'text') fail(token, 'a key in double quotes is missing here')
    const { value: name, start, end } = token
    if (names.has(name)) fail(token, `the key ${JSON.stringify(name)} is given twice`)
    names.add(name)
    const colon = take(cursor)
    if (!isSign(colon, ':')) fail(colon, 'a colon is missing behind the key')
    entries.push({ name, start, end, value: readValue(cursor, take(cursor), depth) })
    token = afterItem(cursor, '}')
  }
  return { kind: 'object', entries, start: opening.start, end: token.end }
}

/** What follows an item: the closing sign, or the first token of the next item. */
function afterItem(cursor: Cursor, closing: '}' | ']'): JsonToken {
  const token = take(cursor)
  if (isSign(token, closing)) return token
  if (!isSign(token, ',')) fail(token, `a comma or ${closing} is missing here`)
  const next = take(cursor)
  if (isSign(next, closing)) fail(token, `nothing follows this comma but ${closing}`)
  return next
}

function isSign(token: JsonToken, sign: string): boolean {
  return token.kind === 'sign' && token.sign === sign
}

import { isMap, isScalar, isSeq, type Node } from 'yaml'
import { type Diagnostic, type DiagnosticDetails, diagnose } from '../model/diagnostic.ts'
import type { DiagnosticCode } from '../model/diagnostic-codes.ts'
import { type YamlOrigin, yamlPlaces } from '../syntax/yaml/origin.ts'

/** Which value is being read: its name for messages, and what a right one looks like. */
export interface Spot {
  /** With the keys above it: `image.alt`. */
  readonly name: string
  /** Where to point at if the value itself takes no room. */
  readonly keyNode: unknown
  /** A sound line to type. */
  readonly hint: string
}

/** What is said of a value. */
export interface Finding {
  readonly code: DiagnosticCode
  readonly message: string
  readonly hint?: string | undefined
}

/** One YAML text while its values are read; gathers what is found. */
export interface Reading {
  readonly file: string
  /** Tells of a value; the key is pointed at where the value takes no room. */
  readonly report: (node: unknown, spot: Spot, finding: Finding) => undefined
  /** Tells of a place that is given by its node, which is usually a key. */
  readonly reportAt: (node: unknown, finding: Finding) => undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Begins to read the values of a YAML text. */
export function beginReading(file: string, text: string, origin: YamlOrigin): Reading {
  const diagnostics: Diagnostic[] = []
  const placeOf = yamlPlaces(text, origin)
  const add = (range: readonly [number, number] | undefined, finding: Finding): undefined => {
    const { code, message, hint } = finding
    const place = range && placeOf(range[0], Math.max(range[0] + 1, range[1]))
    const details: DiagnosticDetails = { message, file, place, hint }
    diagnostics.push(diagnose(code, details))
  }
  return {
    file,
    diagnostics,
    report: (node, spot, finding) => add(rangeOf(node) ?? rangeOf(spot.keyNode), finding),
    reportAt: (node, finding) => add(rangeOf(node), finding),
  }
}

/** Where a node's text stands; undefined where it takes no room. */
function rangeOf(node: unknown): readonly [number, number] | undefined {
  const range = (node as Partial<Node> | null | undefined)?.range
  return range && range[1] > range[0] ? [range[0], range[1]] : undefined
}

/** What a node is, for messages: `a list`, `the number 3`, `nothing`. */
export function describeNode(node: unknown): string {
  if (isSeq(node)) return 'a list'
  if (isMap(node)) return 'a mapping of keys and values'
  if (!isScalar(node) || isNull(node)) return 'nothing'
  const shown = shorten(typeof node.value === 'string' ? node.value : (node.source ?? ''))
  if (typeof node.value === 'string') return `the text “${shown}”`
  return typeof node.value === 'boolean' ? `the switch ${shown}` : `the number ${shown}`
}

/** True where a key has no value, or `~` or `null`. */
export function isNull(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null)
}

/** A value short enough to be quoted in a message. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59).toWellFormed()}…` : line
}

/** Tells that a value is of the wrong kind. */
export function wrongType(
  node: unknown,
  spot: Spot,
  reading: Reading,
  wanted: string,
  hint: string = spot.hint,
): undefined {
  if (isNull(node)) return emptyValue(node, spot, reading)
  return reading.report(node, spot, {
    code: 'FM102',
    message: `\`${spot.name}\` is ${describeNode(node)}; it should be ${wanted}.`,
    hint,
  })
}

/** Tells that a key has no value. A `#` after the key is probably meant as text. */
export function emptyValue(node: unknown, spot: Spot, reading: Reading): undefined {
  const comment = isScalar(node) ? node.comment : undefined
  const [key = ''] = spot.hint.split(':')
  return reading.report(node, spot, {
    code: 'FM107',
    message: comment
      ? `\`${spot.name}\` has no value: what begins with # is a remark in YAML.`
      : `\`${spot.name}\` has no value.`,
    hint: comment ? `${key}: "#${shorten(comment)}"` : `${spot.hint}, or take the line away.`,
  })
}

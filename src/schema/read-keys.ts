import { isMap, type YAMLMap } from 'yaml'
import { nearestName } from '../model/nearest-name.ts'
import { keyName } from '../syntax/yaml/check-keys.ts'
import type { JsonSchema, Key, Keys, ValuesOf } from './field.ts'
import { foreignNames } from './foreign-names.ts'
import type { Reading, Spot } from './reading.ts'

/** The values of a mapping. */
export interface KeyValues<K extends Keys> {
  readonly values: ValuesOf<K>
  /** Keys that are there but whose value cannot be read. */
  readonly unread: ReadonlySet<keyof K>
  /** False where a value cannot be read or a needed key is missing. */
  readonly complete: boolean
}

/**
 * Reads the values of a mapping by a table of keys. Unknown keys are told of with the nearest name; those
 * that begin with `x-` are free.
 *
 * @param map a map of the `yaml` package; anything else counts as an empty one
 * @param above the key that the mapping stands under
 */
export function readKeys<const K extends Keys>(
  keys: K,
  map: unknown,
  reading: Reading,
  above?: Spot,
): KeyValues<K> {
  const values: Record<string, unknown> = {}
  const unread = new Set<string>()
  const seen = new Set<string>()
  const prefix = above ? `${above.name}.` : ''
  for (const pair of isMap(map) ? (map as YAMLMap<unknown, unknown>).items : []) {
    const typed = keyName(pair.key) ?? ''
    const name = ownName(keys, typed)
    const key = name === undefined ? undefined : keys[name]
    if (name === undefined || key === undefined) {
      if (!/^x-/i.test(typed)) reportUnknown(keys, typed, pair.key, reading, prefix)
    } else if (seen.has(name)) {
      reportTwice(name, key, pair.key, reading, prefix)
    } else {
      seen.add(name)
      const spot = { name: prefix + typed, keyNode: pair.key, hint: hintFor(typed, key) }
      const value = key.field.read(pair.value, spot, reading)
      if (value === undefined) unread.add(name)
      else values[name] = value
    }
  }
  const missing = Object.keys(keys).filter((name) => keys[name]?.required && !seen.has(name))
  for (const name of missing) reportMissing(keys, name, map, reading, above)
  return {
    values: values as ValuesOf<K>,
    unread,
    complete: missing.length === 0 && unread.size === 0,
  }
}

/** The name in the table for what was typed, which may be the key's other name. */
function ownName(keys: Keys, typed: string): string | undefined {
  if (Object.hasOwn(keys, typed)) return typed
  return Object.keys(keys).find((name) => keys[name]?.otherName === typed)
}

/** A sound line, or the first line of it where the value is a mapping. */
function hintFor(name: string, key: Key<unknown>): string {
  return key.example.startsWith(' ') ? `${name}:\n${key.example}` : `${name}: ${key.example}`
}

function reportUnknown(
  keys: Keys,
  typed: string,
  node: unknown,
  reading: Reading,
  prefix: string,
): void {
  const names = Object.entries(keys).flatMap(([name, key]) => [name, key.otherName ?? name])
  const foreign = prefix === '' ? foreignNames.get(typed.toLowerCase()) : undefined
  const near = foreign && names.includes(foreign) ? foreign : nearestName(typed, names)
  reading.reportAt(node, {
    code: 'FM101',
    message: `There is no key \`${prefix}${typed.slice(0, 60)}\`.`,
    hint: near
      ? `Did you mean \`${near}\`? A key of your own begins with \`x-\`.`
      : `Keys here: ${names.filter((name, i) => names.indexOf(name) === i).join(', ')}. A key of your own begins with \`x-\`.`,
  })
}

function reportTwice(
  name: string,
  key: Key<unknown>,
  node: unknown,
  reading: Reading,
  prefix: string,
): void {
  reading.reportAt(node, {
    code: 'FM306',
    message: `\`${prefix}${name}\` and \`${prefix}${key.otherName}\` are two names for one key, and both are given.`,
    hint: 'Take one of the two away.',
  })
}

function reportMissing(
  keys: Keys,
  name: string,
  map: unknown,
  reading: Reading,
  above: Spot | undefined,
): void {
  const key = keys[name]
  const finding = {
    code: 'FM108',
    message: above
      ? `\`${above.name}\` has no \`${name}\`, which it needs.`
      : `\`${name}\` is needed and not there.`,
    hint: key && hintFor(name, key),
  } as const
  if (above) reading.report(map, above, finding)
  else reading.reportAt(map, finding)
}

/** What editors are told of a mapping with these keys. */
export function schemaOfKeys(keys: Keys): JsonSchema {
  const properties: Record<string, JsonSchema> = {}
  for (const [name, key] of Object.entries(keys)) {
    const described = { ...key.field.schema, description: key.description }
    properties[name] = described
    if (key.otherName !== undefined) properties[key.otherName] = described
  }
  const required = Object.keys(keys).filter((name) => keys[name]?.required)
  return {
    type: 'object',
    properties,
    patternProperties: { '^x-': {} },
    additionalProperties: false,
    ...(required.length > 0 ? { required } : {}),
  }
}

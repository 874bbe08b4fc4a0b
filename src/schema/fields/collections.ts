import { isMap, isSeq } from 'yaml'
import type { Field, Keys, ValuesOf } from '../field.ts'
import { readKeys, schemaOfKeys } from '../read-keys.ts'
import { isNull, wrongType } from '../reading.ts'

/** The most items of one list. */
const mostItems = 1000

/** Several values of one kind; a single one may stand without the list around it. An empty key is an empty list. */
export function list<Item>(item: Field<Item>): Field<readonly Item[]> {
  return {
    kind: `list of ${item.kind}`,
    schema: { anyOf: [{ type: 'array', items: item.schema }, item.schema] },
    read: (node, spot, reading) => {
      if (isNull(node)) return []
      if (!isSeq(node)) {
        const only = item.read(node, spot, reading)
        return only === undefined ? undefined : [only]
      }
      if (node.items.length > mostItems)
        return reading.report(node, spot, {
          code: 'FM105',
          message: `\`${spot.name}\` has ${node.items.length} items; at most ${mostItems} are allowed.`,
          hint: 'Make the list shorter.',
        })
      const values = node.items.map((each) => item.read(each, spot, reading))
      const sound = values.filter((value) => value !== undefined)
      return sound.length === values.length ? sound : undefined
    },
  }
}

/** A mapping with keys of its own; an empty key is an empty mapping where it needs nothing. Undefined where a needed key is missing or a value cannot be read. */
export function record<const K extends Keys>(keys: K): Field<ValuesOf<K>> {
  return {
    kind: 'mapping',
    schema: schemaOfKeys(keys),
    read: (node, spot, reading) => {
      if (isNull(node) && !Object.values(keys).some((key) => key.required)) return {} as ValuesOf<K>
      if (!isMap(node)) return wrongType(node, spot, reading, 'a mapping', spot.hint)
      const { values, complete } = readKeys(keys, node, reading, spot)
      return complete ? values : undefined
    },
  }
}

/** A short form, a scalar, for what can also be written as a mapping or a list. */
export function either<Value>(short: Field<Value>, long: Field<Value>): Field<Value> {
  return {
    kind: `${short.kind}, or ${long.kind}`,
    schema: { anyOf: [short.schema, long.schema] },
    read: (node, spot, reading) =>
      (isMap(node) || isSeq(node) ? long : short).read(node, spot, reading),
  }
}

import { isMap, isScalar, isSeq } from 'yaml'
import { keyName } from './check-keys.ts'

/** An object without a prototype, so that no name on it means anything but what the author wrote. */
export type PlainData = Record<string, unknown>

/** An empty object without a prototype. */
export function emptyData(): PlainData {
  return Object.create(null) as PlainData
}

/** The values of a YAML node as plain data. Its depth has been checked before. */
export function plainData(node: unknown): unknown {
  if (isScalar(node)) return node.value
  if (isSeq(node)) return node.items.map(plainData)
  if (!isMap(node)) return null
  const data = emptyData()
  for (const { key, value } of node.items) {
    const name = keyName(key)
    if (name !== undefined) data[name] = plainData(value)
  }
  return data
}

import { isMap } from 'yaml'
import type { Diagnostic } from '../model/diagnostic.ts'
import { yamlPlaces } from '../syntax/yaml/origin.ts'
import { readYaml } from '../syntax/yaml/read-yaml.ts'

/**
 * Where in the settings file a value stands, for findings that are made long after it was read.
 *
 * @param text undefined where there is no such file
 * @param keys from the outermost on
 * @returns undefined where the value is not there
 */
export function placeOfSetting(
  file: string,
  text: string | undefined,
  keys: readonly string[],
): Diagnostic['place'] {
  if (text === undefined) return undefined
  const origin = { line: 1, offset: 0 }
  const { document } = readYaml(file, text, origin, '')
  const node = isMap(document?.contents) ? document.getIn(keys, true) : undefined
  const range = typeof node === 'object' && node !== null && 'range' in node && node.range
  if (!Array.isArray(range)) return undefined
  return yamlPlaces(text, origin)(Number(range[0]), Number(range[1]))
}

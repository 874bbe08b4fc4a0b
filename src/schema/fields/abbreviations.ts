import { isMap, type YAMLMap } from 'yaml'
import type { Abbreviation } from '../../model/settings.ts'
import { keyName } from '../../syntax/yaml/check-keys.ts'
import type { Field } from '../field.ts'
import { isNull, wrongType } from '../reading.ts'
import { text } from './text.ts'

/** The most short forms of one site: each text of the site is looked through for all of them. */
const most = 1000
/** The longest short form, in UTF-16 units. */
const longest = 60
const expansion = text({ prose: true, most: 300 })

/** Short forms, each with what it stands for. The short form is a key as the author types it in essays. */
export const abbreviations: Field<readonly Abbreviation[]> = {
  kind: 'mapping of short forms',
  schema: { type: 'object', additionalProperties: { type: 'string' } },
  read: (node, spot, reading) => {
    if (isNull(node)) return []
    if (!isMap(node))
      return wrongType(node, spot, reading, 'a mapping of short forms and what they stand for')
    const { items } = node as YAMLMap<unknown, unknown>
    if (items.length > most)
      return reading.report(node, spot, {
        code: 'FM105',
        message: `\`${spot.name}\` has ${items.length} short forms; at most ${most} are allowed.`,
        hint: 'Take away those that a reader knows.',
      })
    const read = items.map(({ key, value }): Abbreviation | undefined => {
      const short = (keyName(key) ?? '').trim()
      const own = {
        name: `${spot.name}.${short}`,
        keyNode: key,
        hint: `${short}: what it stands for`,
      }
      if (short.length > longest || !/^[\p{L}\p{N}]/u.test(short) || !/[\p{L}\p{N}.]$/u.test(short))
        return reading.reportAt(key, {
          code: 'FM105',
          message: `“${short.slice(0, longest)}” is no short form that could be found in a text.`,
          hint: 'Begin and end it with a letter or a digit, as in TLS or S/MIME.',
        })
      const long = expansion.read(value, own, reading)
      return long === undefined ? undefined : { short, long }
    })
    const sound = read.filter((each) => each !== undefined)
    return sound.length === read.length ? sound : undefined
  },
}

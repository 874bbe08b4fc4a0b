import { isScalar } from 'yaml'
import { nearestName } from '../../model/nearest-name.ts'
import type { Field } from '../field.ts'
import { describeNode, wrongType } from '../reading.ts'
import { text } from './text.ts'

const yes = /^(?:yes|on|y|true|1)$/i
const no = /^(?:no|off|n|false|0)$/i

/** `true` or `false`. The many other words that older YAML took for them are errors. */
export const flag: Field<boolean> = {
  kind: '`true` or `false`',
  schema: { type: 'boolean' },
  read: (node, spot, reading) => {
    if (isScalar(node) && typeof node.value === 'boolean') return node.value
    const word = isScalar(node) ? String(node.value) : ''
    const [key = ''] = spot.hint.split(':')
    const meant = yes.test(word)
      ? 'true'
      : no.test(word)
        ? 'false'
        : nearestName(word, ['true', 'false'])
    return wrongType(
      node,
      spot,
      reading,
      '`true` or `false`, without quotes',
      meant ? `${key}: ${meant}` : spot.hint,
    )
  },
}

/** A whole number in a range, both ends included. */
export function wholeNumber(least: number, most: number): Field<number> {
  const wanted = `a whole number from ${least} to ${most}`
  return {
    kind: `whole number, ${least} to ${most}`,
    schema: { type: 'integer', minimum: least, maximum: most },
    read: (node, spot, reading) => {
      const value = isScalar(node) ? node.value : undefined
      if (typeof value !== 'number') return wrongType(node, spot, reading, wanted)
      if (Number.isInteger(value) && value >= least && value <= most) return value
      return reading.report(node, spot, {
        code: 'FM105',
        message: `\`${spot.name}\` is ${describeNode(node)}; it should be ${wanted}.`,
        hint: spot.hint,
      })
    },
  }
}

/** One of a few words. */
export function choice<const Word extends string>(words: readonly Word[]): Field<Word> {
  const base = text()
  const listed = words.map((word) => `\`${word}\``).join(', ')
  return {
    kind: `one of ${listed}`,
    schema: { enum: [...words] },
    read: (node, spot, reading) => {
      const value = base.read(node, spot, reading)
      if (value === undefined) return undefined
      const known = words.find((word) => word === value.toLowerCase())
      if (known !== undefined) return known
      const [key = ''] = spot.hint.split(':')
      const near = nearestName(value, words)
      return reading.report(node, spot, {
        code: 'FM105',
        message: `\`${spot.name}\` is “${value}”; it should be one of ${listed}.`,
        hint: near ? `Did you mean ${key}: ${near}?` : spot.hint,
      })
    },
  }
}

import { isScalar, isSeq } from 'yaml'
import { slugify } from '../../model/slug.ts'
import type { Field } from '../field.ts'
import type { Reading, Spot } from '../reading.ts'
import { list } from './collections.ts'
import { checkedText, text } from './text.ts'

const tag: Field<string> = checkedText(text({ most: 100 }), (value) =>
  /[\p{L}\p{N}]/u.test(value)
    ? { value: value.normalize('NFC') }
    : { code: 'FM105', problem: 'a tag needs a letter or a digit' },
)

const tagList = list(tag)

/**
 * Tags. A single one may stand without a list; several in one text are an error, since to divide the text
 * would be a guess. Tags with one address are one tag.
 */
export const tags: Field<readonly string[]> = {
  ...tagList,
  kind: 'list of text',
  read: (node, spot, reading) => {
    if (isScalar(node) && typeof node.value === 'string' && node.value.includes(','))
      return reading.report(node, spot, {
        code: 'FM102',
        message: `\`${spot.name}\` is one text with commas in it; several tags are a list.`,
        hint: `tags: [${node.value
          .split(',')
          .map((each) => each.trim())
          .filter((each) => each !== '')
          .join(', ')}]`,
      })
    const values = tagList.read(node, spot, reading)
    return values && distinct(values, isSeq(node) ? node.items : [], spot, reading)
  },
}

function distinct(
  values: readonly string[],
  nodes: readonly unknown[],
  spot: Spot,
  reading: Reading,
): readonly string[] {
  const known = new Map<string, string>()
  values.forEach((value, i) => {
    const slug = slugify(value, 'folder')
    const before = known.get(slug)
    if (before === undefined) known.set(slug, value)
    else
      reading.report(nodes[i], spot, {
        code: 'FM113',
        message:
          before === value
            ? `The tag “${value}” is given twice.`
            : `The tags “${before}” and “${value}” have the same address, so they are one tag.`,
        hint: 'Take one of the two away.',
      })
  })
  return [...known.values()]
}

import { isMap, isScalar } from 'yaml'
import type { FrontMatter } from '../../model/front-matter.ts'
import { type Field, type Keys, mapped } from '../field.ts'
import type { Reading, Spot } from '../reading.ts'
import { either, record } from './collections.ts'
import { choice } from './plain-values.ts'
import { text } from './text.ts'

type Status = NonNullable<FrontMatter['status']>

const kinds = ['superseded', 'retracted'] as const
const kind = choice(kinds)
const post = text({ kind: '`true`, or the id, slug or file of a post' })

/** `true`, `false`, or the post that took this one's place. */
const switchOrPost: Field<string | boolean> = {
  ...post,
  kind: '`true`, or a post',
  schema: { type: ['boolean', 'string'] },
  read: (node, spot, reading) =>
    isScalar(node) && typeof node.value === 'boolean' ? node.value : post.read(node, spot, reading),
}

const keys = {
  kind: { field: kind, description: 'What became of the post.', example: 'superseded' },
  superseded: {
    field: switchOrPost,
    description: 'True where a later post takes the place of this one; or that post.',
    example: 'true',
  },
  retracted: {
    field: switchOrPost,
    description: 'True where the author takes the post back; or the post that says why.',
    example: 'true',
  },
  by: {
    field: text({ kind: 'the id, slug or file of a post' }),
    description: 'The post that took the place of this one.',
    example: 'the-spare-key-again',
  },
} as const satisfies Keys

const mapping = record(keys)

const long: Field<Status> = {
  ...mapping,
  read: (node, spot, reading) => {
    const values = mapping.read(node, spot, reading)
    if (!values) return undefined
    const named = kinds.filter((name) => values.kind === name || (values[name] ?? false) !== false)
    const [only] = named
    if (only === undefined || named.length > 1) return notOne(node, spot, reading, named.length)
    const target = values[only]
    return { kind: only, by: values.by ?? (typeof target === 'string' ? target : undefined) }
  },
}

/** What became of a post: `superseded` or `retracted`, alone or with the post that took its place. */
export const status: Field<Status> = either<Status>(
  mapped(kind, (only) => ({ kind: only })),
  long,
)

function notOne(node: unknown, spot: Spot, reading: Reading, count: number): undefined {
  return reading.report(isMap(node) ? node : null, spot, {
    code: count === 0 ? 'FM108' : 'FM105',
    message:
      count === 0
        ? `\`${spot.name}\` does not say whether the post is superseded or retracted.`
        : `\`${spot.name}\` says that the post is both superseded and retracted.`,
    hint: spot.hint,
  })
}

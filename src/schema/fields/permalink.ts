import { nearestName } from '../../model/nearest-name.ts'
import { routePath } from '../../model/paths.ts'
import type { Field } from '../field.ts'
import { type CheckedText, checkedText, text } from './text.ts'

const parts = ['year', 'month', 'day', 'slug']

/** Folders whose pages the engine makes. */
const taken = new Set(['tags', 'series', 'page', 'feeds', 'assets', '.well-known'])

/** The pattern of a post's address: `/posts/:slug/`. A slash is added to its ends; `.html` may end it. */
export const permalink: Field<string> = {
  ...checkedText(text({ kind: 'a pattern' }), checkPattern),
  kind: 'pattern with `:slug`, `:year`, `:month`, `:day`',
  schema: { type: 'string', pattern: ':slug' },
}

/** Why a pattern of addresses cannot be used, to stand behind a colon; undefined where it can. */
export function permalinkFault(pattern: string): string | undefined {
  const checked = checkPattern(pattern)
  return 'problem' in checked ? checked.problem : undefined
}

function checkPattern(value: string): CheckedText<string> {
  const wrong = (problem: string, hint = 'permalink: /posts/:slug/'): CheckedText<string> => ({
    code: 'FM206',
    problem,
    hint,
  })
  if (/^[a-z]+:\/\//i.test(value)) return wrong('only the path is wanted; the rest is `url`')
  if (/[^\p{L}\p{N}:/._~-]/u.test(value))
    return wrong('only letters, digits and `: / . _ ~ -` can stand in it')
  for (const [, name = ''] of value.matchAll(/:([A-Za-z_]*)/g)) {
    if (parts.includes(name)) continue
    const near = nearestName(name, parts) ?? foreignParts.get(name)
    return wrong(
      `there is no part :${name}`,
      near
        ? value.replace(`:${name}`, `:${near}`)
        : `Parts: ${parts.map((p) => `:${p}`).join(' ')}`,
    )
  }
  if (!value.includes(':slug')) return wrong('without :slug, posts would share one address')
  const path = `/${value.replace(/^\//, '')}`
  const whole = /\/$|\.html$/.test(path) ? path : `${path}/`
  const [, first = ''] = whole.split('/')
  if (taken.has(first.toLowerCase())) return wrong(`/${first}/ holds pages of the engine`)
  try {
    routePath(whole.replace(/:[a-z]+/g, 'x'))
  } catch {
    return wrong('a part of it is empty, `.` or `..`')
  }
  return { value: whole }
}

/** Parts in the patterns of other engines. */
const foreignParts: ReadonlyMap<string, string> = new Map([
  ['title', 'slug'],
  ['name', 'slug'],
  ['filename', 'slug'],
  ['postname', 'slug'],
  ['i_month', 'month'],
  ['i_day', 'day'],
  ['monthnum', 'month'],
])

import type { Field } from '../field.ts'
import { webAddress } from './addresses.ts'
import { type CheckedText, checkedText, text } from './text.ts'

/** The address of the home page: `http://` or `https://`, with a path where the site is below one. A closing slash is added. */
export const siteUrl: Field<string> = {
  ...checkedText(text({ kind: 'a web address' }), checkSiteUrl),
  kind: 'web address',
  schema: webAddress.schema,
}

function checkSiteUrl(value: string): CheckedText<string> {
  const wrong = (problem: string, hint = 'url: https://example.org/'): CheckedText<string> => ({
    code: 'FM201',
    problem,
    hint,
  })
  if (/[\s\\]/u.test(value)) return wrong('white space or a back slash stands in it')
  if (!/^https?:\/\//i.test(value))
    return wrong(
      'it does not begin with https:// or http://',
      /^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/|$)/.test(value) ? `url: https://${value}` : undefined,
    )
  if (!URL.canParse(value)) return wrong('it is no web address')
  const url = new URL(value)
  if (url.username || url.password) return wrong('it has a user name or a password in it')
  if (/[?#]/.test(value))
    return wrong('it has a query or a fragment', `url: ${value.replace(/[?#].*$/, '')}`)
  if (/\/{2,}/.test(url.pathname)) return wrong('a part of its path is empty')
  return { value: url.href.endsWith('/') ? url.href : `${url.href}/` }
}

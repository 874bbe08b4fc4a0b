import { isReservedSlug, longestSlug, slugify } from '../../model/slug.ts'
import type { Field } from '../field.ts'
import { type CheckedText, checkedText, text } from './text.ts'

/** The last part of an address: letters and digits of any script, `-`, `_`, `.` and `~` inside. */
export const slug: Field<string> = {
  ...checkedText(text({ kind: 'a slug' }), (typed) => {
    const value = typed.normalize('NFC')
    const problem = slugFault(value)
    return problem === undefined
      ? { value }
      : { code: 'FM109', problem, hint: `slug: ${slugify(value)}` }
  }),
  kind: 'slug',
  schema: { type: 'string', pattern: '^[^\\s/?#%\\\\.][^\\s/?#%\\\\]*$', maxLength: longestSlug },
}

/**
 * What a post is known by for ever: 4 to 64 letters of ASCII, digits and dashes; or, of a post that comes from
 * another engine, the whole address by which feeds knew it there (RFC 4287, 4.2.6; RSS 2.0, guid).
 */
export const id: Field<string> = checkedText(text({ kind: 'an id' }), (value) =>
  (/^[A-Za-z0-9-]{4,64}$/.test(value) && /[A-Za-z0-9]/.test(value)) || isFeedAddress(value)
    ? { value }
    : {
        code: 'FM105',
        problem:
          'an id has 4 to 64 letters (a to z), digits and dashes, or is the whole address by which feeds knew the post before',
      },
)

/** An absolute IRI of a kind that feeds identify posts by, in characters of URIs alone (RFC 3986, 2). */
function isFeedAddress(value: string): boolean {
  return /^(?:https?:\/\/[^/?#]|tag:[^:]|urn:[a-z0-9-]+:)[\w.~:/?#[\]@!$&'()*+,;=%-]{1,900}$/i.test(
    value,
  )
}

/** A language by its BCP 47 tag, in canonical form. */
export const language: Field<string> = {
  ...checkedText(text({ kind: 'the tag of a language' }), checkLanguage),
  kind: 'language tag',
  schema: { type: 'string', pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$' },
}

/** A name of a theme, which is the name of its folder too. */
export const themeName: Field<string> = checkedText(
  text({ kind: 'the name of a theme' }),
  (value) =>
    /^[a-z0-9][a-z0-9_-]{0,63}$/i.test(value)
      ? { value }
      : { code: 'FM105', problem: 'the name of a theme has letters, digits and dashes' },
)

/** Words for search engines, as in `<meta name="robots">`. */
export const robots: Field<string> = checkedText(text({ kind: 'words for robots' }), (value) =>
  /^[a-z0-9 ,:_-]+$/i.test(value)
    ? { value }
    : { code: 'FM105', problem: 'there are other signs than letters, digits and commas in it' },
)

/** A number of the CVE list. */
export const cve: Field<string> = {
  ...checkedText(text({ kind: 'a CVE number' }), (value) =>
    /^CVE-\d{4}-\d{4,19}$/i.test(value)
      ? { value: value.toUpperCase() }
      : { code: 'FM105', problem: 'it is no CVE number', hint: 'CVE-2024-3094' },
  ),
  kind: 'CVE number',
  schema: { type: 'string', pattern: '^[Cc][Vv][Ee]-\\d{4}-\\d{4,19}$' },
}

/** Why a text cannot be a slug, to stand behind a colon; undefined where it can. @param value in NFC */
export function slugFault(value: string): string | undefined {
  if (!/^[\p{L}\p{N}\p{M}._~-]+$/u.test(value))
    return 'only letters, digits, `-`, `_`, `.` and `~` can stand in it'
  if (isReservedSlug(value)) return 'this name is reserved'
  if (new TextEncoder().encode(value).length > longestSlug)
    return `it is longer than ${longestSlug} bytes`
  if (!/^[\p{L}\p{N}]/u.test(value)) return 'it must begin with a letter or a digit'
  return value.endsWith('.') || value.includes('..')
    ? 'it ends with a dot or has two dots in a row'
    : undefined
}

function checkLanguage(value: string): CheckedText<string> {
  const dashed = value.replaceAll('_', '-')
  const canonical = canonicalTag(dashed)
  if (canonical !== undefined && dashed === value) return { value: canonical }
  return {
    code: 'FM111',
    problem: 'it is not the tag of a language (BCP 47)',
    hint: `lang: ${canonical ?? 'en-GB'}`,
  }
}

/** Undefined where the tag is malformed or its first part is no code of a language (ISO 639). */
function canonicalTag(tag: string): string | undefined {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

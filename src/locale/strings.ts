import { en } from './languages/en.ts'
import { languages } from './languages.ts'
import type { Strings } from './words.ts'

export type { Strings } from './words.ts'

/** Tags that stand for another one's words: older names, and regions that write another script. */
const sameAs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    no: 'nb',
    nn: 'nb',
    iw: 'he',
    'zh-tw': 'zh-hant',
    'zh-hk': 'zh-hant',
    'zh-mo': 'zh-hant',
    'en-ph': 'en-us',
  }),
)

/**
 * The words for a language.
 *
 * @param lang a BCP 47 tag, in any case: `de`, `pt-BR`, `zh-Hant-TW`
 * @returns the words of the longest part of the tag that there are words for, else English
 */
export function stringsFor(lang: string): Strings {
  const subtags = lang.toLowerCase().replaceAll('_', '-').split('-')
  for (let length = subtags.length; length > 0; length--) {
    const tag = subtags.slice(0, length).join('-')
    const name = sameAs.get(tag) ?? tag
    const found = Object.hasOwn(languages, name) ? languages[name] : undefined
    if (found !== undefined) return found
  }
  return en
}

/** What a language calls itself; its tag where there are no words for it. */
export function languageName(lang: string): string {
  const strings = stringsFor(lang)
  const [language] = lang.toLowerCase().split('-')
  return strings === en && language !== 'en' ? lang : strings.languageName
}

const rightToLeftLanguages = new Set(
  'ar arc ckb dv fa he iw ks lrc mzn nqo pnb ps sd syr ug ur yi'.split(' '),
)
const rightToLeftScripts = new Set('adlm arab hebr mand nkoo rohg samr syrc thaa'.split(' '))

/**
 * Which way the text of a language runs, whether or not there are words for it. A script in the tag
 * decides (`az-Arab`, `ar-Latn`), else the language.
 */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const [language = '', ...rest] = lang.toLowerCase().replaceAll('_', '-').split('-')
  const script = rest.find((subtag) => /^[a-z]{4}$/.test(subtag))
  const rightToLeft =
    script === undefined ? rightToLeftLanguages.has(language) : rightToLeftScripts.has(script)
  return rightToLeft ? 'rtl' : 'ltr'
}

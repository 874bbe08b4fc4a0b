import { type PageProps, scriptOf } from 'ibid/theme'
import italic from './fonts/serif-italic.woff2'
import roman from './fonts/serif-roman.woff2'
import cyrillic from './fonts/serif-roman-cyrillic.woff2'

/** The letters of the first screen, asked for before the style sheet has been read: late ones are not shown. */
export const FirstFonts = ({ href, lang }: PageProps) =>
  [roman, ...secondFont(lang)].map((font) => (
    <link rel="preload" href={href(font)} as="font" type="font/woff2" crossorigin="anonymous" />
  ))

/** Scripts that have no italics need one font only. */
function secondFont(lang: string) {
  const script = scriptOf(lang) ?? 'Latn'
  if (script === 'Latn') return [italic]
  return script === 'Cyrl' ? [cyrillic] : []
}

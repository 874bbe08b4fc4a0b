import { type PageProps, writtenInCyrillic } from 'ibid/theme'
import italic from './fonts/serif-italic.woff2'
import roman from './fonts/serif-roman.woff2'
import cyrillic from './fonts/serif-roman-cyrillic.woff2'

/** The letters of the first screen, asked for before the style sheet has been read: late ones are not shown. */
export const FirstFonts = ({ href, lang }: PageProps) =>
  [roman, writtenInCyrillic(lang) ? cyrillic : italic].map((font) => (
    <link rel="preload" href={href(font)} as="font" type="font/woff2" crossorigin="anonymous" />
  ))

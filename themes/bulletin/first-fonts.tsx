import { type PageProps, writtenInCyrillic } from 'ibid/theme'
import italic from './fonts/sans-italic.woff2'
import upright from './fonts/sans-upright.woff2'
import cyrillic from './fonts/sans-upright-cyrillic.woff2'

/** The letters of the first screen, asked for before the style sheet has been read: late ones are not shown. */
export const FirstFonts = ({ href, lang }: PageProps) =>
  [upright, writtenInCyrillic(lang) ? cyrillic : italic].map((font) => (
    <link rel="preload" href={href(font)} as="font" type="font/woff2" crossorigin="anonymous" />
  ))

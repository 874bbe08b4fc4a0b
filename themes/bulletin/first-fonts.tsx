import type { PageProps } from 'ibid/theme'
import italic from './fonts/sans-italic.woff2'
import upright from './fonts/sans-upright.woff2'

/** The letters of the first screen, asked for before the style sheet has been read: late ones are not shown. */
export const FirstFonts = ({ href }: PageProps) => (
  <>
    <link rel="preload" href={href(upright)} as="font" type="font/woff2" crossorigin="anonymous" />
    <link rel="preload" href={href(italic)} as="font" type="font/woff2" crossorigin="anonymous" />
  </>
)

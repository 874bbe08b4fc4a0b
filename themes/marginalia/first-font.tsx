import type { PageProps } from 'ibid/theme'
import roman from './fonts/serif-roman.woff2'

/** The letters of the first screen, asked for before the style sheet has been read. */
export const FirstFont = ({ href }: PageProps) => (
  <link rel="preload" href={href(roman)} as="font" type="font/woff2" crossorigin="anonymous" />
)

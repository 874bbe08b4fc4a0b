import type { Child } from 'ibid/theme'

interface SeparatedProps {
  /** What is `false`, `null` or `undefined` is left out, and no separator stands for it. */
  readonly items: readonly Child[]
  /** Real text, so that items stay apart where no style sheet is read. */
  readonly by?: string
}

/** Several things on one line. */
export const Separated = ({ items, by = ' · ' }: SeparatedProps) =>
  items
    .filter((item) => item !== false && item !== null && item !== undefined)
    .map((item, index) => (index > 0 ? [by, item] : item))

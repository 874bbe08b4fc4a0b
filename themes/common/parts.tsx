import type { Child } from 'ibid/theme'

interface PartsProps {
  /** What is `false`, `null` or `undefined` is left out, and no separator stands for it. */
  readonly items: readonly Child[]
}

/**
 * Several things on a line or more. The separators are text, so that the parts stay apart where no style sheet is
 * read; `plain.css` hangs each before its part, and hides those that a line would begin with.
 */
export const Parts = ({ items }: PartsProps) =>
  items
    .filter((item) => item !== false && item !== null && item !== undefined)
    .map((item, index) => (
      <span class="part">
        {index > 0 && <span class="between"> · </span>}
        {item}
      </span>
    ))

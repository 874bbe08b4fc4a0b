import type { Strings } from 'ibid/theme'

interface DayProps {
  readonly date: { readonly text: string; readonly day: string }
  readonly strings: Strings
  readonly class?: string | undefined
}

/** A date in words, and for machines. */
export const Day = ({ date, strings, class: name }: DayProps) => (
  <time class={name} datetime={date.text}>
    {strings.day(date.day)}
  </time>
)

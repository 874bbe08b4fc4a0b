/** The parts of a calendar day, as numbers; the month from 1. */
export interface DayParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/**
 * Makes a function from `YYYY-MM-DD` to a date in words. Month names are given, not asked of the
 * machine, for these differ between versions of ICU.
 *
 * @param months twelve names, separated by spaces, in the form that a date wants
 * @param phrase puts the parts together
 * @returns a function that gives back unchanged what is no calendar day
 */
export function dayInWords(
  months: string,
  phrase: (parts: DayParts, month: string) => string,
): (day: string) => string {
  const names = months.split(' ')
  return (day) => {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
    const parts = {
      year: Number(match?.[1]),
      month: Number(match?.[2]),
      day: Number(match?.[3]),
    }
    const month = names[parts.month - 1]
    return match && month !== undefined ? phrase(parts, month) : day
  }
}

/** Makes a function that joins names: `between` all but the last two, `last` before the last. */
export function joinNames(between: string, last: string): (names: readonly string[]) => string {
  return (names) =>
    names.length < 2
      ? names.join('')
      : `${names.slice(0, -1).join(between)}${last}${names[names.length - 1]}`
}

/** Makes the reading time: the body's minutes, and those with the notes where they are more. */
export function readingTime(
  minutes: (count: number) => string,
  withNotes: (count: number) => string,
): (body: number, withNotes: number) => string {
  return (body, all) => (all > body ? `${minutes(body)} ${withNotes(all)}` : minutes(body))
}

/**
 * Makes the accessible name of a way back: the plain phrase where the note has one call, the longer one
 * where there are several.
 */
export function wayBack(
  single: (number: number) => string,
  several: (number: number, ordinal: number) => string,
): (number: number, ordinal: number, count: number) => string {
  return (number, ordinal, count) => (count > 1 ? several(number, ordinal) : single(number))
}

import type { ContentDate } from '../model/content-date.ts'
import type { Essay } from '../model/essay.ts'

/** `Tue, 17 Oct 2017 00:00:00 GMT`, whatever the machine's language and zone (RFC 822 with a year of four digits). */
export function rfc822(instant: number): string {
  return new Date(instant).toUTCString()
}

/** `2017-10-17T00:00:00Z` (RFC 3339), in UTC; without a fraction where there is none. */
export function rfc3339(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}

/** A day as the author wrote it, else the instant in UTC: both are W3C date-times, as sitemaps want them. */
export function w3cDate(date: ContentDate): string {
  return date.text === date.day ? date.day : rfc3339(date.instant)
}

/** When an essay was first published. */
export function publishedOf(essay: Essay): ContentDate | undefined {
  return essay.date ?? essay.front.date ?? essay.front.publishAt
}

/** The newest of the dates that an author gave an essay: its date, `updated`, and those of its corrections. */
export function updatedOf(essay: Essay): ContentDate | undefined {
  const { updated, updates } = essay.front
  return newest([publishedOf(essay), updated, ...updates.map((each) => each.date)])
}

/** The newest of some dates; the first of several at one instant. */
export function newest(dates: readonly (ContentDate | undefined)[]): ContentDate | undefined {
  return dates.reduce(
    (best, date) => (date && (!best || date.instant > best.instant) ? date : best),
    undefined,
  )
}

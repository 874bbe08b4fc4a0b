import { type ContentDate, parseContentDate } from '../model/content-date.ts'

/** `2017-1-7 9:30`, `2017-10-17 09:30:00 +0200 CEST`, `2017/10/17`. */
const loose =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ \tT]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?[ \t]*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?(?:[ \t]+[A-Z]{2,5})?)?$/

/**
 * A date as another engine takes it, in the form that Ibid takes: a day, or an instant with its zone.
 *
 * @param value as it stands in the front matter
 * @param timeZone name of the zone (IANA) that times without one are in
 * @returns undefined where it is no date
 */
export function importedDate(value: unknown, timeZone?: string): ContentDate | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const typed = String(value).trim()
  const reading = parseContentDate(inForm(typed))
  if (!reading.date) return spelled(typed)
  const { text, day } = reading.date
  if (text === day) return reading.date
  const zoned = /(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)(?:[ \t]+[A-Z]{2,5})?$/i.test(typed)
  return zoned || timeZone === undefined ? reading.date : inZone(reading.date, timeZone)
}

function inForm(typed: string): string {
  const match = loose.exec(typed)
  if (!match) return typed
  const [, year, month = '', day = '', hour, minute, second = '00', zone = ''] = match
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (hour === undefined) return date
  return `${date}T${hour.padStart(2, '0')}:${minute}:${second}${zone.replace(/^(?:UTC|GMT)$/, 'Z')}`
}

/** A day with the name of its month: `17 Oct 2017`, `October 17, 2017`, `Tue, 17 Oct 2017 09:30:00 +0200` (RFC 5322). */
function spelled(typed: string): ContentDate | undefined {
  const match =
    /^(?:[A-Za-z]{3,9},?[ \t]+)?(\d{1,2})[ \t]+([A-Za-z]{3,9})\.?,?[ \t]+(\d{4})(.*)$/.exec(
      typed,
    ) ??
    /^(?:[A-Za-z]{3,9},[ \t]+)?([A-Za-z]{3,9})\.?[ \t]+(\d{1,2}),?[ \t]+(\d{4})(.*)$/.exec(typed)
  if (!match) return undefined
  const [, one = '', two = '', year = '', rest = ''] = match
  const [name, day] = /^\d/.test(one) ? [two, one] : [one, two]
  const month = monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1
  if (month === 0) return undefined
  return parseContentDate(inForm(`${year}-${month}-${day}${rest}`)).date
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The same time of the day in a zone; in UTC where there is no such zone. */
function inZone(date: ContentDate, timeZone: string): ContentDate {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    // The offset of a time of the day depends on the instant, and that on the offset: twice is enough but in the hour of a change.
    let instant = date.instant
    let offset = 'Z'
    for (let turn = 0; turn < 2; turn++) {
      const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value
      offset = /[+-]\d{2}:\d{2}$/.exec(name ?? '')?.[0] ?? 'Z'
      instant = Date.parse(date.text.replace(/Z$/, offset))
    }
    return parseContentDate(date.text.replace(/Z$/, offset)).date ?? date
  } catch {
    return date
  }
}

/** A date as an author writes it: a calendar day, or an instant with its zone. Never shifted by the machine's zone. */
export interface ContentDate {
  /** For `datetime=`: `2017-10-17` or RFC 3339, `2017-10-17T09:30:00+01:00`. */
  readonly text: string
  /** The calendar day as written, `2017-10-17`. */
  readonly day: string
  /** Milliseconds since 1970-01-01T00:00Z; a bare day counts from its midnight in UTC. */
  readonly instant: number
}

/** What reading a date comes to: the date, or why it is none and what to type instead. */
export type DateReading =
  | { readonly date: ContentDate }
  | { readonly date: undefined; readonly problem: string; readonly hint: string }

const shape =
  /^(\d{4})-(\d{2})-(\d{2})(?:(?:[Tt]|[ \t]+)(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?[ \t]*([Zz]|[+-]\d{2}(?::?\d{2})?)?)?$/

/**
 * Reads a date: `2025-11-20`, `2025-11-20 09:30`, or RFC 3339 (`2025-11-20T09:30:00+01:00`), in which
 * the `T` may be a space and the seconds may be left out. A time without a zone is in UTC. Days are
 * those of the Gregorian calendar, RFC 3339, 5.7; leap seconds are not accepted.
 */
export function parseContentDate(text: string): DateReading {
  const match = shape.exec(text.trim())
  if (!match) return unreadable(text.trim())
  const [, year = '', month = '', day = '', hour, minute, second = '00', fraction, zone] = match
  const wrongDay = dayProblem(Number(year), Number(month), Number(day))
  if (wrongDay) return wrongDay
  const date = `${year}-${month}-${day}`
  if (hour === undefined || minute === undefined)
    return { date: { text: date, day: date, instant: Date.parse(`${date}T00:00:00Z`) } }
  const wrongTime = timeProblem(date, Number(hour), Number(minute), Number(second))
  if (wrongTime) return wrongTime
  const offset = zoneOf(zone)
  if (offset === undefined)
    return problem(
      `${zone} is no time zone: no place on Earth is that far from UTC`,
      `${date}T${hour}:${minute}:${second}Z`,
    )
  const thousandths = fraction === undefined ? '' : fraction.slice(0, 4)
  const written = `${date}T${hour}:${minute}:${second}${thousandths}${offset}`
  return { date: { text: written, day: date, instant: Date.parse(written) } }
}

function problem(words: string, hint: string): DateReading {
  return { date: undefined, problem: words, hint }
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function dayProblem(year: number, month: number, day: number): DateReading | undefined {
  const pattern = 'YYYY-MM-DD, such as 2025-11-20'
  if (year === 0) return problem('there is no year 0', pattern)
  if (month < 1 || month > 12)
    return problem(
      `there is no month ${month}`,
      day >= 1 && day <= 12 && month >= 1 && month <= 28
        ? dayText(year, day, month)
        : 'YYYY-MM-DD: the month is from 01 to 12',
    )
  const length = daysIn(year, month)
  if (day >= 1 && day <= length) return undefined
  return problem(
    day < 1 ? 'there is no day 0' : `${months[month - 1]} ${year} has ${length} days`,
    dayText(year, month, Math.min(Math.max(day, 1), length)),
  )
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

function dayText(year: number, month: number, day: number): string {
  return [
    String(year).padStart(4, '0'),
    ...[month, day].map((part) => String(part).padStart(2, '0')),
  ].join('-')
}

function timeProblem(
  date: string,
  hour: number,
  minute: number,
  second: number,
): DateReading | undefined {
  if (hour <= 23 && minute <= 59 && second <= 59) return undefined
  const [unit, value] =
    hour > 23 ? ['hour', hour] : minute > 59 ? ['minute', minute] : ['second', second]
  return problem(
    `there is no ${unit} ${value}`,
    `${date} HH:MM, from 00:00 to 23:59, such as ${date} 09:30`,
  )
}

/** RFC 3339 offset; no zone means UTC. Undefined where no clock on Earth shows it. */
function zoneOf(zone: string | undefined): string | undefined {
  if (zone === undefined || zone === 'Z' || zone === 'z') return 'Z'
  const hours = zone.slice(1, 3)
  const minutes = zone.slice(3).replace(':', '') || '00'
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined
  return `${zone[0]}${hours}:${minutes}`
}

function unreadable(text: string): DateReading {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  const guess = year === '' ? undefined : dayText(Number(year), Number(month), Number(day))
  const sound = guess !== undefined && shape.test(guess)
  if (sound && !dayProblem(Number(year), Number(month), Number(day)))
    return problem('it is not written year, month, day with dashes and two digits each', guess)
  return problem(
    'a date begins with the day, written YYYY-MM-DD',
    '2025-11-20, or 2025-11-20 09:30, or 2025-11-20T09:30:00+01:00',
  )
}

import type { Clock } from './ports.ts'

/** A clock that stands before this day was never set: machines begin in 1970 or 1980, and some build systems say so. */
const neverSet = Date.UTC(2000, 0, 1)
/** A day on which this engine existed, to be moved on with each release: the earliest that now can be. */
const existed = Date.UTC(2026, 10, 1)

/**
 * The moment that a build takes for now: `SOURCE_DATE_EPOCH` where it is set (seconds since 1970,
 * https://reproducible-builds.org/specs/source-date-epoch/), else the machine's clock. A clock that was never
 * set would hold back every post as scheduled, so then it is the day from which this engine is.
 *
 * @throws RangeError where `SOURCE_DATE_EPOCH` is no whole number of seconds
 */
export function systemClock(env: Readonly<Record<string, string | undefined>>): Clock {
  const epoch = env.SOURCE_DATE_EPOCH
  if (epoch === undefined || epoch === '') return { now: () => sound(Date.now()) }
  const seconds = /^\d{1,12}$/.test(epoch) ? Number(epoch) : Number.NaN
  if (Number.isNaN(seconds))
    throw new RangeError(
      `SOURCE_DATE_EPOCH must be a whole number of seconds since 1970, not "${epoch}".`,
    )
  return { now: () => sound(seconds * 1000) }
}

function sound(now: number): number {
  return now < neverSet ? existed : now
}

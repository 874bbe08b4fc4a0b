import type { Clock } from './ports.ts'

/**
 * The moment that a build takes for now: `SOURCE_DATE_EPOCH` where it is set (seconds since 1970,
 * https://reproducible-builds.org/specs/source-date-epoch/), else the machine's clock.
 *
 * @throws RangeError where `SOURCE_DATE_EPOCH` is no whole number of seconds
 */
export function systemClock(env: Readonly<Record<string, string | undefined>>): Clock {
  const epoch = env.SOURCE_DATE_EPOCH
  if (epoch === undefined || epoch === '') return { now: () => Date.now() }
  const seconds = /^\d{1,12}$/.test(epoch) ? Number(epoch) : Number.NaN
  if (Number.isNaN(seconds))
    throw new RangeError(
      `SOURCE_DATE_EPOCH must be a whole number of seconds since 1970, not "${epoch}".`,
    )
  return { now: () => seconds * 1000 }
}

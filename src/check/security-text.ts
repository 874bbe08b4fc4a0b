import type { Position } from 'unist'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { Settings } from '../model/settings.ts'

const day = 24 * 60 * 60 * 1000
/** Days before the end from which on the author is told. */
const reminder = 30

/** Where in the settings the finding is to be shown. */
export interface SettingsPlaces {
  /** The settings file, relative to the site's root. */
  readonly file: string
  readonly placeOf: (...keys: readonly string[]) => Position | undefined
}

/**
 * Whether what `security.txt` says still holds, and will for a month.
 *
 * @param now milliseconds since 1970
 */
export function checkSecurityText(
  { contact, expires }: Settings['security'],
  now: number,
  { file, placeOf }: SettingsPlaces,
): readonly Diagnostic[] {
  const place = placeOf('security', 'expires') ?? placeOf('security')
  if (expires === undefined) {
    if (contact.length === 0) return []
    const message =
      'There is no `security.expires`, so no security.txt is made: it must say until when it holds.'
    return [diagnose('FM207', { message, file, place, hint: `expires: ${inAYear(now)}` })]
  }
  const left = Date.parse(expires) - now
  const hint = `expires: ${inAYear(now)}, once you have seen that the rest still holds`
  if (left <= 0) {
    const message = `What security.txt says held until ${expires}; from then on nobody may rely on it.`
    return [diagnose('FM209', { message, file, place, hint })]
  }
  if (left > reminder * day) return []
  const message = `What security.txt says ends within ${reminder} days, on ${expires}.`
  return [diagnose('FM208', { message, file, place, hint })]
}

/** The moments from which on something else is said, in milliseconds since 1970. */
export function securityTextTurns({ expires }: Settings['security']): readonly number[] {
  return expires === undefined ? [] : [Date.parse(expires) - reminder * day, Date.parse(expires)]
}

/** The day before this one in the next year: the end is to be less than a year away (RFC 9116, 2.5.5). */
function inAYear(now: number): string {
  return new Date(now + 364 * day).toISOString().slice(0, 10)
}

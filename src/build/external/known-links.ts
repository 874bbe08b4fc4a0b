import type { ProbeResult } from '../../check/external-links.ts'
import type { CacheFiles } from '../../io/ports.ts'
import { readSealed, writeSealed } from '../cache/sealed.ts'

const name = 'external-links'
/** How long an answer holds, in milliseconds: a week for what is there, a day for what is not. */
const day = 86_400_000
const lifetimes = { fine: 7 * day, moved: 7 * day, broken: day, unknown: 0 } as const

/** An answer, and when it was given. */
export interface KnownLink {
  readonly at: number
  readonly result: ProbeResult
}

/** The answers of earlier checks that still hold. */
export function readKnownLinks(cache: CacheFiles | undefined, now: number): Map<string, KnownLink> {
  const text = cache && readSealed(cache, name)
  // What is under the seal was written here.
  const all = text === undefined ? [] : (JSON.parse(text) as [string, KnownLink][])
  return new Map(all.filter(([, known]) => holds(known, now)))
}

function holds({ at, result }: KnownLink, now: number): boolean {
  return at <= now && now - at < lifetimes[result.kind]
}

export function keepKnownLinks(
  cache: CacheFiles | undefined,
  known: ReadonlyMap<string, KnownLink>,
): void {
  if (cache) writeSealed(cache, name, JSON.stringify([...known]))
}

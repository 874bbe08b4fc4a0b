import { setImmediate as turn } from 'node:timers/promises'

/** Lets the process answer to others now and then. @throws the signal's reason where the work is to end */
export type Breath = () => Promise<void> | undefined

/** Longest time without an answer, in milliseconds: a stroke of Ctrl-C is felt to work at once. */
const longestSilence = 50

/**
 * Makes a breath to be taken between the pieces of a long work; most cost a look at the clock.
 *
 * @param giveWay resolves once nothing more urgent is at work; undefined where nothing is
 */
export function breathing(
  signal: AbortSignal | undefined,
  giveWay?: () => Promise<void> | undefined,
): Breath {
  let last = performance.now()
  return () => {
    if (performance.now() - last < longestSilence) return undefined
    return turn().then(async () => {
      await giveWay?.()
      last = performance.now()
      signal?.throwIfAborted()
    })
  }
}

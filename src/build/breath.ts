import { setImmediate as turn } from 'node:timers/promises'

/** Lets the process answer to others now and then. @throws the signal's reason where the work is to end */
export type Breath = () => Promise<void> | undefined

/** Longest time without an answer, in milliseconds: a stroke of Ctrl-C is felt to work at once. */
const longestSilence = 50

/** Makes a breath to be taken between the pieces of a long work; most cost a look at the clock. */
export function breathing(signal: AbortSignal | undefined): Breath {
  let last = performance.now()
  return () => {
    if (performance.now() - last < longestSilence) return undefined
    return turn().then(() => {
      last = performance.now()
      signal?.throwIfAborted()
    })
  }
}

import { setImmediate as turn } from 'node:timers/promises'

/** Lets the process answer to others now and then. */
export interface Breath {
  /** To be taken between the pieces of a long work; most cost a look at the clock. @throws the signal's reason where the work is to end */
  (): Promise<void> | undefined
  /** Longest time without an answer, in milliseconds. */
  readonly silence: number
}

/** How a long work behaves towards others. */
export interface Manners {
  /** Resolves once nothing more urgent is at work; undefined where nothing is. */
  readonly giveWay?: (() => Promise<void> | undefined) | undefined
  /** Longest time without an answer, in milliseconds. */
  readonly silence?: number | undefined
}

/** Milliseconds: a stroke of Ctrl-C is felt to work at once. */
const longestSilence = 50

/** Turns of the event loop that a request needs: to be let in, to be read, to be answered. An empty one costs microseconds. */
const turnsForOthers = 3

/** Makes a breath to be taken between the pieces of a long work. */
export function breathing(
  signal: AbortSignal | undefined,
  { giveWay, silence = longestSilence }: Manners = {},
): Breath {
  let last = performance.now()
  const letOthers = async (): Promise<void> => {
    for (let turns = 0; turns < turnsForOthers; turns++) await turn()
    await giveWay?.()
    last = performance.now()
    signal?.throwIfAborted()
  }
  const breath = (): Promise<void> | undefined =>
    performance.now() - last < silence ? undefined : letOthers()
  return Object.assign(breath, { silence })
}

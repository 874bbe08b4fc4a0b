/** True in `npm run test:faults`, which tries everything; `npm test` tries a little of each. */
export const everything = process.env.IBID_FAULTS === 'all'

/** How often to try. */
export function howMany(few: number, all: number): number {
  return everything ? all : few
}

/** A small generator that gives the same numbers every time. */
export function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Some of a list, spread over all of it. */
export function spread<T>(list: readonly T[], count: number): readonly T[] {
  if (list.length <= count) return list
  return Array.from(
    { length: count },
    (_, i) => list[Math.floor((i * list.length) / count)],
  ).filter((each) => each !== undefined)
}

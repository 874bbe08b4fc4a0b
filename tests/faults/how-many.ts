/** True in `npm run test:faults`, which tries everything; `npm test` tries a little of each. */
export const everything = process.env.IBID_FAULTS === 'all'

/** How often to try. */
export function howMany(few: number, all: number): number {
  return everything ? all : few
}

/** Some of a list, spread over all of it. */
export function spread<T>(list: readonly T[], count: number): readonly T[] {
  if (list.length <= count) return list
  return Array.from(
    { length: count },
    (_, i) => list[Math.floor(((i + 0.5) * list.length) / count)],
  ).filter((each) => each !== undefined)
}

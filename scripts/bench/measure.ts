// Runs one command from outside, as an author would, and tells what it took.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What a run took: milliseconds of wall and processor time, and the largest memory in MB. */
export interface Cost {
  readonly wall: number
  readonly processor: number
  readonly memory: number | undefined
}

/** GNU time tells the memory of a process that has ended; without it only time is measured. */
const timer = existsSync('/usr/bin/time')

/** @throws Error where the command fails */
export function measure(command: string, args: readonly string[]): Cost {
  const words = timer ? ['/usr/bin/time', '-f', '%U %S %M', command, ...args] : [command, ...args]
  const [program = '', ...rest] = words
  const start = performance.now()
  const { status, stderr } = spawnSync(program, rest, { encoding: 'utf8', maxBuffer: 2 ** 28 })
  const wall = performance.now() - start
  if (status !== 0) throw new Error(`${words.join(' ')} failed:\n${stderr.slice(-2000)}`)
  const [user = 0, system = 0, kilobytes] = timer
    ? (stderr.trimEnd().split('\n').at(-1) ?? '').split(' ').map(Number)
    : []
  return {
    wall,
    processor: timer ? (user + system) * 1000 : Number.NaN,
    memory: kilobytes === undefined ? undefined : kilobytes / 1024,
  }
}

/** The one in the middle. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

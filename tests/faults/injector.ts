import type { Ended } from './disk-site.ts'

/** What the system may answer to a call. */
export const errors = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE'] as const

/** One call of the system below a folder, as an injector counts them. */
export interface Point {
  readonly call: string
  /** From 1. */
  readonly nth: number
  /** What it was about when it was counted. */
  readonly about: string
}

/** What is to go wrong at a point. */
export interface Fault {
  readonly what: 'SIGKILL' | (typeof errors)[number]
  /** Whether every later call fails too. */
  readonly onward?: boolean
}

/** What became of a command in which something went wrong. */
export interface Injured extends Ended {
  /** Whether it happened at a call below the folder; else it is no point of this test. */
  readonly hit: boolean
}

/** Lets single calls of a program fail, or kills it there. */
export interface Injector {
  /** Every point at which a command comes by below a folder. @throws Error where a tool is missing, with how to get it */
  readonly pointsOf: (command: readonly string[], folder: string) => readonly Point[]
  readonly run: (command: readonly string[], folder: string, point: Point, fault: Fault) => Injured
}

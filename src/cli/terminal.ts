import type { Options } from './options.ts'

/** A stream of the process. */
export interface Stream {
  readonly write: (text: string) => unknown
  /** True where people read it as it comes. */
  readonly isTTY?: boolean | undefined
}

/** Where results go, and everything else. */
export interface Streams {
  readonly out: Stream
  readonly err: Stream
}

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Whether a stream is to be coloured: as `--color` says, else on a terminal that is no `dumb` one, where
 * `NO_COLOR` (https://no-color.org) is not set.
 */
export function wantsColor(stream: Stream, color: Options['color'], env: Environment): boolean {
  if (color !== 'auto') return color === 'always'
  return stream.isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb'
}

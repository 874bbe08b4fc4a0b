/** A stand-in for `process.exit` that knows the real one. */
type HeldExit = typeof process.exit & { readonly held?: typeof process.exit }

/**
 * Keeps the code of a theme from ending the program in the middle of its work: until it is let go,
 * `process.exit` throws an error, which is told like any other that a theme throws.
 *
 * @returns lets go
 */
export function holdExit(): () => void {
  const now: HeldExit = process.exit
  const real = now.held ?? now
  const refuse = (): never => {
    throw new Error('process.exit() was called, and a theme must not end the build.')
  }
  process.exit = Object.assign(refuse, { held: real })
  return () => {
    process.exit = real
  }
}

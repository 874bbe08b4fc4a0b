/** Signs that are open, the last one on top, and how many of each there are. */
export interface Openers {
  readonly stack: Opener[]
  readonly count: Map<string, number>
}

interface Opener {
  readonly sign: string
  /** Signs of the run that are not used up yet. */
  length: number
  /** The deepest nesting that has been closed inside. */
  inner: number
}

/** Nothing is open. */
export function noOpeners(): Openers {
  return { stack: [], count: new Map() }
}

/** Opens a run of signs. */
export function push({ stack, count }: Openers, sign: string, length: number): void {
  stack.push({ sign, length, inner: 0 })
  count.set(sign, (count.get(sign) ?? 0) + 1)
}

function pop({ stack, count }: Openers): void {
  const opener = stack.pop()
  if (opener) count.set(opener.sign, (count.get(opener.sign) ?? 0) - 1)
}

/**
 * Closes what was opened last with a sign, as often as there are signs. What stands open in between can
 * not be closed any more (CommonMark 0.31.2, appendix, "process emphasis").
 *
 * @returns how many signs were used up, and how deep the nesting is that they close
 */
export function close(
  openers: Openers,
  sign: string,
  length: number,
): { readonly used: number; readonly depth: number } {
  const { stack, count } = openers
  let left = length
  let depth = 0
  while (left > 0 && (count.get(sign) ?? 0) > 0) {
    const opener = stack.at(-1)
    if (!opener) break
    depth = Math.max(depth, opener.inner)
    if (opener.sign === sign) {
      const used = Math.min(left, opener.length)
      // Two signs make one strong emphasis.
      depth += Math.ceil(used / 2)
      left -= used
      opener.length -= used
      opener.inner = depth
      if (opener.length > 0) continue
    }
    pop(openers)
  }
  const outer = stack.at(-1)
  if (outer) outer.inner = Math.max(outer.inner, depth)
  return { used: length - left, depth }
}

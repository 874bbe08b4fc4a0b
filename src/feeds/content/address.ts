import { safeAddress } from '../../hast/address.ts'

/**
 * An address as a feed must write it: absolute, since readers resolve relative ones in different ways.
 *
 * @param value what the page writes; relative to the page
 * @param permalink the page's own absolute address
 * @returns nothing where there is no address, or one that no page may hold
 */
export function absoluteAddress(value: unknown, permalink: string): string | undefined {
  const safe = typeof value === 'string' ? safeAddress(value) : undefined
  return safe !== undefined && URL.canParse(safe, permalink)
    ? new URL(safe, permalink).href
    : undefined
}

/** `#fn-k7q2-größe`, however it is encoded → `fn-k7q2-größe`. */
export function fragmentOf(href: unknown): string | undefined {
  if (typeof href !== 'string' || !href.startsWith('#')) return undefined
  try {
    return decodeURIComponent(href.slice(1))
  } catch {
    return href.slice(1)
  }
}

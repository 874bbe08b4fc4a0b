import { isReservedSlug, longestSlug } from '../model/slug.ts'

/**
 * A name for a file or a folder that every disk can keep, made from any text: no separator, no character
 * that Windows or a shell's quoting stumbles over, not hidden, no device, at most 80 bytes of UTF-8. A sound
 * name stays as it is but for its form, which becomes NFC.
 */
export function safeName(name: string): string {
  const clean = name
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD\\/:*?"<>|]+/gu, '-')
    .replace(/^[\s.]+|[\s.]+$/gu, '')
  const ending = /(?<=.)\.[A-Za-z0-9]{1,10}$/.exec(clean)?.[0] ?? ''
  const stem = shortened(clean.slice(0, clean.length - ending.length), longestSlug - ending.length)
  const kept = `${stem === '' ? 'file' : stem}${ending}`
  return isReservedSlug(kept, 'folder') ? `_${kept}` : kept
}

/**
 * A path below a folder of the site, from the path that something had elsewhere. Parts that lead up or
 * nowhere are left out, so that the result never leaves the folder.
 *
 * @param folder POSIX, relative to the site's root: `public`
 * @param hidden whether parts that begin with a dot keep it, as `.well-known` has to
 */
export function safePath(folder: string, path: string, hidden = false): string {
  const parts = path
    .split(/[\\/]+/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .map((part) => (hidden && /^\.[a-z]/i.test(part) ? `.${safeName(part)}` : safeName(part)))
  return [folder, ...(parts.length === 0 ? ['file'] : parts)].join('/')
}

/** Gives each path once, whatever disk it is to lie on: the second `a.md`, or `A.md`, is `a-2.md`. */
export type UniquePaths = (path: string) => string

/** Nothing is taken yet. */
export function uniquePaths(): UniquePaths {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return (path) => {
    const key = keyOf(path)
    const dot = /(?<=[^/])\.[^./]+$/.exec(path)?.index ?? path.length
    let number = next.get(key) ?? 2
    let free = path
    while (taken.has(keyOf(free))) free = `${path.slice(0, dot)}-${number++}${path.slice(dot)}`
    next.set(key, number)
    taken.add(keyOf(free))
    return free
  }
}

/** The same for paths that some disk keeps only once. */
function keyOf(path: string): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC')
}

/** The first bytes of a text, cut between characters. */
function shortened(text: string, bytes: number): string {
  let size = 0
  let end = 0
  for (const character of text) {
    size += new TextEncoder().encode(character).length
    if (size > bytes) return text.slice(0, end).replace(/[\s.]+$/u, '')
    end += character.length
  }
  return text
}

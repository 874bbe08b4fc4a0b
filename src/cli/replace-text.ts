import { readFile, realpath, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isInside } from '../io/inside.ts'

const mark = '\ufeff'

/**
 * Replaces the text of a source in one step; its mode and its byte order mark stay.
 *
 * @param root absolute path of the site's root
 * @param path relative to the root
 * @param text what was read; a byte order mark does not count
 * @param options `keepTime` leaves the file's time of change as it is
 * @returns false where the file is no longer what was read, or lies outside the site
 * @throws the system's error
 */
export async function replaceText(
  root: string,
  path: string,
  text: string,
  better: string,
  { keepTime = false }: { readonly keepTime?: boolean } = {},
): Promise<boolean> {
  const [real, realRoot] = [await realpath(join(root, path)), await realpath(root)]
  if (!isInside(real, realRoot)) return false
  const now = await readFile(real, 'utf8')
  const bare = (value: string) => (value.startsWith(mark) ? value.slice(1) : value)
  if (bare(now) !== bare(text)) return false
  const { mode, atime, mtime } = await stat(real)
  const draft = `${real}.${process.pid}.tmp`
  try {
    const whole = (now.startsWith(mark) ? mark : '') + bare(better)
    await writeFile(draft, whole, { mode, flag: 'wx', flush: true })
    if (keepTime) await utimes(draft, atime, mtime)
    await rename(draft, real)
  } catch (error) {
    await unlink(draft).catch(() => undefined)
    throw error
  }
  return true
}

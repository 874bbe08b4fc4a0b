import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Every file in a folder and below it, as sorted POSIX paths relative to it; hidden ones are left out. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !/(?:^|\/)(?:node_modules|\.[^/]*)\//.test(path))
    .sort()
}

/** Hex digest of a file's bytes; nothing where it cannot be read. */
export async function digestOf(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined)
  return bytes && createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}

/**
 * Digest of everything in a theme's folder and of the engine's version: sixteen hex digits. Two themes
 * with one fingerprint compile to the same bytes, but for what they import from elsewhere.
 */
export async function themeFingerprint(
  folder: string,
  files: readonly string[],
  version: string,
): Promise<string> {
  const hash = createHash('sha256').update(`ibid ${version}\0theme format 1\0`)
  for (const path of files) hash.update(`${path}\0${await digestOf(join(folder, path))}\0`)
  return hash.digest('hex').slice(0, 16)
}

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The package that this code belongs to. */
export interface OwnPackage {
  /** Absolute path of the folder that holds its `package.json`. */
  readonly folder: string
  readonly version: string
}

/**
 * Finds the package of the engine from where its code lies, in the sources or compiled.
 *
 * @throws Error where the package has been taken apart
 */
export function ownPackage(): OwnPackage {
  const start = dirname(fileURLToPath(import.meta.url))
  for (let folder = start; ; folder = dirname(folder)) {
    const version = versionIn(folder)
    if (version !== undefined) return { folder, version }
    if (dirname(folder) === folder)
      throw new Error(`The package of Ibid is not found above ${start}.`)
  }
}

function versionIn(folder: string): string | undefined {
  try {
    const data: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    if (typeof data !== 'object' || data === null || !('name' in data) || data.name !== 'ibid')
      return undefined
    return 'version' in data && typeof data.version === 'string' ? data.version : undefined
  } catch {
    return undefined
  }
}

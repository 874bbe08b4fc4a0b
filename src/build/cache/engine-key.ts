import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { optionalParts } from '../../io/optional-parts.ts'
import { stampAt } from '../../io/stamp.ts'

/** Digest of the sources that a compiled engine was made from; set by its bundler. */
declare const __IBID_BUILD__: string | undefined

/**
 * Changes with the engine and with what it runs on: what one engine has kept is nothing to another. Names
 * of days and months come from the machine's ICU, which is Node's; pictures and cards from packages that may be there
 * or not.
 *
 * @param packageFolder absolute path of the engine's package
 */
export function engineKey({ folder, version }: { folder: string; version: string }): string {
  const { node, icu } = process.versions
  const build = typeof __IBID_BUILD__ === 'string' ? __IBID_BUILD__ : sourceStamps(folder)
  return `ibid ${version} ${build} node ${node} icu ${icu ?? ''} ${optionalParts(folder)}`
}

/** An engine that runs from its sources is another one as soon as one of them is saved. */
function sourceStamps(folder: string): string {
  const hash = createHash('sha256')
  for (const room of ['src', 'themes'])
    for (const path of readdirSync(join(folder, room), {
      recursive: true,
      encoding: 'utf8',
    }).sort())
      hash.update(`${path} ${stampAt(join(folder, room, path))}\0`)
  return hash.digest('base64url')
}

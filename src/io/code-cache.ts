import { createHash } from 'node:crypto'
import module from 'node:module'
import { join } from 'node:path'
import { ownFolder } from './own-folder.ts'

/**
 * Lets Node keep what it compiles of the modules that are loaded from here on, where it can (from 22.1). What lies
 * there is run, so its folder has a name that nobody can know who did not make the folder around it.
 *
 * @param root absolute path of a site's root
 */
export function keepCompiledCode(root: string): void {
  const enable: typeof module.enableCompileCache | undefined = module.enableCompileCache
  const own = ownFolder(root, ['.ibid', 'cache'])
  if (own === undefined) return
  const name = `code-${createHash('sha256').update(own).digest('hex').slice(0, 16)}`
  if (ownFolder(root, ['.ibid', 'cache', name])) enable?.(join(root, '.ibid', 'cache', name))
}

import module from 'node:module'

/**
 * Lets Node keep what it compiles of the modules that are loaded from here on, where it can (from 22.1).
 * The folder must be nobody else's: what lies in it is run.
 *
 * @param folder absolute path; made if need be
 */
export function keepCompiledCode(folder: string): void {
  const enable: typeof module.enableCompileCache | undefined = module.enableCompileCache
  enable?.(folder)
}

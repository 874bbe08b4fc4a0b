import { readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { ownPackage } from '../io/package.ts'

/** What a `package.json` says to get the Ibid that is running now. */
export interface OwnDependency {
  readonly spec: string
  /** True where it is a file of this machine, which no other machine has. */
  readonly local: boolean
}

/**
 * The dependency on this very Ibid: its version where it came from a registry, its address where it came
 * from one, else the path of its tarball or its folder.
 *
 * @param site absolute path of the folder whose `package.json` it is for
 */
export function ownDependency(site: string): OwnDependency {
  const { folder, version } = ownPackage()
  const modules = dirname(folder)
  if (basename(modules) === 'node_modules') {
    const resolved = resolvedIn(modules)
    if (resolved?.startsWith('file:'))
      return local(site, resolve(dirname(modules), resolved.slice(5)))
    if (resolved !== undefined)
      return { spec: isRegistry(resolved) ? version : resolved, local: false }
  }
  return local(site, folder)
}

/** Where npm has got the package from, by the list that it keeps in `node_modules/`. */
function resolvedIn(modules: string): string | undefined {
  try {
    const data: unknown = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8'))
    if (typeof data !== 'object' || data === null || !('packages' in data)) return undefined
    const packages: unknown = data.packages
    if (typeof packages !== 'object' || packages === null || !('node_modules/ibid' in packages))
      return undefined
    const entry: unknown = packages['node_modules/ibid']
    if (typeof entry !== 'object' || entry === null || !('resolved' in entry)) return undefined
    return typeof entry.resolved === 'string' ? entry.resolved : undefined
  } catch {
    return undefined
  }
}

/** Registries serve tarballs at `/<name>/-/<name>-<version>.tgz`. */
function isRegistry(address: string): boolean {
  return /^https?:.*\/ibid\/-\/ibid-[^/]+\.tgz$/.test(address)
}

function local(site: string, path: string): OwnDependency {
  const from = relative(realPlace(site), path).split(sep).join('/')
  return { spec: `file:${from.startsWith('.') ? from : `./${from}`}`, local: true }
}

/** npm counts a relative path from where the folder really lies. */
function realPlace(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return dirname(folder) === folder ? folder : join(realPlace(dirname(folder)), basename(folder))
  }
}

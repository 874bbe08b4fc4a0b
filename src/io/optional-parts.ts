import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Packages that the engine works without, each with the scope in which what it runs on this machine lies. */
const packages = [
  ['sharp', '@img'],
  ['satori', undefined],
  ['@resvg/resvg-js', '@resvg'],
] as const

/**
 * Says which optional packages there are, in which versions, and what they have for this machine. It changes when
 * one of them is installed, removed or replaced; none of them is loaded.
 *
 * @param folder absolute path of the engine's package
 */
export function optionalParts(folder: string): string {
  return packages
    .map(([name, scope]) => {
      const place = placeOf(name, folder)
      if (place === undefined) return `no ${name}`
      const beside = join(place, ...name.split('/').map(() => '..'))
      return `${name} ${versionAt(place)} ${scope ? partsIn(join(beside, scope)) : ''}`
    })
    .join(' ')
}

/** Where Node finds a package from the engine's own modules. */
function placeOf(name: string, folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const place = join(at, 'node_modules', name)
    if (existsSync(join(place, 'package.json'))) return realpathSync(place)
    if (dirname(at) === at) return undefined
  }
}

function versionAt(place: string): string {
  try {
    const { version }: { version?: unknown } = JSON.parse(
      readFileSync(join(place, 'package.json'), 'utf8'),
    )
    return String(version)
  } catch {
    return ''
  }
}

function partsIn(scope: string): string {
  try {
    return readdirSync(scope)
      .sort()
      .map((name) => `${name}@${versionAt(join(scope, name))}`)
      .join(',')
  } catch {
    return ''
  }
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the modules lie that a theme imports from the engine; absolute paths. */
export interface EngineModules {
  /** `ibid/theme` */
  readonly theme: string
  readonly jsxRuntime: string
  readonly jsxDevRuntime: string
  /** `ibid/themes/…`: the sources of the built-in themes, for themes that extend one. */
  readonly themes: string
  /** The folder of the package, from which built-in themes are named in findings. */
  readonly package: string
  /** Version of the engine; part of a compiled theme's fingerprint. */
  readonly version: string
  /** True where the engine runs from its TypeScript sources. */
  readonly fromSource: boolean
}

/** The engine's own entries, in its sources; the compiled ones are those of the package's `exports`. */
const sources = {
  './theme': './src/theme/public.ts',
  './jsx-runtime': './src/jsx/jsx-runtime.ts',
  './jsx-dev-runtime': './src/jsx/jsx-dev-runtime.ts',
} as const

type Entry = keyof typeof sources

/**
 * Finds the engine's modules in its package.
 *
 * @param packageFolder absolute path of the folder that holds the engine's `package.json`
 * @param running address of a module of the engine that is running: TypeScript or compiled
 */
export async function engineModules(
  packageFolder: string,
  running: string = import.meta.url,
): Promise<EngineModules> {
  const fromSource = running.endsWith('.ts')
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'))
  const at = (entry: Entry): string =>
    join(packageFolder, fromSource ? sources[entry] : exported(manifest, entry))
  return {
    theme: at('./theme'),
    jsxRuntime: at('./jsx-runtime'),
    jsxDevRuntime: at('./jsx-dev-runtime'),
    themes: join(packageFolder, 'themes'),
    package: packageFolder,
    version: String(property(manifest, 'version') ?? '0'),
    fromSource,
  }
}

/** The compiled file that the package exports under a name. */
function exported(manifest: unknown, entry: Entry): string {
  const target = property(property(manifest, 'exports'), entry)
  const file = typeof target === 'string' ? target : property(target, 'default')
  if (typeof file !== 'string') throw new Error(`The package of Ibid does not export ${entry}.`)
  return file
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}

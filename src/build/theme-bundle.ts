import { dirname } from 'node:path'
import type { InlineConfig, Logger, Plugin, Rolldown } from 'vite'
import type { EngineModules } from './engine-modules.ts'
import type { ThemeSource } from './theme-source.ts'

/** A version of a browser as Lightning CSS counts it. */
const version = (major: number, minor = 0): number => (major << 16) | (minor << 8)

/** Browsers from which on `light-dark()`, `:dir()` and logical properties are left as they are written. */
const browsers = {
  chrome: version(123),
  edge: version(123),
  firefox: version(121),
  safari: version(17, 5),
  ios_saf: version(17, 5),
}

/** A file that a build gave. */
export type BuiltFile = Rolldown.OutputAsset | Rolldown.OutputChunk

/** What is heard while a theme is built; a build that fails has been heard until then. */
export interface BuildListener {
  /** What the bundler only warns of. */
  readonly warn: (warning: string) => void
  /** A module was read, by its path or, for the bundler's own, an id that starts with NUL. */
  readonly read: (id: string) => void
}

/**
 * One build with Vite, in memory. Vite is imported only here, for it takes a third of a second.
 */
export async function bundleTheme(
  source: ThemeSource,
  listener: BuildListener,
): Promise<readonly BuiltFile[]> {
  const { build } = await import('vite')
  const built = await build(configOf(source, listener))
  const [first] = Array.isArray(built) ? built : [built]
  return first !== undefined && 'output' in first ? first.output : []
}

function configOf(source: ThemeSource, { warn, read }: BuildListener): InlineConfig {
  const { engine, entry, name, outFolder } = source
  return {
    // Nothing of the site but the theme decides: no configuration file, no environment, no public folder.
    configFile: false,
    envDir: false,
    publicDir: false,
    root: dirname(entry),
    base: './',
    mode: 'production',
    logLevel: 'silent',
    customLogger: silentLogger(warn),
    plugins: [
      portablePlaces(source.nameOf),
      { name: 'ibid:modules', moduleParsed: ({ id }) => read(id) },
    ],
    resolve: { alias: aliasesOf(engine) },
    oxc: { jsx: { runtime: 'automatic', importSource: 'ibid', development: true } },
    css: { transformer: 'lightningcss', lightningcss: { targets: browsers }, postcss: {} },
    experimental: {
      // In code an imported picture is a route of the site; in a style sheet it is found beside it.
      renderBuiltUrl: (file, { hostType }) =>
        hostType === 'js' ? { runtime: JSON.stringify(`/${file}`) } : { relative: true },
    },
    build: {
      outDir: outFolder,
      write: false,
      minify: false,
      cssMinify: 'lightningcss',
      target: 'node20.19',
      sourcemap: true,
      assetsInlineLimit: 0,
      cssCodeSplit: false,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: bundlerOptions(entry, name),
    },
  }
}

function aliasesOf(engine: EngineModules): { find: RegExp; replacement: string }[] {
  return [
    { find: /^ibid\/theme$/, replacement: engine.theme },
    { find: /^ibid\/jsx-runtime$/, replacement: engine.jsxRuntime },
    { find: /^ibid\/jsx-dev-runtime$/, replacement: engine.jsxDevRuntime },
    { find: /^ibid\/themes\//, replacement: `${engine.themes}/` },
  ]
}

function bundlerOptions(entry: string, name: string): Rolldown.RolldownOptions {
  return {
    input: entry,
    preserveEntrySignatures: 'exports-only',
    // Else every module is marked with its path from the folder that the process runs in.
    experimental: { attachDebugInfo: 'none' },
    output: {
      format: 'es',
      codeSplitting: false,
      entryFileNames: 'theme.js',
      assetFileNames: ({ names }) =>
        names[0] === 'style.css'
          ? `assets/${name}.[hash][extname]`
          : 'assets/[name].[hash][extname]',
      hashCharacters: 'hex',
    },
  }
}

/** Compiled elements name their file by its absolute path; findings and caches want one that is the same anywhere. */
function portablePlaces(nameOf: (file: string) => string): Plugin {
  return {
    name: 'ibid:portable-places',
    enforce: 'post',
    transform(code, id) {
      if (!code.includes('_jsxFileName')) return null
      const file = JSON.stringify(nameOf(id.replace(/[?#].*$/, '')))
      return {
        code: code.replace(
          /\b_jsxFileName = ("(?:[^"\\]|\\.)*")/,
          (_all, path: string) => `_jsxFileName = ${file.padEnd(path.length)}`,
        ),
        map: null,
      }
    },
  }
}

function silentLogger(warn: (warning: string) => void): Logger {
  return {
    hasWarned: false,
    info: () => undefined,
    warn,
    warnOnce: warn,
    error: () => undefined,
    clearScreen: () => undefined,
    hasErrorLogged: () => false,
  }
}

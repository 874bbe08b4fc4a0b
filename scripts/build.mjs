// Compiles the engine into lib/: one bundle of a few chunks for the command, the entries that themes import, the
// built-in themes, the client of the development server, the script of the search page, and the types. Plain
// JavaScript, so that it runs on every Node that Ibid supports.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '..')
const lib = path.join(root, 'lib')
const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
const source = (file) => path.join(root, 'src', file)

await rm(lib, { recursive: true, force: true })
await mkdir(lib, { recursive: true })

/** Stands for everything that lib/ is made from: what an engine keeps in a cache is nothing to another one. */
async function digestOfSources() {
  const hash = createHash('sha256')
  const inputs = ['src', 'themes', 'package-lock.json', 'scripts/build.mjs']
  for (const input of inputs)
    for (const file of await filesIn(path.join(root, input)))
      hash.update(file.slice(root.length)).update(await readFile(file))
  return hash.digest('base64url')
}

async function filesIn(place) {
  if (!(await stat(place)).isDirectory()) return [place]
  const entries = await readdir(place, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

/** Packages that are found where the engine is installed, or not. */
const optional = ['vite', 'sharp', 'satori', '@resvg/resvg-js', 'satteri']

/**
 * Keeps the command and what finds out that nothing has changed in one chunk of their own: it would be bundled with the
 * parser, which takes longer to load than all the rest of such a build, or lie in a dozen files.
 */
function splitting() {
  let light
  const closure = (ctx) => {
    const found = new Set(['build/run-build.ts', 'cli/build.ts'].map(source))
    for (const id of found)
      for (const next of ctx.getModuleInfo(id)?.importedIds ?? []) found.add(next)
    return found
  }
  const name = (id, ctx) => {
    light ??= closure(ctx)
    return light.has(id) ? 'unchanged' : null
  }
  return { groups: [{ name, debugName: 'unchanged' }] }
}

/** Bundles some entries of the engine, with all the packages that they use. */
async function bundle(input, plugins = []) {
  await build({
    root,
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    publicDir: false,
    plugins,
    define: {
      __IBID_VERSION__: JSON.stringify(version),
      __IBID_BUILD__: JSON.stringify(await digestOfSources()),
    },
    ssr: { noExternal: true, external: optional, resolve: { conditions: ['source'] } },
    build: {
      ssr: true,
      target: 'node20',
      outDir: lib,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input,
        external: [...optional, ...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name].[hash].js',
          codeSplitting: splitting(),
        },
      },
    },
  })
}

/**
 * gray-matter can run front matter as JavaScript, and has a YAML reader of its own. We use neither; what we ship could
 * not, and need not load them.
 */
const withoutEngines = {
  name: 'ibid:without-engines',
  transform(code, id) {
    if (!id.endsWith('gray-matter/lib/engines.js')) return undefined
    const never = '(() => { throw new Error("Front matter is never read so.") })'
    return {
      code: replaced(
        replaced(code, 'eval(', `${never}(`),
        "require('js-yaml')",
        `{ safeLoad: ${never}, safeDump: ${never} }`,
      ),
      map: null,
    }
  },
}

function replaced(code, part, by) {
  if (code.split(part).length !== 2)
    throw new Error(`gray-matter has changed: look for ${part} anew`)
  return code.replace(part, by)
}

await bundle(
  {
    cli: source('cli/ibid.ts'),
    ship: source('build/ship.ts'),
    'dev-client-bundle': source('dev/client-bundle.ts'),
    'search-script': source('build/search-script.ts'),
    'post-worker': source('build/workers/post-worker.ts'),
  },
  [withoutEngines],
)
// By themselves: a theme must not bring a piece of the command with it.
await bundle({
  theme: source('theme/public.ts'),
  'jsx-runtime': source('jsx/jsx-runtime.ts'),
  'jsx-dev-runtime': source('jsx/jsx-dev-runtime.ts'),
})

// What only this script needs of the engine runs from the bundle and is not shipped.
const { shipTheme } = await import(pathToFileURL(path.join(lib, 'ship.js')).href)
const { bundleDevClient, compiledClient } = await import(
  pathToFileURL(path.join(lib, 'dev-client-bundle.js')).href
)
const { bundleSearchScript, compiledSearch } = await import(
  pathToFileURL(path.join(lib, 'search-script.js')).href
)
for (const name of await readdir(path.join(root, 'themes'))) {
  if (!existsSync(path.join(root, 'themes', name, 'theme.ts'))) continue
  const problems = await shipTheme(root, name)
  for (const { message, file, place } of problems)
    console.error(`${file}:${place?.start.line ?? 1}: ${message}`)
  if (problems.length > 0) process.exit(1)
}
await mkdir(path.dirname(path.join(root, compiledClient)), { recursive: true })
await writeFile(path.join(root, compiledClient), await bundleDevClient(root))
await mkdir(path.dirname(path.join(root, compiledSearch)), { recursive: true })
await writeFile(path.join(root, compiledSearch), await bundleSearchScript(root))
for (const tool of ['ship.js', 'dev-client-bundle.js']) await rm(path.join(lib, tool))
await chmod(path.join(lib, 'cli.js'), 0o755)

await promisify(execFile)(
  process.execPath,
  [
    path.join(root, 'node_modules/typescript/bin/tsc'),
    '-p',
    path.join(root, 'tsconfig.types.json'),
  ],
  { cwd: root },
).catch((error) => {
  console.error(error.stdout || error)
  process.exit(1)
})

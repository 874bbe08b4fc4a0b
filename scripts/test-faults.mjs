// Everything that takes long: kills and errors at every change, hundreds of rebuilds, every way to build the same site.
// npm run test:faults -- [name of a test file in tests/faults [words in the name of a test]]
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const [wanted = '', words] = process.argv.slice(2)
/** Tests that try more when everything is to be tried, and that belong to a room of the engine. */
const elsewhere = ['tests/build/hostile-bodies.test.ts', 'tests/themes/hostile-browser.test.ts']
const files = [...globSync('tests/faults/*.test.ts', { cwd: root }), ...elsewhere].filter((file) =>
  wanted === '' ? !file.endsWith('fuzz.test.ts') : path.basename(file).includes(wanted),
)
if (files.length === 0) {
  console.error(`There is no test of faults with ${wanted} in its name.`)
  process.exit(2)
}
const { status } = spawnSync(
  path.join(root, 'node_modules/.bin/node'),
  [
    ...['-C', 'source', '--test', '--test-concurrency=1'],
    ...(words === undefined ? [] : [`--test-name-pattern=${words}`]),
    ...files.sort(),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, IBID_FAULTS: 'all' } },
)
process.exitCode = status ?? 1

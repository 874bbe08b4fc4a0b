// Tries random documents in the whole engine: npm run fuzz -- [how many, 100000 by default] [seed]
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const [count = '100000', seed] = process.argv.slice(2)
if (!/^\d+$/.test(count) || (seed !== undefined && !/^-?\d+$/.test(seed))) {
  console.error('Type: npm run fuzz -- [how many] [seed]')
  process.exit(2)
}
const { status } = spawnSync(
  path.join(root, 'node_modules/.bin/node'),
  ['-C', 'source', '--test', 'tests/faults/fuzz.test.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, IBID_FUZZ: count, ...(seed === undefined ? {} : { IBID_SEED: seed }) },
  },
)
process.exitCode = status ?? 1

// Tries what nobody thought of: random documents in the whole engine and in both parsers, and every property test with seeds of its own.
// npm run fuzz -- [how many documents, 100000 by default] [seed]
// Each 5000 documents are a round with a seed of its own, and in each round all the properties draw from it.
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { drawingFrom, wantedSeed } from './seed.mjs'

const root = path.resolve(import.meta.dirname, '..')
const [count = '100000', given] = process.argv.slice(2)
if (!/^[1-9]\d*$/.test(count) || (given !== undefined && !/^-?\d{1,10}$/.test(given))) {
  console.error('Type: npm run fuzz -- [how many documents] [seed]')
  process.exit(2)
}
const first = given === undefined ? (wantedSeed() ?? randomInt(2 ** 31)) : Number(given)
const documents = ['tests/faults/fuzz.test.ts', 'tests/syntax/accelerator/alike.test.ts']
const properties = globSync('tests/**/*.test.ts', {
  cwd: root,
  exclude: (name) => name === '.output',
})
  .filter((file) => /\bfc\s*\.assert\(/.test(readFileSync(path.join(root, file), 'utf8')))
  .filter((file) => documents.every((each) => path.normalize(file) !== path.normalize(each)))
  .sort()

/** Runs test files with one seed. @returns {boolean} false where one of them found something */
function holds(files, seed, reporter, more = {}) {
  const { args, env } = drawingFrom(seed)
  const { status } = spawnSync(
    path.join(root, 'node_modules/.bin/node'),
    [
      ...['-C', 'source', ...args, '--test', '--test-concurrency=2'],
      ...['--test-reporter', reporter, ...files],
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...env, ...more } },
  )
  return status === 0
}

const most = 5000
let sound = true
for (let done = 0, seed = first; done < Number(count); done += most, seed++) {
  const documentsNow = String(Math.min(most, Number(count) - done))
  console.log(`\nSeed ${seed}: ${properties.length} files of properties, ${documentsNow} documents`)
  const found = [
    holds(properties, seed, 'dot'),
    holds(documents, seed, 'spec', { IBID_FUZZ: documentsNow }),
  ]
  if (found.every(Boolean)) continue
  sound = false
  console.error(`\nnpm run fuzz -- ${documentsNow} ${seed} finds it again.`)
}
process.exitCode = sound ? 0 : 1

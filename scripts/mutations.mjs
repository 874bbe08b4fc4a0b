// Breaks the rules of notes one by one, in a copy of the project, and sees whether a test notices.
// npm run mutations -- [part of a file's name]
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { mutations } from './mutations/table.mjs'

const root = path.resolve(import.meta.dirname, '..')
const node = path.join(root, 'node_modules/.bin/node')
const copied = [
  'src',
  'tests',
  'docs',
  'content',
  'themes',
  'schema',
  'package.json',
  'tsconfig.json',
]

/** A copy of the project, with the packages of the original. */
function copyProject() {
  const copy = mkdtempSync(path.join(tmpdir(), 'ibid-mutations-'))
  const skip = new Set(['.output', 'node_modules'])
  for (const name of copied)
    cpSync(path.join(root, name), path.join(copy, name), {
      recursive: true,
      filter: (source) => !skip.has(path.basename(source)),
    })
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  return copy
}

/** Whether the test file passes. */
function passes(copy, test) {
  const args = ['-C', 'source', '--test', '--test-reporter=dot', test]
  return spawnSync(node, args, { cwd: copy, stdio: 'ignore', timeout: 120_000 }).status === 0
}

/** What becomes of one edit: killed, survived, or no longer to be made. */
function tryMutation(copy, { file, find, put, test }) {
  const target = path.join(copy, 'src', file)
  const text = readFileSync(target, 'utf8')
  if (text.split(find).length !== 2) return 'MISSING'
  writeFileSync(
    target,
    text.replace(find, () => put),
  )
  const survived = passes(copy, `tests/${test}.test.ts`)
  writeFileSync(target, text)
  return survived ? 'SURVIVED' : 'killed'
}

const [wanted = ''] = process.argv.slice(2)
const copy = copyProject()
const results = []
try {
  const chosen = mutations.filter((each) => each.file.includes(wanted))
  for (const test of new Set(chosen.map((each) => each.test)))
    if (!passes(copy, `tests/${test}.test.ts`)) {
      console.error(`tests/${test}.test.ts fails as it is.`)
      process.exitCode = 1
    }
  for (const each of process.exitCode ? [] : chosen) {
    const result = tryMutation(copy, each)
    results.push(result)
    console.log(`${result.padEnd(9)} ${each.file.padEnd(36)} ${each.rule}`)
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
const killed = results.filter((result) => result === 'killed').length
console.log(`\n${killed} of ${results.length} killed`)
if (killed < results.length) process.exitCode = 1

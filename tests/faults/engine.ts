import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const parts = [
  'src',
  'scripts',
  'themes',
  'schema',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.types.json',
]

/**
 * The engine as it is shipped: compiled from the sources as they are now, into a folder that nothing changes
 * while tests run; `IBID_CLI` names another one.
 *
 * @returns absolute path of its `cli.js`
 * @throws Error where it cannot be compiled
 */
export function shippedEngine(): string {
  if (process.env.IBID_CLI) return process.env.IBID_CLI
  const folder = path.join(root, 'tests/.output/engines', fingerprint())
  if (!existsSync(folder)) compileInto(folder)
  return path.join(folder, 'lib/cli.js')
}

function fingerprint(): string {
  const files = globSync(['src/**/*', 'themes/**/*', 'scripts/*', 'package.json'], { cwd: root })
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    const { mtimeMs, size } = statSync(path.join(root, file))
    hash.update(`${file} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

function compileInto(folder: string): void {
  const draft = `${folder}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  for (const part of parts)
    cpSync(path.join(root, part), path.join(draft, part), { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(draft, 'node_modules'))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(draft, 'scripts/build.mjs')],
    { cwd: draft, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`The engine cannot be compiled.\n${stdout}${stderr}`)
  rmSync(path.join(draft, 'src'), { recursive: true })
  try {
    renameSync(draft, folder)
  } catch (error) {
    // Another test has made the same meanwhile.
    if (!existsSync(folder)) throw error
    rmSync(draft, { recursive: true, force: true })
  }
}

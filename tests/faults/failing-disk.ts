import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { runNow } from './disk-site.ts'
import type { errors, Fault, Injector, Injured, Point } from './injector.ts'

const source = path.join(import.meta.dirname, 'failing-disk.c')
const made = path.resolve(import.meta.dirname, '../.output/failing-disk')

/** Counts every call that changes something below the folder, in all threads. */
export const failingDisk: Injector = {
  pointsOf: (command, folder) => {
    const { log, code, err } = preloaded(command, folder, {})
    if (code !== 0) throw new Error(`${command.join(' ')}: ${err}`)
    return pointsIn(log)
  },
  run: (command, folder, { nth }, fault): Injured => {
    const { log, ...ended } = preloaded(command, folder, {
      ...settingsOf(fault),
      DISK_AT: String(nth),
    })
    return { ...ended, hit: log.some((line) => line.startsWith('!')) }
  },
}

/** The calls of a log, in their order. */
export function pointsIn(log: readonly string[]): readonly Point[] {
  return log.map((line, i) => {
    const [call = '', ...about] = line.replace('!', '').split(' ')
    return { call, nth: i + 1, about: about.join(' ') }
  })
}

function settingsOf({ what, onward }: Fault): NodeJS.ProcessEnv {
  return {
    ...(what === 'SIGKILL' ? {} : { DISK_ERROR: String(constants.errno[what]) }),
    ...(onward ? { DISK_ONWARD: '1' } : {}),
  }
}

function preloaded(command: readonly string[], folder: string, settings: NodeJS.ProcessEnv) {
  const file = logOf(folder)
  const env = { ...process.env, ...diskOf(folder), ...settings }
  const ended = runNow(command, { cwd: folder, env, timeout: 300_000 })
  const log = readLog(file)
  rmSync(file, { force: true })
  return { ...ended, log }
}

/** Settings of a process under which calls below a folder are counted. */
export function diskOf(folder: string): NodeJS.ProcessEnv {
  return {
    // One thread for files, so that calls come in the same order each time.
    ...{ UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0', NODE_NO_WARNINGS: '1' },
    ...{ LD_PRELOAD: library(), DISK_FOLDER: folder, DISK_LOG: logOf(folder) },
  }
}

/** Where the calls below a folder are written. */
export function logOf(folder: string): string {
  return `${folder}.calls`
}

/** Counted calls, one a line. */
export function readLog(file: string): readonly string[] {
  const text = existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : ''
  return text === '' ? [] : text.split('\n')
}

/**
 * Lets the n-th call below the folder fail in this process, which was started with {@link diskOf}; the count begins anew.
 *
 * @param nth from 1; 0 lets none fail
 */
export function steerDisk(
  nth: number,
  what?: (typeof errors)[number],
  { onward = false, reads = false } = {},
): void {
  const error = what ? constants.errno[what] : 0
  rmdirSync(`/failing-disk/${nth}/${error}/${Number(onward)}/${Number(reads)}`)
}

/** Path of the library to preload, compiled where it was not yet. */
function library(): string {
  const digest = createHash('sha256').update(readFileSync(source)).digest('hex').slice(0, 16)
  const file = path.join(made, `${digest}.so`)
  if (existsSync(file)) return file
  mkdirSync(made, { recursive: true })
  const draft = `${file}.${process.pid}`
  const args = ['-shared', '-fPIC', '-O1', '-Wall', '-Werror', '-o', draft, source, '-ldl']
  const { status, stderr, error } = spawnSync('cc', args, { encoding: 'utf8' })
  if (process.platform !== 'linux' || error)
    throw new Error('These tests need Linux and a C compiler. On Debian: sudo apt-get install gcc')
  if (status !== 0) throw new Error(`${source} cannot be compiled.\n${stderr}`)
  renameSync(draft, file)
  return file
}

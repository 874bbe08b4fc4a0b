import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Ended, runNow } from './disk-site.ts'

/** Calls of the system that change something on the disk. */
const changing = [
  ...['openat', 'write', 'pwrite64', 'writev', 'rename', 'renameat', 'renameat2', 'link', 'linkat'],
  ...['unlink', 'unlinkat', 'mkdir', 'rmdir', 'fsync', 'fdatasync', 'chmod', 'fchmod', 'ftruncate'],
] as const

/** The n-th call of one kind, counted in the thread that does the work on files. */
export interface Point {
  readonly call: string
  readonly nth: number
  /** What it was about when it was counted. */
  readonly about: string
}

/** True where processes can be watched. @throws Error with the sentence that says how to get what is missing */
export function needStrace(): void {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/strace'))
    throw new Error('These tests need Linux and strace. On Debian: sudo apt-get install strace')
}

const oneThread = { UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0', NODE_NO_WARNINGS: '1' }

/** Every point at which a command changes something below a folder. */
export function pointsOf(command: readonly string[], folder: string): readonly Point[] {
  const log = `${folder}.strace`
  const ended = runNow(
    ['strace', '-f', '-qq', '-y', '-e', `trace=${changing.join(',')}`, '-o', log, ...command],
    { cwd: folder, env: { ...process.env, ...oneThread } },
  )
  if (ended.code !== 0) throw new Error(`${command.join(' ')}: ${ended.err}`)
  const counts = new Map<string, number>()
  const points: Point[] = []
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const [, thread = '', call = '', rest = ''] = /^(\d+) +(\w+)\((.*)$/.exec(line) ?? []
    if (call === '') continue
    const nth = (counts.get(`${thread} ${call}`) ?? 0) + 1
    counts.set(`${thread} ${call}`, nth)
    if (isChange(call, rest, folder)) points.push({ call, nth, about: rest })
  }
  rmSync(log)
  return points
}

function isChange(call: string, rest: string, folder: string): boolean {
  if (!rest.includes(`${folder}${path.sep}`)) return false
  return call !== 'openat' || /O_WRONLY|O_RDWR|O_CREAT/.test(rest)
}

/** What became of a command in which something went wrong. */
export interface Injured extends Ended {
  /** Whether it happened at a change below the folder; else it is no point of this test. */
  readonly hit: boolean
}

/**
 * Runs a command and lets one call fail, or kills it there.
 *
 * @param fault `signal=SIGKILL`, `error=ENOSPC`
 * @param onward whether every later call of the kind fails too
 */
export function runInjured(
  command: readonly string[],
  folder: string,
  { call, nth }: Point,
  fault: string,
  onward = false,
): Injured {
  const log = `${folder}.strace`
  const ended = runNow(
    [
      ...['strace', '-f', '-qq', '-y', '-e', `trace=${call}`, '-o', log],
      ...['-e', `inject=${call}:${fault}:when=${nth}${onward ? '+' : ''}`, ...command],
    ],
    { cwd: folder, env: { ...process.env, ...oneThread }, timeout: 300_000 },
  )
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : []
  rmSync(log, { force: true })
  // A thread that was killed has no more lines of its own; the last call of the kind is the one.
  const found = lines.findLastIndex((line) =>
    fault.startsWith('signal') ? line.includes(` ${call}(`) : line.includes('(INJECTED)'),
  )
  const struck = beginningOf(lines, found)
  const killed = !fault.startsWith('signal') || ended.signal === 'SIGKILL' || ended.code === 137
  return { ...ended, hit: killed && struck !== undefined && isChange(call, struck, folder) }
}

/** Where a call began that another thread's line has cut in two. */
function beginningOf(lines: readonly string[], at: number): string | undefined {
  const line = lines[at]
  if (!line?.includes(' resumed>')) return line
  const thread = line.split(' ')[0] ?? ''
  return lines.slice(0, at).findLast((each) => each.startsWith(`${thread} `))
}

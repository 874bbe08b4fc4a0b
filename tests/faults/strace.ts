import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { runNow } from './disk-site.ts'
import type { Fault, Injector, Injured, Point } from './injector.ts'

/** Calls of the system that change something on the disk. */
const changing = [
  ...['openat', 'write', 'pwrite64', 'writev', 'rename', 'renameat', 'renameat2', 'link', 'linkat'],
  ...['unlink', 'unlinkat', 'mkdir', 'rmdir', 'fsync', 'fdatasync', 'chmod', 'fchmod', 'ftruncate'],
] as const

/** Fails where processes cannot be watched. @throws Error with the sentence that says how to get what is missing */
export function needStrace(): void {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/strace'))
    throw new Error('These tests need Linux and strace. On Debian: sudo apt-get install strace')
}

const oneThread = { UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0', NODE_NO_WARNINGS: '1' }

/** Points are counted in the thread that does the work on files: the n-th call of one kind. */
export const straced: Injector = { pointsOf, run }

function pointsOf(command: readonly string[], folder: string): readonly Point[] {
  needStrace()
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

function run(
  command: readonly string[],
  folder: string,
  { call, nth }: Point,
  { what, onward = false }: Fault,
): Injured {
  const fault = what === 'SIGKILL' ? 'signal=SIGKILL' : `error=${what}`
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
    what === 'SIGKILL' ? line.includes(` ${call}(`) : line.includes('(INJECTED)'),
  )
  const struck = beginningOf(lines, found)
  const killed = what !== 'SIGKILL' || ended.signal === 'SIGKILL' || ended.code === 137
  return { ...ended, hit: killed && struck !== undefined && isChange(call, struck, folder) }
}

/** Where a call began that another thread's line has cut in two. */
function beginningOf(lines: readonly string[], at: number): string | undefined {
  const line = lines[at]
  if (!line?.includes(' resumed>')) return line
  const thread = line.split(' ')[0] ?? ''
  return lines.slice(0, at).findLast((each) => each.startsWith(`${thread} `))
}

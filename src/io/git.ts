import { spawn } from 'node:child_process'

/** Names no path can have, around the day in git's answer. */
const daySign = '\u0001'

/**
 * The days on which the files of a folder first came into git, by path relative to the folder; a renamed
 * file keeps its day. Empty where there is no git, no repository, or only part of its history, since the
 * first commit of a shallow clone would give every file the day of the last change.
 *
 * @param folder absolute path
 */
export async function firstCommitDays(folder: string): Promise<ReadonlyMap<string, string>> {
  const shallow = await git(folder, ['rev-parse', '--is-shallow-repository'])
  if (shallow?.trim() !== 'false') return new Map()
  const log = await git(folder, [
    '-c',
    'log.showSignature=false',
    'log',
    '--reverse',
    '--relative',
    '--diff-filter=AR',
    '--find-renames',
    '--no-ext-diff',
    '--no-textconv',
    '--name-status',
    '-z',
    `--format=%x01%as`,
    '--',
    'content',
  ])
  return log === undefined ? new Map() : daysOfLog(log)
}

/**
 * Reads `git log --reverse --name-status -z --format=%x01%as`.
 *
 * @returns path → day of the author's calendar, `YYYY-MM-DD`
 */
export function daysOfLog(log: string): ReadonlyMap<string, string> {
  const days = new Map<string, string>()
  const fields = log.split('\0').map((field) => field.replace(/^\n/, ''))
  let day = ''
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] ?? ''
    if (field.startsWith(daySign)) {
      day = field.slice(1)
    } else if (field.startsWith('R')) {
      const [from, to] = [fields[i + 1] ?? '', fields[i + 2] ?? '']
      days.set(to, days.get(from) ?? day)
      days.delete(from)
      i += 2
    } else if (field === 'A') {
      const path = fields[i + 1] ?? ''
      if (!days.has(path)) days.set(path, day)
      i += 1
    }
  }
  return days
}

/** What git says, or undefined where it fails, is not there, or takes more than half a minute. */
function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = []
    const child = spawn('git', ['-C', folder, ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 30_000,
      env: {
        ...process.env,
        LC_ALL: 'C',
        GIT_OPTIONAL_LOCKS: '0',
        GIT_TERMINAL_PROMPT: '0',
        // A partial clone must not ask the network for what it lacks.
        GIT_NO_LAZY_FETCH: '1',
      },
    })
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
    child.on('error', () => resolve(undefined))
    child.on('close', (code) =>
      resolve(code === 0 ? Buffer.concat(pieces).toString('utf8') : undefined),
    )
  })
}

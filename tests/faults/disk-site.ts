import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after } from 'node:test'

/** The oldest and newest Node that Ibid supports, as far as they are here: the tests' own, and the system's. */
export const nodes: readonly string[] = [
  ...new Map(
    [process.execPath, '/usr/local/bin/node', '/usr/bin/node']
      .filter((file) => existsSync(file))
      .map((file) => [spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout.trim(), file]),
  ).values(),
]

const folders: string[] = []
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A new folder that is gone after the tests. */
export function newFolder(name = 'site'): string {
  const folder = mkdtempSync(path.join(tmpdir(), `ibid-faults-`))
  folders.push(folder)
  mkdirSync(path.join(folder, name))
  return path.join(folder, name)
}

/** Writes files below a folder. */
export function writeAll(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): void {
  for (const [name, body] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), body)
  }
}

/** Puts a copy of a folder in the place of another. */
export function copyOver(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
}

/**
 * Makes a folder hold what another one does, and leaves alone what is the same already: what it knows by the numbers
 * of its own files stays true.
 */
export function restore(from: string, to: string): void {
  const wanted = new Map(
    readdirSync(from, { recursive: true, withFileTypes: true }).map((entry) => [
      path.relative(from, path.join(entry.parentPath, entry.name)),
      entry.isDirectory(),
    ]),
  )
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (wanted.get(path.relative(to, file)) !== entry.isDirectory())
      rmSync(file, { recursive: true, force: true })
  }
  for (const [name, isFolder] of wanted) {
    const [source, target] = [path.join(from, name), path.join(to, name)]
    if (isFolder) mkdirSync(target, { recursive: true })
    else if (!existsSync(target) || !readFileSync(target).equals(readFileSync(source)))
      cpSync(source, target, { preserveTimestamps: true })
  }
}

/** Every file below a folder with its bytes, as text of one byte a character; links by where they lead. */
export function filesOf(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const waiting = ['']
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const name of existsSync(path.join(folder, at))
      ? readdirSync(path.join(folder, at))
      : []) {
      const file = path.join(at, name)
      const stats = lstatSync(path.join(folder, file))
      if (stats.isDirectory()) waiting.push(file)
      else
        found.set(file, stats.isFile() ? readFileSync(path.join(folder, file), 'latin1') : 'link')
    }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** How a run of the command line ended. */
export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

/** Runs a program to its end. */
export function runProgram(
  command: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv; readonly timeout?: number },
): Promise<Ended> {
  const [program = '', ...args] = command
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const printed = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed.out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed.err += text
    })
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, ...printed }))
  })
}

/** The same for one program at a time. @throws Error where it does not end in time */
export function runNow(
  command: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv; readonly timeout?: number },
): Ended {
  const [program = '', ...args] = command
  const { status, signal, stdout, stderr, error } = spawnSync(program, args, {
    ...options,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  // Who watches a program may end with a number of its own when the time is up.
  const isLate = (error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT'
  if (isLate)
    throw new Error(`${command.join(' ')} did not end in ${options.timeout} ms: ${stderr}`)
  if (error && status === null && signal === null) throw error
  return { code: status, signal, out: stdout, err: stderr }
}

const settings = 'title: Margins\nurl: https://example.org/\ndescription: A test.\npageSize: 7\n'

/** The two versions of a site: they differ in every post, and in which posts there are. */
export type Version = 'old' | 'new'

export function twentyPosts(version: Version): Readonly<Record<string, string>> {
  return somePosts(version, 20)
}

/** @param count numbers of posts to choose from, at least 8: two of them are missing in each version */
export function somePosts(version: Version, count: number): Readonly<Record<string, string>> {
  const files: Record<string, string> = {
    'content/site.yaml': settings,
    'content/pages/about.md': `---\ntitle: About\n---\n\nThe ${version} page.\n`,
    'public/robots-help.txt': version.repeat(20_000),
  }
  const [first, end] = version === 'old' ? [0, count - 2] : [2, count]
  for (let i = first; i < end; i++) {
    const alias = version === 'new' && i === 5 ? 'aliases: [/posts/p1/]\n' : ''
    files[`content/posts/p${i}.md`] =
      `---\nid: post-number-${i}\ntitle: Post ${i}, ${version}\ndate: 2020-01-${10 + i}\ntags: [all, t${i % 3}]\n${alias}---\n\n` +
      `Words of the ${version} version*, with [another](p${i + 1 === end ? 4 : i + 1}.md).\n\n*Note ${i}.\n`
  }
  return files
}

/**
 * Addresses of the site that a reader can come upon and that have no file.
 *
 * @param entries the pages from which readers set out; all where absent
 */
export function deadLinks(
  files: ReadonlyMap<string, string>,
  entries: Iterable<string> = files.keys(),
): readonly string[] {
  const dead = new Set<string>()
  const reached = new Set(entries)
  // A set is gone through to the end of what is added on the way.
  for (const file of reached) {
    const text = files.get(file)
    if (text === undefined || !file.endsWith('.html')) continue
    for (const [, address = ''] of text.matchAll(/\b(?:href|src)="(\/[^"#?]*)/g)) {
      const target = decodeURIComponent(address.slice(1))
      const wanted = target === '' || target.endsWith('/') ? `${target}index.html` : target
      if (!files.has(wanted)) dead.add(`${file} → ${address}`)
      else reached.add(wanted)
    }
  }
  return [...dead]
}

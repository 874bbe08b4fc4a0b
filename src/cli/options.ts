import type { CommandName } from './commands.ts'

/** What was asked for beside the command. */
export interface Options {
  readonly root: string
  readonly out: string | undefined
  readonly drafts: boolean
  readonly future: boolean
  readonly strict: boolean
  readonly base: string | undefined
  readonly theme: string | undefined
  readonly cache: boolean
  readonly jobs: number | undefined
  readonly keepGoing: boolean
  readonly format: Format
  readonly fix: boolean
  readonly external: boolean
  readonly series: string | undefined
  readonly template: string | undefined
  readonly toLabels: boolean
  readonly port: number | undefined
  readonly key: string | undefined
  readonly sshKey: string | undefined
  readonly newKey: boolean
  readonly forget: string | undefined
  readonly quiet: boolean
  readonly color: 'auto' | 'always' | 'never'
  readonly debug: boolean
  readonly help: boolean
  readonly version: boolean
}

export type Format = 'text' | 'json' | 'sarif' | 'github'

/** One option: how it is read and what `--help` says of it. */
export interface OptionAbout {
  readonly name: string
  /** The one letter that stands for it. */
  readonly letter?: string
  /** What its value looks like in `--help`; absent for a switch. */
  readonly value?: string
  readonly does: string
  /** The commands that know it; all where absent. */
  readonly commands?: readonly CommandName[]
  /** Of those, the commands that it changes something for, and whose help has it; all where absent. */
  readonly changes?: readonly CommandName[]
  /** The change that it makes. @throws UsageError where the value is none */
  readonly read: (value: string) => Partial<Options>
}

/** A value that an option cannot have. The message is a sentence about the option. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const defaultOptions: Options = {
  root: '.',
  out: undefined,
  drafts: false,
  future: false,
  strict: false,
  base: undefined,
  theme: undefined,
  cache: true,
  jobs: undefined,
  keepGoing: false,
  format: 'text',
  fix: false,
  external: false,
  series: undefined,
  template: undefined,
  toLabels: false,
  port: undefined,
  key: undefined,
  sshKey: undefined,
  newKey: false,
  forget: undefined,
  quiet: false,
  color: 'auto',
  debug: false,
  help: false,
  version: false,
}

const reporting: readonly CommandName[] = ['build', 'check']
const serving: readonly CommandName[] = ['dev', 'preview']
const signing: readonly CommandName[] = ['sign', 'verify']
const rendering: readonly CommandName[] = ['dev', 'build', 'check']

export const optionTable: readonly OptionAbout[] = [
  {
    name: 'root',
    value: '<dir>',
    does: 'folder of the site (default: .)',
    read: (root) => ({ root: nonEmpty(root) }),
  },
  {
    name: 'out',
    value: '<dir>',
    does: 'folder for the result (default: <root>/dist)',
    changes: ['build', 'preview', 'sign', 'verify'],
    read: (out) => ({ out: nonEmpty(out) }),
  },
  {
    name: 'drafts',
    does: 'publish drafts too',
    changes: reporting,
    read: () => ({ drafts: true }),
  },
  {
    name: 'future',
    does: 'publish scheduled and expired posts too',
    changes: reporting,
    read: () => ({ future: true }),
  },
  {
    name: 'strict',
    does: 'count warnings as errors',
    changes: reporting,
    read: () => ({ strict: true }),
  },
  {
    name: 'base',
    value: '<url>',
    does: 'address of the site, instead of the one in site.yaml',
    changes: [...rendering, 'preview'],
    read: (base) => ({ base: address(base) }),
  },
  {
    name: 'theme',
    value: '<name>',
    does: 'theme, instead of the one in site.yaml',
    changes: rendering,
    read: (theme) => ({ theme: nonEmpty(theme) }),
  },
  {
    name: 'no-cache',
    does: 'trust nothing that an earlier build has kept',
    changes: reporting,
    read: () => ({ cache: false }),
  },
  {
    name: 'jobs',
    value: '<n>',
    does: 'how many posts to read at once (default: one a processor, and one on two of them)',
    changes: reporting,
    read: (jobs) => ({ jobs: whole(jobs, 1, 1024) }),
  },
  {
    name: 'keep-going',
    does: 'leave out posts that cannot be rendered, and publish the rest',
    changes: reporting,
    read: () => ({ keepGoing: true }),
  },
  {
    name: 'format',
    value: 'text|json|sarif|github',
    does: 'form of the findings',
    commands: reporting,
    read: (format) => ({ format: oneOf(format, ['text', 'json', 'sarif', 'github'] as const) }),
  },
  {
    name: 'fix',
    does: 'mend what can be mended safely',
    commands: ['check'],
    read: () => ({ fix: true }),
  },
  {
    name: 'series',
    value: '<id>',
    does: 'the series that the post belongs to; it becomes the next part',
    commands: ['new'],
    read: (series) => ({ series: nonEmpty(series) }),
  },
  {
    name: 'template',
    value: '<file>',
    does: 'a file to begin with, in which {{title}}, {{id}}, {{date}}, {{series}} and {{part}} are filled in',
    commands: ['new'],
    read: (template) => ({ template: nonEmpty(template) }),
  },
  {
    name: 'external',
    does: 'ask other sites whether what posts link to is still there',
    commands: ['check'],
    read: () => ({ external: true }),
  },
  {
    name: 'to-labels',
    does: 'rewrite stars and inline notes as [^label]',
    commands: ['notes'],
    read: () => ({ toLabels: true }),
  },
  {
    name: 'port',
    value: '<n>',
    does: 'port to serve at (default: the first free one from 4000 on)',
    commands: serving,
    read: (port) => ({ port: whole(port, 0, 65535) }),
  },
  {
    name: 'forget',
    value: '<id|address>',
    does: 'take a post or an old address out of the record',
    commands: ['freeze'],
    read: (forget) => ({ forget: nonEmpty(forget) }),
  },
  {
    name: 'key',
    value: '<file>',
    does: 'key of minisign: the secret one to sign, the public one (or its text) to verify',
    commands: signing,
    read: (key) => ({ key: nonEmpty(key) }),
  },
  {
    name: 'ssh-key',
    value: '<file>',
    does: 'SSH key instead: the one to sign with, or its .pub to verify',
    commands: signing,
    read: (sshKey) => ({ sshKey: nonEmpty(sshKey) }),
  },
  {
    name: 'new-key',
    does: 'make a key of minisign and stop',
    commands: ['sign'],
    read: () => ({ newKey: true }),
  },
  { name: 'quiet', letter: 'q', does: 'print errors only', read: () => ({ quiet: true }) },
  {
    name: 'color',
    value: 'auto|always|never',
    does: 'colours (default: auto, on a terminal without NO_COLOR)',
    read: (color) => ({ color: oneOf(color, ['auto', 'always', 'never'] as const) }),
  },
  {
    name: 'debug',
    does: 'show where in Ibid an unexpected fault arose',
    read: () => ({ debug: true }),
  },
  { name: 'help', letter: 'h', does: 'print this help', read: () => ({ help: true }) },
  {
    name: 'version',
    letter: 'v',
    does: 'print the version of Ibid',
    read: () => ({ version: true }),
  },
]

function nonEmpty(value: string): string {
  if (value === '') throw new UsageError('must not be empty')
  return value
}

function oneOf<T extends string>(value: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value)
  if (chosen === undefined)
    throw new UsageError(
      `must be ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}, not "${value}"`,
    )
  return chosen
}

function whole(value: string, least: number, most: number): number {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : Number.NaN
  if (!(number >= least && number <= most))
    throw new UsageError(`must be a whole number from ${least} to ${most}, not "${value}"`)
  return number
}

function address(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new UsageError(`must be an address such as https://example.org/, not "${value}"`)
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '')
    throw new UsageError(`must be an address without a name, a query or a fragment, not "${value}"`)
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseArguments } from '../../src/cli/arguments.ts'
import { commandNames } from '../../src/cli/commands.ts'
import { defaultOptions, type Options } from '../../src/cli/options.ts'

const understood: readonly (readonly [
  line: string,
  command: string | undefined,
  words: readonly string[],
  options: Partial<Options>,
])[] = [
  ['build', 'build', [], {}],
  ['build --root site --out=www', 'build', [], { root: 'site', out: 'www' }],
  ['--root site build', 'build', [], { root: 'site' }],
  ['build --root a --root b', 'build', [], { root: 'b' }],
  [
    'build --drafts --future --strict --keep-going',
    'build',
    [],
    { drafts: true, future: true, strict: true, keepGoing: true },
  ],
  ['build --no-cache', 'build', [], { cache: false }],
  ['build --jobs 4 --theme=plain', 'build', [], { jobs: 4, theme: 'plain' }],
  ['build --base https://example.org/blog', 'build', [], { base: 'https://example.org/blog/' }],
  ['build --format=json -q', 'build', [], { format: 'json', quiet: true }],
  [
    'check --fix --format sarif --color never',
    'check',
    [],
    { fix: true, format: 'sarif', color: 'never' },
  ],
  ['dev --port 0', 'dev', [], { port: 0 }],
  ['preview --port=65535 --debug', 'preview', [], { port: 65535, debug: true }],
  ['new On reading slowly', 'new', ['On', 'reading', 'slowly'], {}],
  ['new -- --strict -x', 'new', ['--strict', '-x'], {}],
  ['new - a', 'new', ['-', 'a'], {}],
  ['init', 'init', [], {}],
  ['init my-blog', 'init', ['my-blog'], {}],
  ['--help', undefined, [], { help: true }],
  ['-h', undefined, [], { help: true }],
  ['help', undefined, [], { help: true }],
  ['help build', 'build', [], { help: true }],
  ['new --help', 'new', [], { help: true }],
  ['--version', undefined, [], { version: true }],
  ['-v', undefined, [], { version: true }],
]
for (const [line, command, words, options] of understood)
  test(`ibid ${line}`, () => {
    assert.deepEqual(parseArguments(line.split(' ')), {
      understood: true,
      invocation: { command, words, options: { ...defaultOptions, ...options } },
    })
  })

const refused: readonly (readonly [line: string, message: string, hint: string | undefined])[] = [
  ['', 'No command is given.', commandNames.map((name) => `ibid ${name}`).join(' | ')],
  ['biuld', 'There is no command "biuld".', 'ibid build'],
  ['frobnicate', 'There is no command "frobnicate".', 'ibid --help'],
  ['freze', 'There is no command "freze".', 'ibid freeze'],
  ['build --forget x', '--forget belongs to ibid freeze, not to ibid build.', 'ibid build --help'],
  ['freeze --forget=', '--forget must not be empty.', '--forget <id|address>'],
  ['Build', 'There is no command "Build".', 'ibid build'],
  ['build --darfts', 'There is no option --darfts.', '--drafts'],
  ['build --keepgoing', 'There is no option --keepgoing.', '--keep-going'],
  ['build --xyzzy', 'There is no option --xyzzy.', 'ibid --help'],
  ['build --cache', 'There is no option --cache.', '--no-cache'],
  ['build -x', 'There is no option -x.', 'ibid --help'],
  ['build --out', '--out needs a value.', '--out <dir>'],
  ['build --out --strict', '--out needs a value.', '--out <dir>'],
  ['build --out=', '--out must not be empty.', '--out <dir>'],
  ['build --strict=yes', '--strict takes no value.', '--strict'],
  ['build --jobs 0', '--jobs must be a whole number from 1 to 1024, not "0".', '--jobs <n>'],
  ['build --jobs 1.5', '--jobs must be a whole number from 1 to 1024, not "1.5".', '--jobs <n>'],
  ['dev --port 65536', '--port must be a whole number from 0 to 65535, not "65536".', '--port <n>'],
  [
    'build --format yaml',
    '--format must be text, json, sarif or github, not "yaml".',
    '--format text|json|sarif|github',
  ],
  [
    'build --color sometimes',
    '--color must be auto, always or never, not "sometimes".',
    '--color auto|always|never',
  ],
  [
    'build --base example.org',
    '--base must be an address such as https://example.org/, not "example.org".',
    '--base <url>',
  ],
  [
    'build --base file:///x',
    '--base must be an address such as https://example.org/, not "file:///x".',
    '--base <url>',
  ],
  [
    'build --base https://a/?b',
    '--base must be an address without a name, a query or a fragment, not "https://a/?b".',
    '--base <url>',
  ],
  ['build --fix', '--fix belongs to ibid check, not to ibid build.', 'ibid build --help'],
  [
    'dev --format json',
    '--format belongs to ibid build and ibid check, not to ibid dev.',
    'ibid dev --help',
  ],
  [
    'build --port 1',
    '--port belongs to ibid dev and ibid preview, not to ibid build.',
    'ibid build --help',
  ],
  ['build site', '"site" is one word too many for ibid build.', 'ibid build'],
  ['init a b', '"b" is one word too many for ibid init.', 'ibid init [dir]'],
  ['new', 'ibid new needs <title>.', 'ibid new "On reading slowly"'],
]
for (const [line, message, hint] of refused)
  test(`refused: ibid ${line}`, () => {
    assert.deepEqual(parseArguments(line === '' ? [] : line.split(' ')), {
      understood: false,
      message,
      hint,
    })
  })

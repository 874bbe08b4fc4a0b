import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { BuildResult } from '../../src/build/run-build.ts'
import { commandNames } from '../../src/cli/commands.ts'
import { optionTable } from '../../src/cli/options.ts'
import { at, finding } from '../report/finding.ts'
import { callIbid, fakeEngine } from './call-ibid.ts'

const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'ibid-cli-')))
after(() => rmSync(cwd, { recursive: true, force: true }))
mkdirSync(join(cwd, 'blog/content'), { recursive: true })
const site = join(cwd, 'blog')

const [error, warning, remark] = [
  finding('FN301', { place: at(1, 2) }),
  finding('FN303'),
  finding('FN204'),
]
const sources = () => 'a*'

test('prints help, for all and for each command, on standard output', async () => {
  const { code, out, err } = await callIbid(['--help'])
  assert.deepEqual([code, err], [0, ''])
  for (const name of commandNames) assert.match(out, new RegExp(`ibid ${name}`))
  for (const { name } of optionTable) assert.match(out, new RegExp(`--${name}`))
  const listed = [...out.matchAll(/^ {2}ibid (\w+)/gm)].map(([, name]) => name)
  assert.deepEqual(listed, [...commandNames])
  for (const name of commandNames) {
    const help = await callIbid([name, '--help'])
    assert.equal(help.code, 0)
    assert.match(help.out, new RegExp(`^ibid ${name}.*\n.*\n\n[\\s\\S]*Example: ibid`))
  }
  assert.doesNotMatch((await callIbid(['build', '--help'])).out, /--port|--fix/)
})

test('the help of a command has the options that change something for it, and fits a terminal', async () => {
  const optionsOf = async (name: string) =>
    [...(await callIbid([name, '--help'])).out.matchAll(/ --([a-z-]+)/g)].map(
      ([, option]) => option,
    )
  const always = ['root', 'quiet', 'color', 'debug', 'help', 'version']
  assert.deepEqual(await optionsOf('init'), always)
  assert.deepEqual(await optionsOf('new'), ['root', 'series', 'template', ...always.slice(1)])
  assert.ok((await optionsOf('build')).includes('keep-going'))
  const { out } = await callIbid(['--help'])
  for (const line of out.split('\n')) assert.ok(line.length <= 100, line)
})

test('a check that was stopped does not say that it checked anything', async () => {
  const { engine } = fakeEngine({ ok: false, diagnostics: [error], sources, posts: 0, pages: 0 })
  const { code, out } = await callIbid(['check', '--root', 'blog'], { cwd, engine })
  assert.equal(code, 1)
  assert.match(out, /^Found 1 error\. Links, .* or now with --keep-going\.$/m)
  assert.doesNotMatch(out, /Checked/)
})

test('prints the version of the package', async () => {
  const { version } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  )
  assert.deepEqual(await callIbid(['--version']), { code: 0, out: `${version}\n`, err: '' })
})

test('wrong usage: exit code 2, and the nearest name on standard error', async () => {
  assert.deepEqual(await callIbid(['chekc']), {
    code: 2,
    out: '',
    err: 'ibid: There is no command "chekc".\n  Type: ibid check\n',
  })
  assert.equal((await callIbid([])).code, 2)
})

test('build: the result on standard output, everything else on standard error', async () => {
  const { engine, builds } = fakeEngine({ diagnostics: [warning, error], sources })
  const outcome = await callIbid(['build', '--root', 'blog', '--theme', 'plain', '--no-cache'], {
    cwd,
    engine,
  })
  assert.equal(outcome.code, 0)
  assert.equal(
    outcome.out,
    'Built 2 posts and 1 page into blog/dist in 0.42 s: 7 files written, 3 kept, 1 removed.\n',
  )
  assert.match(
    outcome.err,
    /^content\/posts\/a\.md:1:1: warning FN303[\s\S]*FN301[\s\S]*\n1 error, 1 warning\n$/,
  )
  const [options] = builds
  assert.deepEqual(
    [options?.mode, options?.theme, options?.distrust, options?.drafts],
    ['build', 'plain', true, false],
  )
})

const builds: readonly (readonly [
  name: string,
  args: readonly string[],
  result: Partial<BuildResult>,
  code: number,
])[] = [
  ['no findings', [], {}, 0],
  ['errors that did not keep the site back', [], { diagnostics: [error] }, 0],
  ['strict and an error', ['--strict'], { diagnostics: [error] }, 1],
  ['strict and a warning', ['--strict'], { diagnostics: [warning] }, 1],
  ['strict and a remark', ['--strict'], { diagnostics: [remark] }, 0],
  ['not finished', [], { ok: false, finished: false, diagnostics: [error] }, 1],
  ['posts left out', ['--keep-going'], { ok: false, diagnostics: [error] }, 1],
  [
    'wrong settings',
    [],
    { ok: false, finished: false, configurationError: true, diagnostics: [error] },
    2,
  ],
]
for (const [name, args, result, code] of builds)
  test(`build ends with ${code}: ${name}`, async () => {
    const { engine } = fakeEngine(result)
    assert.equal((await callIbid(['build', '--root', site, ...args], { cwd, engine })).code, code)
  })

const checks: readonly (readonly [
  name: string,
  args: readonly string[],
  result: Partial<BuildResult>,
  code: number,
])[] = [
  ['no findings', [], {}, 0],
  ['a warning', [], { diagnostics: [warning] }, 0],
  ['an error', [], { diagnostics: [error] }, 1],
  ['strict and a warning', ['--strict'], { diagnostics: [warning] }, 1],
  ['wrong settings', [], { ok: false, configurationError: true }, 2],
]
for (const [name, args, result, code] of checks)
  test(`check ends with ${code}: ${name}`, async () => {
    const { engine, builds: called } = fakeEngine(result)
    assert.equal((await callIbid(['check', '--root', site, ...args], { cwd, engine })).code, code)
    assert.equal(called[0]?.mode, 'check')
  })

test('check: the findings are the result', async () => {
  const { engine } = fakeEngine({ diagnostics: [error], sources })
  const { out, err } = await callIbid(['check', '--root', site], { cwd, engine })
  assert.equal(err, '')
  assert.match(out, / {2}1 \| a\*\n {4}\| {2}\^\n\nChecked 2 posts and 1 page: 1 error\.\n$/)
})

test('a build that was not finished says that nothing was written', async () => {
  const { engine } = fakeEngine({ ok: false, finished: false, diagnostics: [error] })
  const { out, err } = await callIbid(['build', '--root', site], { cwd, engine })
  assert.equal(out, '')
  assert.match(err, /1 error\nNothing was written to blog\/dist\.\n$/)
})

test('--quiet prints errors only', async () => {
  const { engine } = fakeEngine({ diagnostics: [error, warning] })
  const { out, err } = await callIbid(['build', '--quiet', '--root', site], { cwd, engine })
  assert.equal(out, '')
  assert.equal(
    err,
    'content/posts/a.md:1:2: error FN301 star-missing-note: Something is wrong.\n\n',
  )
})

test('--format json prints one object, whose ok is the exit code', async () => {
  for (const [args, ok] of [
    [['build'], true],
    [['build', '--strict'], false],
    [['check'], false],
  ] as const) {
    const { engine } = fakeEngine({ diagnostics: [error] })
    const { code, out, err } = await callIbid([...args, '--format', 'json', '--root', site], {
      cwd,
      engine,
    })
    const report = JSON.parse(out)
    assert.deepEqual(
      [report.ok, code === 0, report.posts, report.diagnostics.length, err],
      [ok, ok, 2, 1, ''],
    )
  }
})

test('--format github and sarif name files from where the command runs', async () => {
  const { engine } = fakeEngine({ diagnostics: [error] })
  assert.match(
    (await callIbid(['check', '--format', 'github', '--root', 'blog'], { cwd, engine })).out,
    /^::error file=blog\/content\/posts\/a\.md,line=1,/,
  )
  assert.match(
    (await callIbid(['check', '--format', 'sarif', '--root', '.'], { cwd: site, engine })).out,
    /"uri": "content\/posts\/a\.md"/,
  )
})

const colors: readonly (readonly [
  name: string,
  colored: boolean,
  args: readonly string[],
  env: Record<string, string>,
  terminal: boolean,
])[] = [
  ['a terminal', true, [], {}, true],
  ['no terminal', false, [], {}, false],
  ['NO_COLOR', false, [], { NO_COLOR: '1' }, true],
  ['an empty NO_COLOR', true, [], { NO_COLOR: '' }, true],
  ['a dumb terminal', false, [], { TERM: 'dumb' }, true],
  ['--color never', false, ['--color', 'never'], {}, true],
  ['--color always', true, ['--color', 'always'], { NO_COLOR: '1' }, false],
]
for (const [name, colored, args, env, terminal] of colors)
  test(`${colored ? 'colours' : 'no colours'}: ${name}`, async () => {
    const { engine } = fakeEngine({ diagnostics: [error] })
    const { out } = await callIbid(['check', '--root', site, ...args], {
      cwd,
      engine,
      env,
      terminal,
    })
    assert.equal(out.includes('\x1b['), colored)
  })

test('an unforeseen fault is one sentence, with its place only on request', async () => {
  const engine = { ...fakeEngine().engine, runBuild: async () => Promise.reject(new Error('boom')) }
  const outcome = await callIbid(['build', '--root', site], { cwd, engine })
  assert.deepEqual([outcome.code, outcome.out], [1, ''])
  assert.match(
    outcome.err,
    /^ibid: Something went wrong inside Ibid: boom\n {2}To report it, .*--debug.*\n$/,
  )
  const debugged = await callIbid(['build', '--debug', '--root', site], { cwd, engine })
  assert.match(debugged.err, /\n {4}at .*main\.test/)
})

test('what the machine refuses is told as that, with what helps', async () => {
  const refused = Object.assign(new Error('EMFILE: too many open files'), {
    code: 'EMFILE',
    path: '/usr/lib/ibid/part.js',
  })
  const engine = { ...fakeEngine().engine, runBuild: async () => Promise.reject(refused) }
  const { code, err } = await callIbid(['build', '--root', site], { cwd, engine })
  assert.equal(code, 1)
  assert.equal(
    err,
    'ibid: Too many files are open at once. It was at /usr/lib/ibid/part.js.\n  Type: ulimit -n 4096\n',
  )
  const debugged = await callIbid(['build', '--debug', '--root', site], { cwd, engine })
  assert.match(debugged.err, /EMFILE: too many open files\n {4}at /)
})

test('says where there is no site', async () => {
  assert.deepEqual(await callIbid(['build', '--root', 'nowhere'], { cwd }), {
    code: 2,
    out: '',
    err: `ibid: There is no folder ${join(cwd, 'nowhere')}.\n  Type: --root <dir>\n`,
  })
  writeFileSync(join(site, 'content/site.yaml'), '')
  mkdirSync(join(site, 'deep/er'), { recursive: true })
  const { code, err } = await callIbid(['check'], { cwd: join(site, 'deep/er') })
  assert.equal(code, 2)
  assert.match(err, /is no site: it has no folder content\/\.\n {2}Type: --root \.\.\/\.\.\n$/)
})

test('an interrupted command ends with 130', async () => {
  const signal = AbortSignal.abort()
  const { engine } = fakeEngine({ ok: false, finished: false })
  for (const command of ['build', 'check', 'dev', 'preview'])
    assert.equal(
      (await callIbid([command, '--root', site], { cwd, engine, signal })).code,
      130,
      command,
    )
})

test('dev and preview print the address and end when they are asked to', async () => {
  const { engine, devs, previews } = fakeEngine()
  const signal = AbortSignal.abort()
  const dev = await callIbid(['dev', '--root', 'blog', '--port', '4100'], { cwd, engine, signal })
  assert.equal(dev.out, 'Writing desk at http://127.0.0.1:4000/\n')
  assert.deepEqual([devs[0]?.root, devs[0]?.port], [site, 4100])
  const preview = await callIbid(['preview', '--out', 'www', '--base', 'https://e.org/b'], {
    cwd,
    engine,
    signal,
  })
  assert.equal(preview.out, 'Preview at http://127.0.0.1:4000/\n')
  assert.deepEqual([previews[0]?.out, previews[0]?.base], [join(cwd, 'www'), '/b/'])
})

test('a server that cannot start says why', async () => {
  const error = Object.assign(new Error('Port 80 is taken.'), {
    name: 'ServeError',
    hint: '--port 4001',
  })
  const engine = { ...fakeEngine().engine, startPreview: async () => Promise.reject(error) }
  assert.deepEqual(await callIbid(['preview'], { cwd, engine }), {
    code: 1,
    out: '',
    err: 'ibid: Port 80 is taken.\n  Type: --port 4001\n',
  })
})

test('a SOURCE_DATE_EPOCH that is no number is wrong usage', async () => {
  const { code, err } = await callIbid(['build', '--root', site], {
    cwd,
    env: { SOURCE_DATE_EPOCH: 'now' },
  })
  assert.equal(code, 2)
  assert.match(err, /SOURCE_DATE_EPOCH must be a whole number/)
})

test('check --fix mends what can be mended, until nothing is left', async () => {
  const path = join(site, 'content/posts/a.md')
  mkdirSync(join(site, 'content/posts'), { recursive: true })
  writeFileSync(path, '\ufeffone two\r\n')
  const fixes = [
    {
      diagnostics: [finding('FN204', { fix: [{ start: 3, end: 4, insert: '-' }] })],
      sources: () => 'one two\r\n',
    },
    {
      diagnostics: [finding('FN204', { fix: [{ start: 0, end: 0, insert: '+' }] })],
      sources: () => 'one-two\r\n',
    },
    {},
  ]
  const { engine, builds: called } = fakeEngine(...fixes)
  const { code, err } = await callIbid(['check', '--fix', '--root', site], { cwd, engine })
  assert.deepEqual([code, called.length], [0, 3])
  assert.equal(err, 'Mended content/posts/a.md.\nMended content/posts/a.md.\n')
  assert.equal(readFileSync(path, 'utf8'), '\ufeff+one-two\r\n')
})

test('check --fix leaves a file alone that was changed meanwhile', async () => {
  const path = join(site, 'content/posts/b.md')
  writeFileSync(path, 'new text')
  const diagnostics = [
    finding('FN204', { file: 'content/posts/b.md', fix: [{ start: 0, end: 3, insert: '' }] }),
  ]
  const { engine } = fakeEngine({ diagnostics, sources: () => 'old text' })
  await callIbid(['check', '--fix', '--root', site], { cwd, engine })
  assert.equal(readFileSync(path, 'utf8'), 'new text')
})

test('build: what was left out is told, and where it can be seen', async () => {
  const told = async (draft: number, scheduled: number, expired: number) => {
    const { engine } = fakeEngine({ held: { draft, scheduled, expired } })
    const { out } = await callIbid(['build', '--root', 'blog'], { cwd, engine })
    return out.split('\n').slice(1).join('\n')
  }
  assert.equal(await told(0, 0, 0), '')
  assert.equal(await told(1, 0, 0), 'Left out: 1 draft; ibid dev shows it.\n')
  assert.equal(
    await told(2, 1, 3),
    'Left out: 2 drafts, 1 scheduled, 3 expired; ibid dev shows them.\n',
  )
})

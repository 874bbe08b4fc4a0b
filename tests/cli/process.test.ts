import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { emit } from '../../src/build/emit.ts'
import { planOutputs } from '../../src/build/plan.ts'
import { memorySource } from '../../src/io/memory.ts'
import { nodeOutput } from '../../src/io/node-output.ts'
import { outputPath } from '../../src/model/paths.ts'

const script = fileURLToPath(new URL('../../src/cli/ibid.ts', import.meta.url))
const env = { ...process.env, NODE_NO_WARNINGS: '1' }
const folder = mkdtempSync(join(tmpdir(), 'ibid-process-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function ibid(...args: string[]): ChildProcess {
  return spawn(process.execPath, ['-C', 'source', script, ...args], { cwd: folder, env })
}

test('exit codes reach the shell', () => {
  const codeOf = (...args: string[]) =>
    spawnSync(process.execPath, ['-C', 'source', script, ...args], { cwd: folder, env }).status
  assert.deepEqual([codeOf('--version'), codeOf('--nonsense'), codeOf('check')], [0, 2, 2])
})

test('a reader who stops reading does no harm', async () => {
  const child = ibid('--help')
  child.stdout?.destroy()
  const errors: string[] = []
  child.stderr?.on('data', (data) => errors.push(String(data)))
  const [code] = await once(child, 'close')
  assert.deepEqual([code, errors], [0, []])
})

test('SIGINT ends a server with 130, SIGTERM with 143', { timeout: 20_000 }, async () => {
  const home = {
    path: outputPath('index.html'),
    body: '<!doctype html><title>x</title>',
    stage: 'page',
    origin: 'x',
  } as const
  const { plan } = planOutputs([home])
  assert.ok(plan)
  assert.ok(
    (await emit(plan, await nodeOutput(folder, join(folder, 'dist')), memorySource({}))).done,
  )
  for (const [signal, expected] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    const child = ibid('preview', '--port', '0')
    const [data] = await once(child.stdout ?? child, 'data')
    assert.match(String(data), /^Preview at http:\/\/127\.0\.0\.1:\d+\/\n$/)
    child.kill(signal)
    const [code] = await once(child, 'close')
    assert.equal(code, expected)
  }
})

test('a preview of nothing says what to do', () => {
  writeFileSync(join(folder, 'x'), '')
  const { status, stderr } = spawnSync(
    process.execPath,
    ['-C', 'source', script, 'preview', '--out', 'nowhere'],
    { cwd: folder, env, encoding: 'utf8' },
  )
  assert.equal(status, 1)
  assert.match(stderr, /^ibid: .*\n {2}Type: .*\n$/)
})

test('a theme that ends the program is told of, and the exit code says so', {
  timeout: 60_000,
}, () => {
  const root = mkdtempSync(join(folder, 'site-'))
  mkdirSync(join(root, 'content/posts'), { recursive: true })
  mkdirSync(join(root, 'themes/mine'), { recursive: true })
  writeFileSync(
    join(root, 'content/site.yaml'),
    'title: T\nurl: https://example.org/\ndescription: D.\ntheme: mine\n',
  )
  writeFileSync(
    join(root, 'content/posts/a.md'),
    '---\ntitle: A\ndate: 2020-01-01\n---\n\nWords.\n',
  )
  const built = (theme: string): string => {
    writeFileSync(join(root, 'themes/mine/theme.ts'), theme)
    const args = ['-C', 'source', script, 'build', '--root', root]
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env })
    assert.equal(status, 1, stderr)
    assert.equal(existsSync(join(root, 'dist')), false)
    return stderr
  }
  assert.match(
    built('process.exit(0)'),
    /error TH107 theme-threw: The theme “mine” could not be loaded\. .*process\.exit\(\)/,
  )
  assert.match(
    built('await new Promise(() => undefined)'),
    /^ibid: The program was ended in the middle of its work/m,
  )
})

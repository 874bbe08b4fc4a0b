import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

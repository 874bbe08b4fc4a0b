import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { newFolder, runProgram, twentyPosts, writeAll } from './disk-site.ts'
import { shippedEngine } from './engine.ts'
import { everything } from './how-many.ts'
import { needStrace } from './strace.ts'

test('a build needs no network and asks for none', { timeout: 120_000 }, async (t) => {
  needStrace()
  const root = newFolder()
  writeAll(root, twentyPosts('new'))
  const log = `${root}.strace`
  // A user who is not root may make a network of its own only inside of a user namespace.
  const alone = process.getuid?.() === 0 ? ['unshare', '-n'] : ['unshare', '-rn']
  const calls = 'trace=socket,connect,sendto,sendmsg,bind'
  const command = ['strace', '-f', '-qq', '-e', calls, '-o', log, process.execPath, shippedEngine()]
  for (const [name, ...args] of everything
    ? [['build'], ['check'], ['build', '--no-cache']]
    : [['build']]) {
    const ended = await runProgram([...alone, ...command, name ?? '', ...args], { cwd: root })
    assert.equal(ended.code, 0, ended.err)
    const asked = readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => /AF_INET|sin_addr|\bconnect\(/.test(line))
    assert.deepEqual(asked, [], name)
  }
  t.diagnostic('builds in an empty network: 0 connections asked for')
  assert.ok(readFileSync(path.join(root, 'dist/index.html'), 'utf8').length > 0)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lockedBy } from '../../src/build/emit-findings.ts'
import { acquireLock } from '../../src/build/lock.ts'
import { memoryOutput } from '../../src/io/memory.ts'
import { memoryFolder } from '../../src/io/memory-folder.ts'
import type { Processes } from '../../src/io/ports.ts'

/** A machine on which the given processes live. */
function processes(pid: number, living: readonly number[]): Processes {
  return {
    ...memoryOutput().processes,
    self: async () => ({ pid, host: 'desk' }),
    alive: async (owner) => living.includes(owner.pid),
  }
}

test('is held by one, and free again after it', async () => {
  const state = memoryFolder()
  const first = await acquireLock(state, processes(1, [1, 2]))
  assert.ok(first.held)
  const second = await acquireLock(state, processes(2, [1, 2]))
  assert.ok(!second.held)
  assert.equal(second.holder?.pid, 1)
  await first.release()
  assert.ok((await acquireLock(state, processes(2, [1, 2]))).held)
})

test('waits a while before it gives up, and says who holds the lock since when', async () => {
  const state = memoryFolder()
  await acquireLock(state, processes(41, [41]))
  const mine = processes(42, [41, 42])
  const lock = await acquireLock(state, mine)
  assert.ok(!lock.held)
  assert.equal(mine.now(), 5000)
  assert.equal(
    lockedBy(lock.holder, mine).message,
    'Another build is at work in this folder: process 41 on desk, since 1970-01-01T00:00:00Z (5 seconds ago).',
  )
})

test('is taken over from a process that is gone', async () => {
  const state = memoryFolder()
  await acquireLock(state, processes(1, [1]))
  const lock = await acquireLock(state, processes(2, [2]))
  assert.ok(lock.held)
  await lock.release()
  assert.deepEqual([...state.files.keys()], [])
})

test('is taken over where it is empty or broken and stays so', async () => {
  for (const text of ['', '{', 'null', '{"pid":"1"}']) {
    const state = memoryFolder()
    state.files.set('lock', Buffer.from(text))
    assert.ok((await acquireLock(state, processes(2, [2]))).held)
  }
})

test('is taken over even where one who took it over was killed in the act', async () => {
  const state = memoryFolder()
  await acquireLock(state, processes(1, [1]))
  state.files.set('lock.takeover', Buffer.from(''))
  assert.ok((await acquireLock(state, processes(2, [2]))).held)
})

test('is not given up by one who no longer holds it', async () => {
  const state = memoryFolder()
  const first = await acquireLock(state, processes(1, []))
  const second = await acquireLock(state, processes(2, []))
  assert.ok(first.held && second.held)
  await first.release()
  assert.ok(state.files.has('lock'))
})

test('a process that is to end does not wait', async () => {
  const state = memoryFolder()
  await acquireLock(state, processes(1, [1]))
  const mine = processes(2, [1, 2])
  assert.equal((await acquireLock(state, mine, { signal: AbortSignal.abort() })).held, false)
  assert.equal(mine.now(), 0)
})

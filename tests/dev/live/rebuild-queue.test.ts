import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { createRebuildQueue } from '../../../src/dev/live/rebuild-queue.ts'

const pace = { settle: 10, interval: 60 }

test('a change is rebuilt soon, several at once are one rebuild', async () => {
  const batches: string[][] = []
  const queue = createRebuildQueue(async (touched) => void batches.push([...touched]), pace)
  await queue.start()
  queue.touch('a')
  queue.touch('b')
  queue.touch('a')
  await wait(120)
  assert.deepEqual(batches, [[], ['a', 'b']])
  await queue.close()
})

test('changes during a rebuild are one more rebuild, never two at a time', async () => {
  const batches: string[][] = []
  let running = 0
  const queue = createRebuildQueue(async (touched) => {
    running += 1
    assert.equal(running, 1)
    batches.push([...touched])
    await wait(40)
    running -= 1
  }, pace)
  const started = queue.start()
  queue.touch('a')
  await wait(5)
  queue.touch('b')
  await started
  await wait(150)
  assert.deepEqual(batches, [[], ['a', 'b']])
  await queue.close()
})

test('a storm is neither rebuilt without end nor put off until it ends', async () => {
  const starts: number[] = []
  const queue = createRebuildQueue(async () => void starts.push(performance.now()), pace)
  await queue.start()
  const end = performance.now() + 400
  let saves = 0
  while (performance.now() < end) {
    for (let i = 0; i < 100; i++) queue.touch(`post-${saves++ % 50}`)
    await wait(1)
  }
  assert.ok(saves > 10_000)
  assert.ok(starts.length >= 3 && starts.length <= 8, `${starts.length} rebuilds`)
  for (const [index, start] of starts.entries())
    if (index > 0) assert.ok(start - (starts[index - 1] ?? 0) >= pace.interval - 2)
  await wait(100)
  const settled = starts.length
  await wait(100)
  assert.equal(starts.length, settled)
  await queue.close()
})

test('a closed queue waits for the rebuild that runs and starts none', async () => {
  let finished = 0
  const queue = createRebuildQueue(async () => {
    await wait(30)
    finished += 1
  }, pace)
  void queue.start()
  queue.touch('a')
  await queue.close()
  assert.equal(finished, 1)
  queue.touch('b')
  await wait(100)
  assert.equal(finished, 1)
})

test('changes before the first rebuild are part of it', async () => {
  const batches: string[][] = []
  const queue = createRebuildQueue(async (touched) => void batches.push([...touched]), pace)
  queue.touch('a')
  await wait(50)
  assert.deepEqual(batches, [])
  await queue.start()
  await wait(100)
  assert.deepEqual(batches, [['a']])
  await queue.close()
})

test('who waits for a page has its change rebuilt at once, and no second time', async () => {
  const batches: string[][] = []
  const queue = createRebuildQueue(async (touched) => void batches.push([...touched]), {
    settle: 5_000,
    interval: 5_000,
  })
  await queue.start()
  queue.touch('a')
  await queue.hurry('b')
  assert.deepEqual(batches, [[], ['a', 'b']])
  await queue.close()
})

test('who waits while a rebuild runs gets the next one, and is not kept by a storm', async () => {
  const batches: string[][] = []
  const queue = createRebuildQueue(async (touched) => {
    batches.push([...touched])
    await wait(20)
    if (touched.has('stormy')) queue.touch('stormy')
  }, pace)
  await queue.start()
  const first = queue.hurry('a')
  await Promise.all([first, queue.hurry('b')])
  assert.deepEqual(batches, [[], ['a'], ['b']])
  await queue.hurry('stormy')
  assert.deepEqual(batches.slice(3), [['stormy'], ['stormy']])
  await queue.close()
})

test('what can be done alone is done while a rebuild runs, and no rebuild follows it', async () => {
  const batches: string[][] = []
  const alone: string[][] = []
  const queue = createRebuildQueue(
    async (touched) => {
      batches.push([...touched])
      await wait(100)
    },
    {
      ...pace,
      alone: (touched) => {
        if ([...touched].some((name) => name !== 'page')) return false
        alone.push([...touched])
        return true
      },
    },
  )
  const started = queue.start()
  await queue.hurry('page')
  assert.deepEqual(alone, [['page']])
  queue.touch('page')
  await wait(75)
  assert.deepEqual(alone, [['page'], ['page']])
  assert.deepEqual(batches, [[]])
  queue.touch('style')
  await started
  await wait(250)
  assert.deepEqual(batches, [[], ['style']])
  await queue.close()
})

test('a queue that is to renew rebuilds once more, after the rebuild that runs', async () => {
  const batches: string[][] = []
  const queue = createRebuildQueue(async (touched) => {
    batches.push([...touched])
    await wait(30)
  }, pace)
  const started = queue.start()
  queue.renew()
  queue.renew()
  await started
  await wait(100)
  assert.deepEqual(batches, [[], []])
  queue.renew()
  await wait(60)
  assert.equal(batches.length, 3)
  await queue.close()
  queue.renew()
  assert.equal(batches.length, 3)
})

test('what has to wait for the next rebuild keeps nothing else waiting', async () => {
  const batches: string[][] = []
  const alone: string[][] = []
  let open = (): void => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const queue = createRebuildQueue(
    async (touched) => {
      batches.push([...touched])
      if (batches.length === 1) await gate
    },
    {
      ...pace,
      alone: (touched) => {
        if ([...touched].some((name) => name !== 'page')) return false
        alone.push([...touched])
        return true
      },
    },
  )
  const started = queue.start()
  queue.touch('style')
  await wait(90)
  queue.touch('page')
  for (let waited = 0; alone.length === 0 && waited < 5000; waited += 10) await wait(10)
  assert.deepEqual(alone, [['page']])
  assert.deepEqual(batches, [[]])
  open()
  await started
  for (let waited = 0; batches.length < 2 && waited < 5000; waited += 10) await wait(10)
  assert.deepEqual(batches, [[], ['style']])
  await queue.close()
})

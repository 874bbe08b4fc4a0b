import assert from 'node:assert/strict'
import { test } from 'node:test'
import { breathing } from '../../src/build/breath.ts'
import { forEachInTime, TimeIsUpError, withinTime } from '../../src/build/time-limit.ts'

const forEver = (): never => {
  for (;;);
}

test('work that ends in time gives what it makes, and throws what it throws', () => {
  assert.equal(
    withinTime(5000, () => 'made'),
    'made',
  )
  assert.equal(
    withinTime(5000, () => undefined),
    undefined,
  )
  assert.throws(
    () =>
      withinTime(5000, () => {
        throw new TypeError('mine')
      }),
    new TypeError('mine'),
  )
})

const endless: Readonly<Record<string, () => unknown>> = {
  'a loop': forEver,
  'a regular expression that steps back': () => /^(a+)+$/.test(`${'a'.repeat(60)}b`),
  'a loop that catches what stops it': () => {
    for (;;)
      try {
        forEver()
      } catch {}
  },
}
for (const [name, work] of Object.entries(endless))
  test(`${name} is stopped`, () => {
    assert.throws(() => withinTime(50, work), TimeIsUpError)
    assert.equal(
      withinTime(5000, () => 1),
      1,
    )
  })

test('work in work has a time of its own', () => {
  const inner = withinTime(5000, () => {
    try {
      return withinTime(30, forEver)
    } catch (error) {
      return error
    }
  })
  assert.ok(inner instanceof TimeIsUpError)
  assert.throws(
    () => withinTime(50, () => withinTime(60_000, forEver)),
    (error) => error instanceof TimeIsUpError && error.milliseconds === 50,
  )
})

test('nothing is left behind for others to call', () => {
  const before = Reflect.ownKeys(globalThis).length
  withinTime(1000, () => 1)
  assert.equal(Reflect.ownKeys(globalThis).length, before)
})

test('of many things only those fail that take too long', async () => {
  const done: number[] = []
  const late: number[] = []
  await forEachInTime([0, 1, 2, 3, 4, 5], {
    patience: 40,
    breath: breathing(undefined),
    work: (n) => {
      if (n === 2 || n === 5) forEver()
      done.push(n)
    },
    late: (n) => {
      late.push(n)
    },
  })
  assert.deepEqual(
    [done, late],
    [
      [0, 1, 3, 4],
      [2, 5],
    ],
  )
})

test('a thing that ends just as its time is up is done or late, and no other is blamed', async () => {
  const busy = (until: number): void => {
    while (performance.now() < until);
  }
  for (let i = 0; i < 60; i++) {
    const done: number[] = []
    const late: number[] = []
    await forEachInTime([0, 1], {
      // With the slice that is added to it, a few milliseconds.
      patience: -45,
      breath: breathing(undefined),
      work: (n) => {
        busy(performance.now() + 4.5 + (i % 10) / 10)
        done.push(n)
      },
      late: (n) => {
        late.push(n)
      },
    })
    assert.deepEqual([...done, ...late].sort(), [0, 1])
  }
})

test('an error in the midst of many things reaches the caller, as does a signal', async () => {
  const none = (): void => undefined
  const fails = forEachInTime([1], {
    patience: 1000,
    breath: breathing(undefined),
    work: () => {
      throw new TypeError('mine')
    },
    late: none,
  })
  await assert.rejects(fails, new TypeError('mine'))
  const stopped = forEachInTime([1, 2], {
    patience: 30,
    breath: breathing(AbortSignal.abort(new Error('stop'))),
    work: forEver,
    late: none,
  })
  await assert.rejects(stopped, /stop/)
})

test('what the machine slept through is begun again', async () => {
  const slept = new Int32Array(new SharedArrayBuffer(4))
  const done: number[] = []
  const late: number[] = []
  let sleeps = 0
  const work = (n: number): void => {
    if (n === 1 && sleeps++ < 2) Atomics.wait(slept, 0, 0, 300)
    if (n === 2) forEver()
    done.push(n)
  }
  await forEachInTime([0, 1, 2, 3], {
    patience: 60,
    breath: breathing(undefined),
    again: 5,
    work,
    late: (n) => {
      late.push(n)
    },
  })
  assert.deepEqual([done, late, sleeps], [[0, 1, 3], [2], 3])
})

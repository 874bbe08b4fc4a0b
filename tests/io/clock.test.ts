import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemClock } from '../../src/io/clock.ts'

test('takes SOURCE_DATE_EPOCH for now', () => {
  assert.equal(systemClock({ SOURCE_DATE_EPOCH: '1700000000' }).now(), 1_700_000_000_000)
})

test('takes the machine’s time where it is not set', () => {
  for (const env of [{}, { SOURCE_DATE_EPOCH: '' }])
    assert.ok(Math.abs(systemClock(env).now() - Date.now()) < 60_000)
})

test('refuses an epoch that is no number', () => {
  for (const epoch of ['yesterday', '-1', '1.5', '1e9'])
    assert.throws(
      () => systemClock({ SOURCE_DATE_EPOCH: epoch }),
      /SOURCE_DATE_EPOCH must be a whole number/,
    )
})

test('a clock that was never set is no reason to hold back every post', () => {
  const first = systemClock({ SOURCE_DATE_EPOCH: '0' }).now()
  assert.equal(systemClock({ SOURCE_DATE_EPOCH: '315532800' }).now(), first)
  assert.ok(first > Date.UTC(2026, 0, 1) && first <= Date.now())
  assert.equal(systemClock({ SOURCE_DATE_EPOCH: '978307200' }).now(), Date.UTC(2001, 0, 1))
})

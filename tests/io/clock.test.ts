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

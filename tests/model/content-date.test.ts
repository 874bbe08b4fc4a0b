import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { parseContentDate } from '../../src/model/content-date.ts'

const read = (text: string) => parseContentDate(text)
const hintOf = (text: string): string => {
  const reading = read(text)
  return reading.date ? assert.fail(`${text} was read`) : reading.hint
}

test('a bare day stays the day it is', () => {
  assert.deepEqual(read('2025-11-20').date, {
    text: '2025-11-20',
    day: '2025-11-20',
    instant: Date.UTC(2025, 10, 20),
  })
})

test('a time has its zone; without one it is in UTC', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['2025-11-20T09:30:00+01:00', '2025-11-20T09:30:00+01:00', Date.UTC(2025, 10, 20, 8, 30)],
    ['2025-11-20 23:30 -0800', '2025-11-20T23:30:00-08:00', Date.UTC(2025, 10, 21, 7, 30)],
    ['2025-11-20 09:30', '2025-11-20T09:30:00Z', Date.UTC(2025, 10, 20, 9, 30)],
    ['2025-11-20t09:30:15z', '2025-11-20T09:30:15Z', Date.UTC(2025, 10, 20, 9, 30, 15)],
    [
      '2025-11-20T09:30:15.123456Z',
      '2025-11-20T09:30:15.123Z',
      Date.UTC(2025, 10, 20, 9, 30, 15, 123),
    ],
    ['2025-11-20T09:30+05', '2025-11-20T09:30:00+05:00', Date.UTC(2025, 10, 20, 4, 30)],
  ]
  for (const [typed, text, instant] of cases)
    assert.deepEqual(read(typed).date, { text, day: '2025-11-20', instant }, typed)
})

test('days and times that do not exist are refused, with what may have been meant', () => {
  assert.equal(hintOf('2025-02-30'), '2025-02-28')
  assert.equal(hintOf('1900-02-29'), '1900-02-28')
  assert.equal(hintOf('2025-13-05'), '2025-05-13')
  assert.equal(hintOf('2025-1-5'), '2025-01-05')
  assert.equal(hintOf('20251120'), '2025-11-20')
  assert.equal(hintOf('2025/11/20'), '2025-11-20')
  for (const text of [
    '2025-13-45',
    '2025-00-10',
    '2025-10-00',
    '0000-01-01',
    '2025-11-20T24:00',
    '2025-11-20T09:60',
    '2025-11-20T09:30:60Z',
    '2025-11-20T09:30+25:00',
    '2025-11-20T',
    '20 November 2025',
    '11/20/2025',
    'yesterday',
    '',
    '２０２５-11-20',
  ])
    assert.notEqual(hintOf(text), '', text)
  assert.notEqual(read('2024-02-29').date, undefined)
})

test('every day of the calendar is read, and no other', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      (year, month, day) => {
        const pad = (n: number, width: number): string => String(n).padStart(width, '0')
        const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
        const calendar = new Date(0)
        calendar.setUTCFullYear(year, month - 1, day)
        const exists = calendar.getUTCMonth() === month - 1 && calendar.getUTCDate() === day
        assert.equal(read(text).date !== undefined, exists, text)
        if (exists) assert.equal(read(text).date?.instant, calendar.getTime())
      },
    ),
  )
})

test('what is written for datetime= is read as the same instant', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true }),
      (date) => {
        const reading = read(date.toISOString())
        assert.equal(reading.date?.instant, date.getTime())
        assert.deepEqual(read(reading.date?.text ?? '').date, reading.date)
      },
    ),
  )
})

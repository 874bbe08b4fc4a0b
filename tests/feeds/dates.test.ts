import assert from 'node:assert/strict'
import test from 'node:test'
import { newest, publishedOf, rfc822, rfc3339, updatedOf, w3cDate } from '../../src/feeds/dates.ts'
import { date, siteOf } from './fixture.ts'

test('dates are written in UTC, in English, with a year of four digits', () => {
  assert.equal(rfc822(Date.parse('2017-10-17')), 'Tue, 17 Oct 2017 00:00:00 GMT')
  assert.equal(rfc822(Date.parse('0987-01-02')), 'Tue, 02 Jan 0987 00:00:00 GMT')
  assert.equal(rfc3339(Date.parse('2017-10-17T01:30:00+02:00')), '2017-10-16T23:30:00Z')
  assert.equal(rfc3339(Date.parse('2017-10-17T01:30:00.250Z')), '2017-10-17T01:30:00.250Z')
})

test('a sitemap keeps a day a day', () => {
  assert.equal(w3cDate(date('2017-10-17')), '2017-10-17')
  assert.equal(w3cDate(date('2017-10-17T01:30:00+02:00')), '2017-10-16T23:30:00Z')
})

test('a post was updated at the newest of its dates, never before it was published', () => {
  const essayOf = (front: object) =>
    siteOf([{ slug: 'a', date: '2017-10-17', front }]).site.posts[0]?.essay
  const updated = (front: object): string | undefined => {
    const essay = essayOf(front)
    return essay && updatedOf(essay)?.text
  }
  assert.equal(updated({}), '2017-10-17')
  assert.equal(updated({ updated: date('2018-01-01') }), '2018-01-01')
  assert.equal(updated({ updated: date('2016-01-01') }), '2017-10-17')
  const updates = [
    { date: date('2019-01-01'), note: '' },
    { date: date('2018-06-01'), note: '' },
  ]
  assert.equal(updated({ updated: date('2018-01-01'), updates }), '2019-01-01')
})

test('without a date of its own a post is as old as its publication', () => {
  const essay = siteOf([{ slug: 'a', front: { publishAt: date('2018-01-01') } }]).site.posts[0]
    ?.essay
  assert.ok(essay)
  assert.equal(publishedOf({ ...essay, date: undefined })?.text, '2018-01-01')
  assert.equal(newest([undefined]), undefined)
})

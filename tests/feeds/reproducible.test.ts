import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import test from 'node:test'

function feedsIn(environment: Record<string, string>): string {
  return execFileSync(process.execPath, ['tests/feeds/print-feeds.ts'], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  })
}

test('feeds are the same bytes in any time zone and language', () => {
  const here = feedsIn({ TZ: 'UTC', LC_ALL: 'C' })
  assert.match(here, /<pubDate>Tue, 17 Oct 2017 07:30:00 GMT<\/pubDate>/)
  assert.equal(feedsIn({ TZ: 'Pacific/Kiritimati', LC_ALL: 'ar_EG.UTF-8' }), here)
  assert.equal(feedsIn({ TZ: 'America/Los_Angeles', LC_ALL: 'tr_TR.UTF-8' }), here)
})

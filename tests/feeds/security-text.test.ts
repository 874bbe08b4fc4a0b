import assert from 'node:assert/strict'
import test from 'node:test'
import { codes, rendered } from '../site-from.ts'

const basics = 'title: Margins\nurl: https://example.org/blog/\ndescription: A test.\n'
const path = '.well-known/security.txt'
const now = Date.UTC(2026, 0, 1)

const site = (security: string, moment = now) =>
  rendered({ 'content/site.yaml': basics + security }, { now: moment })

test('holds every field that the settings have, in the form of RFC 9116', async () => {
  const made = await site(
    'security:\n  contact: [security@example.org, https://example.org/report]\n  expires: 2026-10-31\n' +
      '  policy: https://example.org/policy\n  encryption: https://example.org/key.asc\n' +
      '  acknowledgments: https://example.org/thanks\n  languages: [en, de]\n',
  )
  assert.deepEqual(codes(made), [])
  assert.equal(
    made.text(path),
    'Contact: mailto:security@example.org\nContact: https://example.org/report\n' +
      'Expires: 2026-10-31T00:00:00Z\nCanonical: https://example.org/.well-known/security.txt\n' +
      'Policy: https://example.org/policy\nEncryption: https://example.org/key.asc\n' +
      'Acknowledgments: https://example.org/thanks\nPreferred-Languages: en, de\n',
  )
  assert.match(
    made.text('_headers'),
    /^\/\.well-known\/security\.txt\n {2}Content-Type: text\/plain; charset=utf-8$/m,
  )
})

test('is not made where nobody is named, or no end', async () => {
  assert.equal((await site('')).has(path), false)
  assert.equal((await site('security:\n  expires: 2026-10-31\n')).has(path), false)
  const endless = await site('security:\n  contact: security@example.org\n')
  assert.equal(endless.has(path), false)
  assert.deepEqual(codes(endless), ['FM207'])
})

test('names no address of its own where that is not secure', async () => {
  const made = await rendered(
    {
      'content/site.yaml': `${basics.replace('https', 'http')}security:\n  contact: a@example.org\n  expires: 2026-10-31\n`,
    },
    { now },
  )
  assert.doesNotMatch(made.text(path), /Canonical/)
})

test('a month before its end the author is told, and after it by an error', async () => {
  const security = 'security:\n  contact: security@example.org\n  expires: 2026-10-31\n'
  const end = Date.UTC(2026, 9, 31)
  const day = 86_400_000
  const at = async (moment: number) => (await site(security, moment)).diagnostics
  assert.deepEqual(await at(end - 30 * day - 1), [])
  const soon = await at(end - 30 * day)
  assert.deepEqual(
    soon.map(({ code, severity, file, place }) => [
      code,
      severity,
      file,
      place?.start.line,
      place?.start.column,
    ]),
    [['FM208', 'warning', 'content/site.yaml', 6, 12]],
  )
  assert.match(soon[0]?.message ?? '', /within 30 days, on 2026-10-31T00:00:00Z/)
  assert.equal((await at(end - 1))[0]?.code, 'FM208')
  const over = await at(end)
  assert.deepEqual([over[0]?.code, over[0]?.severity], ['FM209', 'error'])
  assert.match(over[0]?.hint ?? '', /^expires: 2027-10-30/)
})

test('its bytes are the same whenever it is made, and it is published past its end too', async () => {
  const security = 'security:\n  contact: security@example.org\n  expires: 2026-10-31\n'
  const [early, late] = [await site(security), await site(security, Date.UTC(2040, 0, 1))]
  assert.equal(late.finished, true)
  assert.equal(early.text(path), late.text(path))
})

test('an address that is not secure is refused', async () => {
  const made = await site('security:\n  policy: http://example.org/policy\n')
  assert.equal(made.configured, false)
  assert.match(made.diagnostics[0]?.hint ?? '', /https:\/\/example\.org\/policy/)
})

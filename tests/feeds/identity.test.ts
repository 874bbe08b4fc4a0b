import assert from 'node:assert/strict'
import test from 'node:test'
import { entryId, readyMadeId } from '../../src/feeds/identity.ts'
import { sourcePath } from '../../src/model/paths.ts'
import { digest, outputOf, type Spec, siteOf } from './fixture.ts'

function idOf(spec: Spec): string {
  const essay = siteOf([spec]).site.posts[0]?.essay
  assert.ok(essay)
  return entryId(essay, digest)
}

test('an id becomes a UUID of version 8 that depends on nothing else', () => {
  const id = idOf({ slug: 'a', id: 'k7q2m4' })
  assert.match(id, /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(
    idOf({ slug: 'b', id: 'k7q2m4', title: 'Other', tags: ['t'], date: '2001-01-01' }),
    id,
  )
  assert.notEqual(idOf({ slug: 'a', id: 'k7q2m5' }), id)
  // Subscribers remember these: they may never change.
  assert.equal(id, 'urn:uuid:b81f26c1-f05c-8d82-a9a9-b2000e8d8d64')
  assert.equal(
    readyMadeId(sourcePath('content/posts/a.md'), digest),
    '4c31526a-0c06-8e5f-b4dd-96ba24841aaa',
  )
})

test('an id that is a UUID is kept', () => {
  const uuid = '2F1E7A0C-1b2d-4c3e-8f90-112233445566'
  assert.equal(idOf({ slug: 'a', id: uuid }), `urn:uuid:${uuid.toLowerCase()}`)
})

test('a post without an id is told of, with an id that changes nothing for subscribers', () => {
  const spec: Spec = { slug: 'a', id: undefined }
  const [finding, ...others] = outputOf([spec]).diagnostics
  assert.deepEqual(others, [])
  assert.equal(finding?.code, 'FD101')
  assert.equal(finding.file, 'content/posts/a.md')
  assert.equal(finding.place?.start.line, 1)
  const ready = /^id: (\S+)$/.exec(finding.hint ?? '')?.[1]
  assert.equal(idOf({ ...spec, id: ready }), idOf(spec))
  assert.equal(idOf({ slug: 'renamed', source: 'content/posts/a.md', id: ready }), idOf(spec))
})

test('one id in two posts is an error that names both', () => {
  const { diagnostics } = outputOf([
    { slug: 'b', id: 'same' },
    { slug: 'a', id: 'same' },
    { slug: 'c', id: 'SAME' },
  ])
  const [finding, ...others] = diagnostics
  assert.deepEqual(others, [])
  assert.equal(finding?.code, 'FD102')
  assert.equal(finding.severity, 'error')
  assert.equal(finding.file, 'content/posts/b.md')
  assert.match(finding.message, /content\/posts\/a\.md/)
  assert.equal(finding.related?.[0]?.file, 'content/posts/a.md')
})

test('two posts whose notes would have the same ids are told of', () => {
  const { diagnostics } = outputOf([
    { slug: 'b', key: 'k7q2', notes: ['<p>x</p>'] },
    { slug: 'a', key: 'k7q2', notes: ['<p>y</p>'] },
  ])
  assert.deepEqual(
    diagnostics.map(({ code, file }) => [code, file]),
    [['FD105', 'content/posts/b.md']],
  )
})

test('an id that is an address, as feeds of another engine had it, stays what it is', () => {
  for (const id of ['https://example.org/?p=123', 'tag:example.org,2017:a', 'urn:x-blog:7'])
    assert.equal(idOf({ slug: 'a', id }), id)
})

import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { routePath, sourcePath } from '../../src/model/paths.ts'
import { emptyRecord, type PermalinkRecord } from '../../src/model/permalinks.ts'
import { readRecord } from '../../src/schema/permalink-record.ts'
import { forget, type PlacedPost, printRecord, withPosts } from '../../src/site/permalinks.ts'

const placed = (id: string, route: string, source = `content/posts/${id}.md`): PlacedPost => ({
  id,
  source: sourcePath(source),
  route: routePath(route),
})

const urlsOf = (record: PermalinkRecord | undefined, id: string): readonly string[] =>
  record?.posts.get(id)?.urls ?? []

test('a post keeps every address it had, the newest last', () => {
  const first = withPosts(emptyRecord, [placed('a', '/one/')])
  const second = withPosts(first, [placed('a', '/two/', 'content/posts/b.md')])
  assert.deepEqual(urlsOf(second, 'a'), ['/one/', '/two/'])
  assert.equal(second.posts.get('a')?.path, 'content/posts/b.md')
  assert.deepEqual(urlsOf(withPosts(second, [placed('a', '/one/')]), 'a'), ['/two/', '/one/'])
})

test('a post that is not there any more stays recorded', () => {
  const record = withPosts(emptyRecord, [placed('a', '/a/'), placed('b', '/b/')])
  assert.deepEqual([...withPosts(record, [placed('b', '/b/')]).posts.keys()], ['a', 'b'])
})

test('an id or an address can be forgotten, what was never known cannot', () => {
  const record = withPosts(withPosts(emptyRecord, [placed('a', '/old/'), placed('b', '/b/')]), [
    placed('a', '/a/'),
  ])
  assert.deepEqual(urlsOf(forget(record, '/old/'), 'a'), ['/a/'])
  assert.deepEqual([...(forget(record, 'a')?.posts.keys() ?? [])], ['b'])
  assert.deepEqual([...(forget(record, '/b/')?.posts.keys() ?? [])], ['a'])
  assert.equal(forget(record, 'c'), undefined)
  assert.equal(forget(record, '/c/'), undefined)
})

test('the file has a post a line, sorted by id', () => {
  const record = withPosts(emptyRecord, [
    placed('b', '/b/'),
    placed('B', '/é/'),
    placed('a', '/a/'),
  ])
  assert.equal(
    printRecord(record),
    [
      '{',
      '  "version": 1,',
      '  "posts": {',
      '    "B": { "path": "content/posts/B.md", "urls": ["/é/"] },',
      '    "a": { "path": "content/posts/a.md", "urls": ["/a/"] },',
      '    "b": { "path": "content/posts/b.md", "urls": ["/b/"] }',
      '  }',
      '}',
      '',
    ].join('\n'),
  )
  assert.equal(printRecord(emptyRecord), '{\n  "version": 1,\n  "posts": {}\n}\n')
})

test('what is printed is read back, whatever the order in which it was recorded', () => {
  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    .map((text) => text.trim().replace(/[\p{Cc}/\\]|^\.*$/gu, 'x'))
  const posts = fc
    .uniqueArray(name, { maxLength: 6 })
    .map((names) => names.map((each) => placed(each, `/posts/${each}/`)))
  fc.assert(
    fc.property(posts, (list) => {
      const text = printRecord(withPosts(emptyRecord, list))
      assert.equal(printRecord(withPosts(emptyRecord, [...list].reverse())), text)
      const { record } = readRecord('content/permalinks.json', text)
      assert.ok(record, text)
      assert.equal(printRecord(record), text)
      assert.equal(printRecord(withPosts(record, list)), text)
    }),
  )
})

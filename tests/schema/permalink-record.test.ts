import assert from 'node:assert/strict'
import test from 'node:test'
import { readRecord } from '../../src/schema/permalink-record.ts'

const file = 'content/permalinks.json'

test('no file is an empty record', () => {
  const { record, diagnostics } = readRecord(file, undefined)
  assert.equal(record?.posts.size, 0)
  assert.deepEqual(diagnostics, [])
})

test('each post has its path, its addresses and its place in the file', () => {
  const text =
    '{\n  "version": 1,\n  "posts": {\n    "k7q2": { "path": "content/posts/a.md", "urls": ["/old/", "/posts/é/"] }\n  }\n}\n'
  const post = readRecord(file, text).record?.posts.get('k7q2')
  assert.equal(post?.path, 'content/posts/a.md')
  assert.deepEqual(post?.urls, ['/old/', '/posts/é/'])
  assert.deepEqual(
    [post?.place?.start.line, post?.place?.start.column, post?.place?.end.column],
    [4, 5, 11],
  )
})

const good = '"path": "content/posts/a.md", "urls": ["/a/"]'
const faults: readonly (readonly [text: string, message: RegExp, line: number, column: number])[] =
  [
    ['[]', /an object with "version" and "posts"/, 1, 1],
    ['{"posts": {}}', /"version" is missing/, 1, 1],
    ['{"version": 2,\n "posts": {}}', /a newer Ibid/, 1, 13],
    ['{"version": 1,\n "posts": []}', /`posts` should be an object/, 2, 11],
    ['{"version": 1, "posts": {},\n "x": 1}', /there is no key "x"/, 2, 2],
    [`{"version": 1, "posts": {\n"": {${good}}}}`, /the id of a post is empty/, 2, 1],
    [`{"version": 1, "posts": {\n"a": {${good}},\n"a": {${good}}}}`, /"a" is given twice/, 3, 1],
    [
      '{"version": 1, "posts": {"a": {"path": "../x", "urls": ["/a/"]}}}',
      /`path` should be the path of a source/,
      1,
      40,
    ],
    [
      '{"version": 1, "posts": {"a": {"path": "a.md", "urls": []}}}',
      /`urls` should be a list/,
      1,
      56,
    ],
    [
      '{"version": 1, "posts": {"a": {"path": "a.md", "urls": ["/a/",\n"https://x/"]}}}',
      /an address below the home page/,
      2,
      1,
    ],
    ['{\n"version": 1,\n>>>>>>> theirs\n"posts": {}}', /marks of a merge/, 3, 1],
    ['{"version": 1', /ends in the middle/, 1, 13],
  ]
for (const [text, message, line, column] of faults)
  test(`a broken record is one error with its place: ${message.source}`, () => {
    const { record, diagnostics } = readRecord(file, text)
    assert.equal(record, undefined)
    const [finding, ...others] = diagnostics
    assert.deepEqual(others, [])
    assert.equal(finding?.code, 'FD204')
    assert.match(finding.message, message)
    assert.equal(finding.file, file)
    assert.deepEqual([finding.place?.start.line, finding.place?.start.column], [line, column])
    assert.match(finding.hint ?? '', /git checkout/)
  })

test('names that mean something to JavaScript are ids like any other', () => {
  const text = `{"version": 1, "posts": {"__proto__": {${good}}, "constructor": {${good}}}}`
  assert.deepEqual(
    [...(readRecord(file, text).record?.posts.keys() ?? [])],
    ['__proto__', 'constructor'],
  )
})

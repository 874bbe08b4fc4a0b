import assert from 'node:assert/strict'
import test from 'node:test'
import { checkPermalinks, type KnownPost, withChangedId } from '../../src/check/permalinks.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { routePath, sourcePath } from '../../src/model/paths.ts'
import type { PermalinkRecord } from '../../src/model/permalinks.ts'

/** A post of today: published at `/<name>/` unless it says otherwise. */
function post(name: string, changes: Partial<KnownPost> = {}): KnownPost {
  const source = sourcePath(`content/posts/${name}.md`)
  return { id: `id-${name}`, source, route: routePath(`/${name}/`), aliases: [], ...changes }
}

/** A record of posts by the names of their files, with their addresses. */
function recorded(posts: Readonly<Record<string, readonly string[]>>): PermalinkRecord {
  return {
    posts: new Map(
      Object.entries(posts).map(([name, urls], index) => [
        `id-${name}`,
        {
          path: sourcePath(`content/posts/${name}.md`),
          urls: urls.map(routePath),
          place: {
            start: { line: index + 4, column: 5, offset: 0 },
            end: { line: index + 4, column: 9, offset: 4 },
          },
        },
      ]),
    ),
  }
}

function found(
  record: PermalinkRecord,
  posts: readonly KnownPost[],
  { others = [], complete = true }: { others?: readonly string[]; complete?: boolean } = {},
): readonly Diagnostic[] {
  const addresses = new Set<string>([...posts.flatMap(({ route }) => route ?? []), ...others])
  return checkPermalinks({ record, posts, addresses, complete })
}

function only(findings: readonly Diagnostic[]): Diagnostic {
  const [finding, ...others] = findings
  assert.deepEqual(others, [])
  return finding ?? assert.fail('nothing was found')
}

test('a site that is as it was recorded has no findings, nor has what is new', () => {
  assert.deepEqual(found(recorded({ a: ['/a/'] }), [post('a'), post('b')]), [])
})

test('an address that was left without an alias is an error with the line to type', () => {
  const moved = post('a', { route: routePath('/new/'), aliases: ['/older/'] })
  const finding = only(found(recorded({ a: ['/a/'] }), [moved], { others: ['/older/'] }))
  assert.equal(finding.code, 'FD201')
  assert.equal(finding.severity, 'error')
  assert.equal(finding.file, 'content/posts/a.md')
  for (const part of ['id-a', '/a/', '/new/']) assert.ok(finding.message.includes(part), part)
  assert.equal(finding.hint, 'aliases: [/older/, /a/]')
  assert.equal(finding.related?.[0]?.file, 'content/permalinks.json')
  assert.equal(finding.related?.[0]?.place?.start.line, 4)
})

test('with an alias, or anything else at the old address, nothing is lost', () => {
  const moved = post('a', { route: routePath('/new/') })
  assert.deepEqual(found(recorded({ a: ['/a/'] }), [moved], { others: ['/a/'] }), [])
})

test('addresses from before the last move count too, all in one finding', () => {
  const moved = post('a', { route: routePath('/c/') })
  const finding = only(found(recorded({ a: ['/a/', '/b x/', '/c/'] }), [moved]))
  assert.equal(finding.hint, 'aliases: [/a/, "/b x/"]')
  assert.match(finding.message, /published at \/a\/ and \/b x\/ and stands at \/c\/ now/)
})

test('an old address that another post has taken leads readers astray', () => {
  const moved = post('a', { route: routePath('/new/') })
  const taker = post('b', { route: routePath('/a/') })
  const finding = only(found(recorded({ a: ['/a/'] }), [moved, taker]))
  assert.equal(finding.code, 'FD201')
  assert.equal(finding.file, 'content/posts/b.md')
  assert.match(finding.message, /content\/posts\/a\.md/)
  assert.match(finding.hint ?? '', /aliases: \[\/a\/\] into content\/posts\/a\.md/)
  assert.match(finding.hint ?? '', /ibid freeze --forget \/a\//)
})

test('a renamed file is the same post', () => {
  const source = sourcePath('content/posts/2017/renamed.md')
  assert.deepEqual(found(recorded({ a: ['/a/'] }), [post('a', { source })]), [])
})

test('a post that is gone is an error at its place in the record', () => {
  const finding = only(found(recorded({ b: ['/b/'], a: ['/a/'] }), [post('b')]))
  assert.equal(finding.code, 'FD202')
  assert.equal(finding.file, 'content/permalinks.json')
  assert.equal(finding.place?.start.line, 5)
  for (const part of ['id-a', '/a/', 'content/posts/a.md'])
    assert.ok(finding.message.includes(part), part)
  assert.match(finding.hint ?? '', /aliases: \[\/a\/\].*ibid freeze --forget id-a/)
})

test('a post that is gone may have left its address to another', () => {
  assert.deepEqual(found(recorded({ a: ['/a/'] }), [post('b')], { others: ['/a/'] }), [])
})

test('while some posts cannot be read, none is said to be gone', () => {
  assert.deepEqual(found(recorded({ a: ['/a/'] }), [], { complete: false }), [])
})

test('a published post that became a draft is lost; one that has expired was meant to go', () => {
  const kept = (held: KnownPost['held']) => [post('a', { route: undefined, held })]
  const finding = only(found(recorded({ a: ['/a/'] }), kept('draft')))
  assert.equal(finding.code, 'FD202')
  assert.equal(finding.file, 'content/posts/a.md')
  assert.match(finding.message, /a draft now/)
  assert.equal(only(found(recorded({ a: ['/a/'] }), kept('scheduled'))).code, 'FD202')
  assert.deepEqual(found(recorded({ a: ['/a/'] }), kept('expired')), [])
})

test('a post whose id was changed is told the id that subscribers know', () => {
  const record = recorded({ a: ['/a/'] })
  const posts = [post('a', { id: 'new-id' })]
  const finding = only(found(record, posts))
  assert.equal(finding.code, 'FD203')
  assert.equal(finding.file, 'content/posts/a.md')
  assert.match(finding.message, /id-a .*new-id/)
  assert.match(finding.hint ?? '', /^id: id-a /)
  const facts = { record, posts, addresses: new Set<string>(), complete: true }
  assert.deepEqual([...withChangedId(facts)], ['content/posts/a.md'])
})

test('an id that has wandered from a post to its copy: both are named', () => {
  const posts = [post('a', { id: 'new-id' }), post('b', { id: 'id-a' })]
  const finding = only(found(recorded({ a: ['/a/'] }), posts))
  assert.equal(finding.code, 'FD203')
  assert.equal(finding.file, 'content/posts/a.md')
  assert.match(finding.message, /content\/posts\/b\.md/)
  assert.equal(finding.related?.[0]?.file, 'content/posts/b.md')
})

test('two files that have exchanged their names are the same posts', () => {
  const posts = [
    post('a', { source: sourcePath('content/posts/b.md') }),
    post('b', { source: sourcePath('content/posts/a.md') }),
  ]
  assert.deepEqual(found(recorded({ a: ['/a/'], b: ['/b/'] }), posts), [])
})

test('a new post in the file of one that was moved is no changed id', () => {
  const posts = [
    post('moved', { id: 'id-a', route: routePath('/a/') }),
    post('a', { id: 'new-id', route: routePath('/other/') }),
  ]
  assert.deepEqual(found(recorded({ a: ['/a/'] }), posts), [])
})

test('of two posts with one id, which is an error of its own, the first is the recorded one', () => {
  assert.deepEqual(found(recorded({ a: ['/a/'] }), [post('a'), post('b', { id: 'id-a' })]), [])
})

import assert from 'node:assert/strict'
import test from 'node:test'
import { choosePattern, keptAddress, placeAll } from '../../src/importers/addresses.ts'

const at = (path: string, day?: string) => ({ path, day })

test('the pattern is the one that most posts keep their address by', () => {
  const table: readonly (readonly [string, readonly ReturnType<typeof at>[]])[] = [
    ['/posts/:slug/', []],
    ['/posts/:slug/', [at('/posts/a/'), at('/posts/b/')]],
    [
      '/:year/:month/:slug/',
      [at('/2017/10/a/', '2017-10-17'), at('/2018/01/b/', '2018-01-02'), at('/x/', '2018-01-02')],
    ],
    ['/:year/:month/:day/:slug.html', [at('/2017/10/10/a.html', '2017-10-10')]],
    ['/blog/:year/:slug/', [at('/blog/2017/2017/', '2017-10-10')]],
    ['/:slug/', [at('/a/'), at('/b/'), at('/posts/c/')]],
    // Folders that the engine makes pages in, and what no pattern can hold, are left out of the count.
    ['/posts/:slug/', [at('/tags/a/'), at('/tags/b/'), at('/a%b c/x/')]],
  ]
  for (const [pattern, addresses] of table) assert.equal(choosePattern(addresses), pattern)
})

test('a slug is written where the name does not give it, an alias where the address changes', () => {
  const pattern = '/:year/:month/:slug/'
  const kept = (path: string, day: string, name: string) =>
    keptAddress(pattern, at(path, day), name)
  assert.deepEqual(kept('/2017/10/a/', '2017-10-17', 'a'), { slug: undefined, aliases: [] })
  assert.deepEqual(kept('/2017/10/b/', '2017-10-17', 'a'), { slug: 'b', aliases: [] })
  assert.deepEqual(kept('/2017/09/a/', '2017-10-17', 'a'), {
    slug: undefined,
    aliases: ['/2017/09/a/'],
  })
  assert.deepEqual(kept('/2017/10/a.html', '2017-10-17', 'a'), {
    slug: undefined,
    aliases: ['/2017/10/a.html'],
  })
  assert.deepEqual(kept('/2017/10/Über-uns/', '2017-10-17', 'a'), { slug: 'Über-uns', aliases: [] })
  assert.deepEqual(kept('/feed/', '2017-10-17', 'a'), { slug: undefined, aliases: ['/feed/'] })
})

test('everything has an address of its own, and a former address leads to one place', () => {
  const one = (kind: 'post' | 'page', path: string, name: string) => ({
    kind,
    path,
    name,
    day: undefined,
  })
  const moved = one('post', '/notes/a/', 'a')
  const stays = one('post', '/posts/a/', 'a')
  const page = one('page', '/docs/about.html', 'about')
  const twin = one('page', '/x/about/', 'about')
  const home = one('page', '/', 'home')
  const { of, free } = placeAll([moved, stays, page, twin, home], '/posts/:slug/')
  assert.deepEqual(of(stays), { slug: undefined, aliases: [] })
  assert.deepEqual(of(moved), { slug: 'a-2', aliases: ['/notes/a/'] })
  assert.deepEqual(of(page), { slug: undefined, aliases: ['/docs/about.html'] })
  assert.deepEqual(of(twin), { slug: 'about-2', aliases: ['/x/about/'] })
  assert.deepEqual(of(home), { slug: undefined, aliases: [] })
  assert.deepEqual(free(['/old/', '/Posts/A', '/old']), ['/old/'])
})

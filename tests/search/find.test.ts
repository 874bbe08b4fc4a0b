import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyMemory } from '../../src/build/cache/build-memory.ts'
import { knownIndex } from '../../src/build/cache/known-index.ts'
import { sha256 } from '../../src/build/sha256.ts'
import type { Essay } from '../../src/model/essay.ts'
import { isUnmade, type OutputBody } from '../../src/model/site.ts'
import { find, piecesFor } from '../../src/search/client/find.ts'
import { openIndex } from '../../src/search/client/index-source.ts'
import { essayTerms } from '../../src/search/essay-terms.ts'
import { indexPieces } from '../../src/search/pieces.ts'
import { mostInOneFile, searchFiles } from '../../src/search/search-files.ts'
import type { SearchIndex } from '../../src/search/wire.ts'
import { codes, rendered } from '../site-from.ts'

const post = (title: string, body: string, more = '') =>
  `---\nid: ${sha256(title).slice(0, 8)}\ntitle: ${title}\ndate: 2024-05-06\n${more}---\n\n${body}\n`

const essays = {
  'content/posts/locks.md': post(
    'On locks',
    'A lock is a promise.* The key is somewhere else.\n\n*Greer said so in Łódź.',
  ),
  'content/posts/keys.md': post(
    'On keys',
    'Nobody reads the certificates.[^s] They expire.\n\n[^s]: A lock would not.',
    'tags: [TLS]\n',
  ),
  'content/posts/tokyo.md': post('東京の鍵', '証明書の有効期限。', 'lang: ja\n'),
  'content/pages/about.md': '---\ntitle: About\n---\n\nWe write about certificates.\n',
}

/** A site's index as the script sees it, with the files that it fetched. */
async function opened(files: Readonly<Record<string, string>>) {
  const site = await rendered(files)
  assert.ok(site.finished, codes(site).join(' '))
  const start = /data-search-index="([^"]+)"/.exec(site.text('search/index.html'))?.[1] ?? ''
  const fetched: string[] = []
  const index = await openIndex(start, async (href) => {
    fetched.push(href)
    return JSON.parse(site.text(href.slice(1)))
  })
  const titles = async (question: string) =>
    (await index.essays(await find(question, index))).map(({ title }) => title)
  return { site, index, fetched, titles }
}

test('essays are found by their words, those of their notes, and beginnings and near misses of them', async () => {
  const { titles, fetched } = await opened(essays)
  const asked: Record<string, readonly string[]> = {
    promise: ['On locks'],
    greer: ['On locks'],
    lodz: ['On locks'],
    tls: ['On keys'],
    certif: ['About', 'On keys'],
    certifikates: ['About', 'On keys'],
    'certificates expire': ['On keys'],
    東京: ['東京の鍵'],
    鍵: ['東京の鍵'],
    有効期限: ['東京の鍵'],
    'nothing of the kind whatsoever': ['On locks', 'On keys'],
    zebra: [],
    '   ': [],
  }
  for (const [question, expected] of Object.entries(asked))
    assert.deepEqual((await titles(question)).sort(), [...expected].sort(), question)
  assert.equal(fetched.length, 1, 'a small site has one file')
})

test('a word in a title counts for more', async () => {
  const { titles } = await opened(essays)
  assert.equal((await titles('lock'))[0], 'On locks')
})

test('no mark of a note is in the index, and no draft', async () => {
  const { site } = await opened({
    ...essays,
    'content/posts/draft.md': post('Draft', 'unfinishedword', 'draft: true\n'),
  })
  const json = site.paths().filter((path) => /^assets\/search.*\.json$/.test(path))
  const text = json.map((path) => site.text(path)).join('')
  assert.match(text, /greer/)
  assert.doesNotMatch(text, /unfinishedword|\*|\[\^/)
})

test('the page leads to the archive without script, and has the one script of the site', async () => {
  const { site } = await opened(essays)
  const page = site.text('search/index.html')
  assert.match(page, /<a href="\/archive\/">/)
  assert.match(page, /script-src (?:&#x27;|&#39;|')self/)
  const [, path = '', integrity] =
    /<script type="module" src="\/([^"]+)" integrity="([^"]+)"><\/script>/.exec(page) ?? []
  assert.match(path, /^assets\/search\.[0-9a-f]{8}\.js$/)
  const digest = await crypto.subtle.digest('SHA-384', new TextEncoder().encode(site.text(path)))
  assert.equal(integrity, `sha384-${Buffer.from(digest).toString('base64')}`)
  for (const other of site.paths().filter((each) => each.endsWith('.html')))
    if (other !== 'search/index.html')
      assert.doesNotMatch(site.text(other), /<script type="module"|script-src/)
  assert.doesNotMatch(site.text('sitemap.xml'), /search/)
})

test('the headers of the search page alone allow a script', async () => {
  const { site } = await opened(essays)
  const headers = site.text('_headers')
  const rule = /^\/search\/\*\n((?: {2}.*\n)+)/m.exec(headers)?.[1] ?? ''
  assert.match(rule, /script-src 'self'; connect-src 'self'/)
  assert.equal(headers.match(/script-src/g)?.length, 1)
})

test('the same site gives the same files, whatever the order of its sources', async () => {
  const [one, other] = [
    await rendered(essays),
    await rendered(Object.fromEntries(Object.entries(essays).reverse())),
  ]
  const search = (site: typeof one) =>
    site.paths().filter((path) => path.startsWith('assets/search'))
  assert.deepEqual(search(one), search(other))
})

const essayOf = (number: number): Essay =>
  ({
    title: `Essay ${number}`,
    slug: `e${number}`,
    source: `content/posts/e${number}.md`,
    kind: 'post',
    front: { tags: [], advisory: undefined },
    lang: 'en',
    summary: '',
    outline: [],
    notes: [],
    body: {
      type: 'root',
      children: [
        {
          type: 'paragraph',
          // Words of many beginnings, one of them in this essay alone.
          children: [{ type: 'text', value: `${words(number)} unique${number}x` }],
        },
      ],
    },
  }) as unknown as Essay

function words(number: number): string {
  return Array.from({ length: 200 }, (_, i) =>
    ((number * 7919 + i * 104_729) % 46_656).toString(36),
  ).join(' ')
}

const textOf = (body: OutputBody): string => String(isUnmade(body) ? body.make() : body)

test('a large site has its index in pieces, of which only those asked for are fetched', async () => {
  const posts = Array.from({ length: mostInOneFile + 100 }, (_, number) => ({
    essay: essayOf(number),
    route: `/posts/e${number}/`,
    tags: [],
  }))
  const site = { settings: { lang: 'en' }, base: '/', posts, pages: [] } as never
  const parts = knownIndex(
    posts.map(({ essay }) => essay),
    emptyMemory(),
  )
  const { index, files } = searchFiles(site, parts, sha256)
  const bodies = new Map(files.map(({ path, body }) => [`/${path}`, textOf(body)]))
  const fetched: string[] = []
  const open = await openIndex(index, async (href) => {
    fetched.push(href)
    return JSON.parse(bodies.get(href) ?? assert.fail(href))
  })
  assert.ok(files.length > 2, `${files.length} files`)
  assert.deepEqual(await find('unique77x', open), [77])
  assert.equal(fetched.length, 2)
  assert.deepEqual(await find('unique77', open), [77])
  assert.equal(fetched.length, 2, 'the piece is kept')
  const [shown] = await open.essays([77])
  assert.equal(shown?.title, 'Essay 77')
  assert.equal(fetched.length, 3)
  for (const body of bodies.values()) assert.ok(body.length < 300_000)
})

test('a divided index answers like a whole one', async () => {
  const essays = Array.from({ length: 400 }, (_, number) => essayTerms(essayOf(number)))
  const lengths = essays.map((fields) => fields.map((field) => field.split(' ').length))
  const head = {
    words: { results: [], manyResults: '' },
    essays: [],
    lengths,
    averages: [2, 1, 1, 200, 1],
  }
  const open = (most: number) =>
    openIndex(
      '',
      async () => ({ ...head, pieces: indexPieces(essays, most) }) satisfies SearchIndex,
    )
  assert.equal(indexPieces(essays, Number.POSITIVE_INFINITY).length, 1)
  assert.ok(indexPieces(essays, 0).length > 2)
  const [whole, divided] = [await open(Number.POSITIVE_INFINITY), await open(0)]
  for (const question of ['essay 123', 'unique3', 'z', 'abc', 'uniqe77x', words(5).slice(0, 12)])
    assert.deepEqual(await find(question, divided), await find(question, whole), question)
})

test('pieces follow each other, and each holds what its first letters promise', () => {
  const pieces = indexPieces(
    Array.from({ length: 400 }, (_, number) => essayTerms(essayOf(number))),
    0,
  )
  for (const [number, { from, index }] of pieces.entries()) {
    const terms = index.map(([term]) => term)
    const next = pieces[number + 1]?.from
    assert.ok(terms.length > 0)
    assert.ok(terms.every((term) => term >= from && (next === undefined || term < next)))
    for (const term of terms.slice(0, 3))
      assert.deepEqual(piecesFor(term, 'exact', pieces), [number])
  }
})

test('results of a large site are fetched with few others, and only those that are shown', async () => {
  const fetched: string[] = []
  const index = await openIndex('', async (href) => {
    fetched.push(href)
    const essay = (title: string) => ({ title, href: '/', summary: '' })
    if (href === 'a') return [essay('0'), essay('1')]
    if (href === 'b') return [essay('2'), essay('3')]
    if (href === 'c') return [essay('4')]
    return {
      words: { results: [], manyResults: '' },
      essays: { each: 2, hrefs: ['a', 'b', 'c'] },
      lengths: [],
      averages: [],
      pieces: [{ from: '', index: [] }],
    } satisfies SearchIndex
  })
  const titles = async (numbers: readonly number[]) =>
    (await index.essays(numbers)).map(({ title }) => title)
  assert.deepEqual(await titles([4, 0, 1]), ['4', '0', '1'])
  assert.deepEqual(fetched, ['', 'c', 'a'])
  assert.deepEqual(await titles([3, 0, 9]), ['3', '0'])
  assert.deepEqual(fetched, ['', 'c', 'a', 'b'])
})

test('a failed piece is asked for again', async () => {
  let broken = true
  const index = await openIndex('', async (href) => {
    if (href === '')
      return {
        words: { results: [], manyResults: '' },
        essays: [],
        lengths: [[1, 0, 0, 0, 0]],
        averages: [1, 0, 0, 0, 0],
        pieces: [{ from: '', href: 'p' }],
      } satisfies SearchIndex
    if (broken) throw new Error('offline')
    return [['lock', [0, 0]]]
  })
  await assert.rejects(find('lock', index), /offline/)
  broken = false
  assert.deepEqual(await find('lock', index), [0])
})

test('only pieces are chosen that may hold a term, or one that begins with it', () => {
  const pieces = ['', 'be', 'bes', 'co', '漢字'].map((from) => ({ from }))
  assert.deepEqual(piecesFor('apple', 'beginning', pieces), [0])
  assert.deepEqual(piecesFor('bear', 'beginning', pieces), [1])
  assert.deepEqual(piecesFor('bea', 'exact', pieces), [1])
  assert.deepEqual(piecesFor('be', 'beginning', pieces), [1, 2])
  assert.deepEqual(piecesFor('be', 'exact', pieces), [1])
  assert.deepEqual(piecesFor('b', 'beginning', pieces), [0, 1, 2])
  assert.deepEqual(piecesFor('b', 'exact', pieces), [0])
  assert.deepEqual(piecesFor('zoo', 'beginning', pieces), [3])
  assert.deepEqual(piecesFor('漢', 'beginning', pieces), [3, 4])
  assert.deepEqual(piecesFor('漢', 'exact', pieces), [3])
})

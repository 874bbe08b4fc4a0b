import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import type { CardPainter } from '../../../src/io/card-ports.ts'
import { memoryCache } from '../../../src/io/memory-cache.ts'
import { satoriPainter } from '../../../src/io/satori-painter.ts'
import type { OutputPath } from '../../../src/model/paths.ts'
import { isUnmade } from '../../../src/model/site.ts'
import { outputFolder, type RenderedFiles, rendered } from '../../site-from.ts'

const settings =
  'title: Marginal notes\nurl: https://example.org/blog/\ndescription: d\nauthor: Ada Lovelace\n'
const asking = { 'content/site.yaml': `${settings}cards: true\n` }

const post = (title: string, more = '', body = 'Words.') =>
  `---\nid: cards-1\ntitle: ${title}\nsummary: A sentence about it.\ndate: 2017-10-17\n${more}---\n\n${body}\n`

const quiet =
  '---\nid: cards-1\npullquote: Nothing happened.\ndate: 2017-10-17\n---\n\n# The week the logs were quiet[^1]\n\nNothing happened.\n\n[^1]: It was in May.\n'
const urgent = post(
  'The lift is out, take the stairs',
  'advisory: { cve: [CVE-2017-13077], severity: high, fixed: [wpa_supplicant 2.7] }\n',
  'Some key facts:\n\n- Neither end may stay.[^1]\n  - The hoist, too.\n- It is old.\n\n[^1]: Both.',
)

const remarks = (site: RenderedFiles) =>
  site.diagnostics.filter(({ code }) => code.startsWith('IM'))

const cardsOf = (site: RenderedFiles) =>
  site.paths().filter((file) => /^assets\/card-.*\.png$/.test(file))

function bytesOf(site: RenderedFiles, file: string): Buffer {
  const body = site.files.get(file as OutputPath)?.body ?? assert.fail(file)
  if (!isUnmade(body)) assert.fail(`${file} is not kept`)
  return Buffer.from(body.make())
}

const shared = (page: string) =>
  [
    ...page.matchAll(/<meta (?:property|name)="((?:og:image|twitter)[^"]*)" content="([^"]*)">/g),
  ].map(([, name, content]) => [name, content])

/** A painter that counts, and draws nothing that takes time. */
function counting(): { painter: () => Promise<CardPainter>; painted: string[] } {
  const painted: string[] = []
  const paint: CardPainter = () => async (card) => {
    painted.push(JSON.stringify(card))
    return { png: Buffer.from(JSON.stringify(card)) }
  }
  return { painted, painter: async () => paint }
}

for (const [theme, name, text] of [
  ['marginalia', 'quiet', quiet],
  ['marginalia', 'urgent', urgent],
  ['bulletin', 'urgent', urgent],
  ['plain', 'quiet', quiet],
] as const)
  test(`the card of a post looks as it was reviewed: ${theme}, ${name}`, async () => {
    const files = { ...asking, 'content/posts/a.md': text }
    const site = await rendered(files, { painter: satoriPainter, theme })
    assert.deepEqual(remarks(site), [])
    const [file = ''] = cardsOf(site)
    const made = PNG.sync.read(bytesOf(site, file))
    const picture = path.resolve('tests/data/cards', `${theme}-${name}.png`)
    if (!existsSync(picture)) {
      const place = path.join(outputFolder, 'cards')
      mkdirSync(place, { recursive: true })
      writeFileSync(path.join(place, path.basename(picture)), PNG.sync.write(made))
      assert.fail(`Look at tests/.output/cards/, and put the picture into tests/data/cards/.`)
    }
    const reviewed = PNG.sync.read(readFileSync(picture))
    assert.deepEqual([made.width, made.height], [1200, 630])
    const different = pixelmatch(made.data, reviewed.data, undefined, 1200, 630, { threshold: 0.1 })
    assert.ok(different < 400, `${different} pixels are different from ${picture}`)
  })

test('a page names its card, in words too', async () => {
  const { painter } = counting()
  const site = await rendered({ ...asking, 'content/posts/a.md': quiet }, { painter })
  const [file = ''] = cardsOf(site)
  assert.match(file, /^assets\/card-a\.[0-9a-f]{8}\.png$/)
  assert.deepEqual(shared(site.text('posts/a/index.html')), [
    ['og:image', `https://example.org/blog/${file}`],
    ['og:image:width', '1200'],
    ['og:image:height', '630'],
    ['og:image:alt', 'The week the logs were quiet'],
    ['twitter:card', 'summary_large_image'],
  ])
  assert.match(site.text('posts/a/index.html'), new RegExp(`"image":"[^"]*/${file}"`))
})

test('nothing is painted unless the settings ask for it, or where a post has a picture of its own', async () => {
  const painter = () => assert.fail('asked for')
  const off = await rendered(
    { 'content/site.yaml': settings, 'content/posts/a.md': quiet },
    { painter },
  )
  assert.deepEqual(cardsOf(off), [])
  assert.deepEqual(shared(off.text('posts/a/index.html')), [['twitter:card', 'summary']])
  const own = await rendered(
    {
      ...asking,
      'content/posts/a.md': post('A', 'image: { src: a.png, alt: A lock }\n'),
      'content/posts/a.png': PNG.sync.write(new PNG({ width: 3, height: 2 })),
    },
    { painter },
  )
  assert.deepEqual(shared(own.text('posts/a/index.html')), [
    ['og:image', 'https://example.org/blog/posts/a.png'],
    ['og:image:width', '3'],
    ['og:image:height', '2'],
    ['og:image:alt', 'A lock'],
    ['twitter:card', 'summary_large_image'],
  ])
})

test('without the programs that paint, posts have no card and one remark says so', async () => {
  const files = { ...asking, 'content/posts/a.md': quiet, 'content/posts/b.md': urgent }
  const site = await rendered(files, { painter: async () => undefined, keepGoing: true })
  assert.deepEqual(
    remarks(site).map(({ code, file, place }) => [code, file, place?.start.line]),
    [['IM108', 'content/site.yaml', 5]],
  )
  assert.deepEqual(shared(site.text('posts/a/index.html')), [['twitter:card', 'summary']])
})

test('a post in letters that the fonts lack has no card, and its file is named', async () => {
  const files = { ...asking, 'content/posts/a.md': post('静かな週') }
  const site = await rendered(files, { painter: satoriPainter })
  assert.deepEqual(cardsOf(site), [])
  const [found] = remarks(site)
  assert.deepEqual([found?.code, found?.file], ['IM109', 'content/posts/a.md'])
  assert.match(found?.message ?? '', /“marginalia” have no “かな週静”/)
})

test('a font that cannot be read costs the cards, not the site', async () => {
  const painter = async (): Promise<CardPainter> => () => async () => ({ problem: 'Bad font' })
  const cache = memoryCache()
  const site = await rendered({ ...asking, 'content/posts/a.md': quiet }, { painter, cache })
  const [found] = remarks(site)
  assert.deepEqual([site.finished, found?.code], [true, 'IM109'])
  const again = counting()
  await rendered({ ...asking, 'content/posts/a.md': quiet }, { painter: again.painter, cache })
  assert.equal(again.painted.length, 1)
})

test('a card is painted once, and again only where its words change', async () => {
  const cache = memoryCache()
  const build = async (text: string, more = '') => {
    const { painter, painted } = counting()
    const site = await rendered(
      {
        'content/site.yaml': `${settings}cards: true\n${more}`,
        'content/posts/a.md': text,
        'content/posts/b.md': post('B').replace('cards-1', 'cards-2'),
      },
      { painter, cache },
    )
    return { painted: painted.length, cards: cardsOf(site) }
  }
  const first = await build(quiet)
  assert.equal(first.painted, 2)
  assert.deepEqual(await build(quiet), { ...first, painted: 0 })
  assert.deepEqual(await build(quiet, 'pageSize: 3\n'), { ...first, painted: 0 })
  const changed = await build(quiet.replace('quiet', 'loud'))
  assert.equal(changed.painted, 1)
  assert.deepEqual(changed.cards.filter((file) => first.cards.includes(file)).length, 1)
  assert.equal([...cache.files.keys()].filter((name) => name.startsWith('card-')).length, 2)
  for (const [name, bytes] of cache.files)
    if (name.startsWith('card-')) cache.files.set(name, Buffer.concat([bytes, Buffer.from('x')]))
  const { painter } = counting()
  const damaged = await rendered(
    { ...asking, 'content/posts/a.md': quiet.replace('quiet', 'loud') },
    { painter, cache },
  )
  assert.throws(() => bytesOf(damaged, cardsOf(damaged)[0] ?? ''), /Build again/)
})

test('two posts that look the same share one card', async () => {
  const same = Buffer.from('the same picture')
  const site = await rendered(
    {
      'content/site.yaml': `${settings}cards: true\npermalink: /:year/:slug/\n`,
      'content/posts/2017/a.md': urgent,
      'content/posts/2018/a.md': urgent
        .replace('cards-1', 'cards-2')
        .replace('date: 2017', 'date: 2018'),
    },
    { painter: async () => () => async () => ({ png: same }) },
  )
  const [card = '', ...others] = cardsOf(site)
  assert.deepEqual(others, [])
  for (const year of [2017, 2018]) assert.ok(site.text(`${year}/a/index.html`).includes(card))
})

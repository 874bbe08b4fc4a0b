import assert from 'node:assert/strict'
import test from 'node:test'
import { codes, rendered } from '../site-from.ts'

const settings = 'title: Margins\nurl: https://example.org/\ndescription: A test.\n'
const post = (title: string, date: string, body = 'Words.', more = ''): string =>
  `---\nid: ${title.toLowerCase().replace(/[^a-z]/g, '')}-id-1\ntitle: ${title}\ndate: ${date}\n${more}---\n\n${body}\n`

test('a post becomes a page at its address, with its note at its foot', async () => {
  const site = await rendered({
    'content/site.yaml': settings,
    'content/posts/krack.md': post('Krack', '2017-10-18', 'The ferry* runs.\n\n*in good weather'),
  })
  assert.deepEqual(codes(site), [])
  const page = site.text('posts/krack/index.html')
  assert.match(page, /<h1[^>]*>Krack<\/h1>/)
  assert.match(
    page,
    /<sup class="note-ref"><a id="fnref-(\w+)-1" href="#fn-\1-1" role="doc-noteref" aria-label="Footnote 1" data-note="1">1<\/a><\/sup>/,
  )
  assert.match(page, /<section class="notes" role="doc-endnotes"/)
  assert.match(page, /in good weather/)
})

test('a root with one post without front matter builds, and each fallback is a warning', async () => {
  const site = await rendered(
    { 'content/posts/first-words.md': '# On locks\n\nWords.\n' },
    { committed: { 'content/posts/first-words.md': '2024-02-03' } },
  )
  assert.equal(site.finished, true)
  assert.match(site.text('posts/first-words/index.html'), /<h1[^>]*>On locks<\/h1>/)
  assert.match(site.text('posts/first-words/index.html'), /datetime="2024-02-03"/)
  assert.ok(site.diagnostics.length >= 2)
  assert.deepEqual([...new Set(site.diagnostics.map((d) => d.severity))], ['warning'])
})

test('drafts, scheduled and expired posts are in no output at all', async () => {
  const files = {
    'content/site.yaml': settings,
    'content/posts/a.md': post('Seen', '2020-01-01'),
    'content/posts/b.md': post('Drafted', '2020-01-02', 'Words.', 'draft: true\ntags: [secret]\n'),
    'content/posts/c.md': post('Scheduled', '2999-01-01'),
    'content/posts/d.md': post('Delayed', '2020-01-02', 'Words.', 'publishAt: 2999-01-01\n'),
    'content/posts/e.md': post('Expired', '2020-01-02', 'Words.', 'expires: 2021-01-01\n'),
  }
  const site = await rendered(files, { now: Date.UTC(2024, 0, 1) })
  for (const path of site.paths())
    assert.doesNotMatch(`${path}\n${site.text(path)}`, /Drafted|Scheduled|Delayed|Expired|secret/)
  const all = await rendered(files, { now: Date.UTC(2024, 0, 1), drafts: true, future: true })
  for (const slug of ['a', 'b', 'c', 'd', 'e']) assert.ok(all.has(`posts/${slug}/index.html`))
})

test('a bare day is due as soon as it begins anywhere', async () => {
  const files = { 'content/site.yaml': settings, 'content/posts/a.md': post('Today', '2024-05-05') }
  const at = async (now: number): Promise<boolean> =>
    (await rendered(files, { now })).has('posts/a/index.html')
  assert.equal(await at(Date.UTC(2024, 4, 4, 9, 59)), false)
  assert.equal(await at(Date.UTC(2024, 4, 4, 10, 0)), true)
})

test('lists are cut into pages, newest first, and posts know their neighbours', async () => {
  const files: Record<string, string> = { 'content/site.yaml': `${settings}pageSize: 2\n` }
  for (let i = 1; i <= 5; i++)
    files[`content/posts/p${i}.md`] = post(`Post${'abcde'[i - 1]}`, `2020-01-0${i}`)
  const site = await rendered(files)
  assert.match(site.text('index.html'), /Poste[\s\S]*Postd/)
  assert.doesNotMatch(site.text('index.html'), /Postc/)
  assert.match(site.text('page/3/index.html'), /Posta/)
  assert.equal(site.has('page/4/index.html'), false)
  const middle = site.text('posts/p3/index.html')
  assert.match(middle, /href="\/posts\/p2\/"/)
  assert.match(middle, /href="\/posts\/p4\/"/)
})

test('tags, archive, sitemap, robots, 404 and redirects are there', async () => {
  const site = await rendered({
    'content/site.yaml': settings,
    'content/pages/about.md': '---\ntitle: About\n---\n\nUs.\n',
    'content/posts/a.md': post(
      'One',
      '2020-01-01',
      'Words.',
      'tags: [Open Source]\naliases: [/old/one/, /older.html]\n',
    ),
  })
  for (const path of [
    'tags/index.html',
    'tags/open-source/index.html',
    'archive/index.html',
    'about/index.html',
    'sitemap.xml',
    'robots.txt',
    '404.html',
    'feed.xml',
    '_redirects',
    '_headers',
    'old/one/index.html',
    'older.html',
  ])
    assert.ok(site.has(path), path)
  assert.match(
    site.text('old/one/index.html'),
    /<link rel="canonical" href="https:\/\/example.org\/posts\/a\/">/,
  )
  assert.match(site.text('_redirects'), /^\/old\/one\/ +\/posts\/a\/ +301$/m)
  assert.match(site.text('sitemap.xml'), /<loc>https:\/\/example.org\/posts\/a\/<\/loc>/)
  assert.doesNotMatch(site.text('sitemap.xml'), /old\/one|404/)
})

test('a permalink pattern and a base path are honoured in every link', async () => {
  const site = await rendered({
    'content/site.yaml':
      'title: M\nurl: https://example.org/blog\ndescription: d\npermalink: /:year/:month/:slug/\n',
    'content/posts/a.md': post('One', '2020-01-31', '[two](b.md#there) and [root](/archive/)'),
    'content/posts/b.md': post('Two', '2020-02-01', '## There\n\nWords.'),
  })
  const page = site.text('2020/01/a/index.html')
  assert.match(page, /href="\/blog\/2020\/02\/b\/#there"/)
  assert.match(page, /href="\/blog\/archive\/"/)
  assert.doesNotMatch(page, /(?:href|src)="\/(?!blog\/)/)
})

test('two owners of one address: both are named, and nothing is planned', async () => {
  const site = await rendered({
    'content/site.yaml': settings,
    'content/posts/a.md': post('One', '2020-01-01', 'Words.', 'slug: same\n'),
    'content/posts/b.md': post('Two', '2020-01-02', 'Words.', 'slug: same\n'),
  })
  assert.equal(site.finished, false)
  const collision = site.diagnostics.find((d) => /posts\/same\/index\.html/.test(d.message))
  assert.match(JSON.stringify(collision), /content\/posts\/a\.md/)
  assert.match(JSON.stringify(collision), /content\/posts\/b\.md/)
})

test('a post that cannot be rendered stops the build, unless it is told to keep going', async () => {
  const files = {
    'content/site.yaml': settings,
    'content/posts/a.md': post('One', '2020-01-01'),
    'content/posts/b.md': '---\ntitle: [\n---\nBody.\n',
    'content/posts/c.md': post('Three', '2020-01-03', 'Missing[^x].'),
  }
  const stopped = await rendered(files)
  assert.equal(stopped.finished, false)
  assert.deepEqual(
    stopped.diagnostics
      .filter((d) => d.severity === 'error')
      .map((d) => d.file)
      .sort(),
    ['content/posts/b.md', 'content/posts/c.md'],
    'everything is still read and reported',
  )
  const going = await rendered(files, { keepGoing: true })
  assert.equal(going.finished, true)
  assert.ok(going.has('posts/a/index.html') && going.has('posts/c/index.html'))
  assert.equal(going.has('posts/b/index.html'), false)
})

test('a picture beside a post is copied, with its size in the page; one of a draft is not', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAEklEQVR4nGP4z8DwHwyBNAMDACzuA/1Y1VqUAAAAAElFTkSuQmCC',
    'base64',
  )
  const site = await rendered({
    'content/site.yaml': settings,
    'content/posts/a.md': post('One', '2020-01-01', '![A door](img/door.png)\n\nWords.'),
    'content/posts/b.md': post('Two', '2020-01-02', '![A key](img/key.png)', 'draft: true\n'),
    'content/posts/img/door.png': png,
    'content/posts/img/key.png': png,
  })
  assert.deepEqual(codes(site), [])
  assert.match(
    site.text('posts/a/index.html'),
    /<img src="\/posts\/img\/door.png" alt="A door" width="2" height="3"/,
  )
  assert.ok(site.has('posts/img/door.png'))
  assert.equal(site.has('posts/img/key.png'), false)
})

test('links and pictures that lead nowhere are told of, with the nearest name', async () => {
  const site = await rendered({
    'content/site.yaml': settings,
    'content/posts/a.md': post(
      'One',
      '2020-01-01',
      '[x](tow.md) ![y](nope.png) ![z](https://tracker.example/p.gif)',
    ),
    'content/posts/two.md': post('Two', '2020-01-02'),
  })
  assert.deepEqual(codes(site), ['IM101', 'IM103', 'LK101'])
  assert.match(site.diagnostics.find((d) => d.code === 'LK101')?.hint ?? '', /two\.md/)
  assert.doesNotMatch(site.text('posts/a/index.html'), /src="[^"]*tracker/)
})

test('public files are copied as they are', async () => {
  const site = await rendered({
    'content/site.yaml': settings,
    'content/posts/a.md': post('One', '2020-01-01'),
    'public/favicon.svg': '<svg/>',
    'public/.well-known/x': 'y',
  })
  assert.ok(site.has('favicon.svg'))
  assert.ok(site.has('.well-known/x'))
})

test('the order of the files on disk changes nothing', async () => {
  const files = {
    'content/site.yaml': settings,
    'content/posts/a.md': post('One', '2020-01-01', 'a', 'tags: [x, y]\n'),
    'content/posts/b.md': post('Two', '2020-01-01', 'b', 'tags: [y]\n'),
    'content/pages/c.md': '---\ntitle: C\n---\n\nc\n',
  }
  const forward = await rendered(files)
  const backward = await rendered(Object.fromEntries(Object.entries(files).reverse()))
  assert.deepEqual(
    forward.paths().map((path) => [path, forward.text(path)]),
    backward.paths().map((path) => [path, backward.text(path)]),
  )
})

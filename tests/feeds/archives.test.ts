import assert from 'node:assert/strict'
import test from 'node:test'
import { fitting, largestEntry, runsThatFit } from '../../src/feeds/size.ts'
import { outputOf, type Spec } from './fixture.ts'
import { atomEntries, attributeOf, jsonItems, rssItems, textOf } from './read-feed.ts'

/** So many posts a year, newest first, the last year first. */
function postsOf(years: readonly number[], perYear: number, html?: string): Spec[] {
  return years.flatMap((year) =>
    Array.from({ length: perYear }, (_, index) => ({
      slug: `p${year}-${index}`,
      date: `${year}-05-${String(28 - index).padStart(2, '0')}`,
      ...(html === undefined ? {} : { html }),
    })),
  )
}

function link(xml: string, rel: string): string {
  return attributeOf(xml, new RegExp(`<(?:atom:)?link rel="${rel}"[^>]*>`), 'href')
}

test('a site that fits into one feed has no archives', () => {
  const output = outputOf(postsOf([2017], 20))
  assert.deepEqual(
    output.paths.filter((path) => path.startsWith('feeds/')),
    [],
  )
  assert.equal(link(output.text('feed.xml'), 'prev-archive'), '')
})

test('every post beyond the main feed is in the chain of archives', () => {
  const specs = postsOf([2017, 2016, 2015], 15)
  const output = outputOf(specs)
  const found = new Set(rssItems(output.text('feed.xml')).map((item) => item.link))
  const seen: string[] = []
  let next = link(output.text('feed.xml'), 'prev-archive')
  assert.equal(link(output.text('atom.xml'), 'prev-archive'), next)
  while (next !== '') {
    const text = output.text(next.replace('https://example.org/', ''))
    seen.push(next)
    assert.match(text, /<fh:archive\/>/)
    assert.equal(link(text, 'current'), 'https://example.org/feed.xml')
    assert.equal(link(text, 'self'), next)
    assert.equal(link(text, 'next-archive'), seen.at(-2) ?? '')
    for (const item of rssItems(text)) found.add(item.link)
    next = link(text, 'prev-archive')
  }
  // Of 2017 the main feed holds all.
  assert.deepEqual(seen, [
    'https://example.org/feeds/2016.xml',
    'https://example.org/feeds/2015.xml',
  ])
  assert.equal(found.size, specs.length)
  assert.doesNotMatch(output.text('feed.xml'), /fh:archive\//)
})

test('a full year is cut from its oldest post on, so that an archive once full stays', () => {
  const html = `<p>${'x'.repeat(100_000)}</p>`
  const specs = postsOf([2016], 12, html)
  const parts = (list: readonly Spec[]): Record<string, string[]> => {
    const output = outputOf(list, { items: 1 })
    return Object.fromEntries(
      output.paths
        .filter((path) => path.startsWith('feeds/'))
        .map((path) => [path, rssItems(output.text(path)).map((item) => item.link)]),
    )
  }
  const before = parts(specs)
  assert.deepEqual(Object.keys(before), ['feeds/2016-3.xml', 'feeds/2016-2.xml', 'feeds/2016.xml'])
  assert.equal(Object.values(before).flat().length, 12)
  const after = parts([{ slug: 'newest', date: '2016-12-31', html }, ...specs])
  assert.deepEqual(after['feeds/2016.xml'], before['feeds/2016.xml'])
  assert.deepEqual(after['feeds/2016-2.xml'], before['feeds/2016-2.xml'])
})

test('a heavy feed leaves out its oldest posts in all formats alike, and says so', () => {
  const specs = postsOf([2017], 10, `<p>${'&lt;'.repeat(20_000)}</p>`)
  const output = outputOf(specs.map((spec) => ({ ...spec, tags: ['t'] })))
  const held = rssItems(output.text('feed.xml')).length
  assert.ok(held > 0 && held < 10)
  assert.equal(atomEntries(output.text('atom.xml')).length, held)
  assert.equal(jsonItems(output.text('feed.json')).length, held)
  const findings = output.diagnostics.filter((each) => each.code === 'FD103')
  assert.deepEqual(
    findings.map(({ severity, message }) => [severity, /^\S+/.exec(message)?.[0]]),
    [
      ['info', '/feed.xml'],
      ['info', '/tags/t/feed.xml'],
    ],
  )
  assert.match(findings[0]?.message ?? '', new RegExp(`${held} newest of 10`))
})

test('a post that is too long for any feed is there with its summary and a link', () => {
  const output = outputOf([
    { slug: 'long', title: 'Long', summary: 'Short words.', html: `<p>${'x'.repeat(600_000)}</p>` },
    { slug: 'other' },
  ])
  const [item, other] = rssItems(output.text('feed.xml'))
  assert.equal(
    item?.html,
    '<p>Short words.</p><p><a href="https://example.org/posts/long/">Long</a></p>',
  )
  assert.equal(other?.html, '<p>Words.</p>')
  const finding = output.diagnostics.find((each) => each.code === 'FD104')
  assert.equal(finding?.file, 'content/posts/long.md')
  assert.match(finding?.message ?? '', /586 KiB|587 KiB/)
})

test('posts that a preview shows early are in no feed', () => {
  const output = outputOf([
    { slug: 'secret', held: 'draft', tags: ['hidden'], id: undefined },
    { slug: 'seen' },
  ])
  for (const path of output.paths.filter((each) => !each.startsWith('sitemap')))
    assert.doesNotMatch(output.text(path), /secret/)
  assert.deepEqual(rssItems(output.text('tags/hidden/feed.xml')), [])
  assert.deepEqual(output.diagnostics, [])
})

test('a site without posts has feeds without entries', () => {
  const output = outputOf([])
  assert.equal(textOf(output.text('feed.xml'), 'lastBuildDate'), '')
  assert.equal(textOf(output.text('atom.xml'), 'updated'), '1970-01-01T00:00:00Z')
  assert.deepEqual(jsonItems(output.text('feed.json')), [])
})

test('runs hold everything in order, at least one a run', () => {
  const half = largestEntry / 2
  assert.equal(fitting([half, half, 1]), 2)
  assert.equal(fitting([largestEntry + 1, 1]), 1)
  assert.equal(fitting([]), 0)
  assert.deepEqual(
    runsThatFit([largestEntry + 1, half, half, half], (size) => size),
    [[largestEntry + 1], [half, half], [half]],
  )
})

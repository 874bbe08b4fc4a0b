import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sourcePath } from '../../src/model/paths.ts'
import { linksInHtml } from '../../src/semantics/html-links.ts'

const at = (line: number, column: number) => ({
  start: { line, column },
  end: { line, column: column + 1 },
})
const source = sourcePath('content/posts/a.md')
const linksOf = (value: string) =>
  linksInHtml({ type: 'html', value, position: at(3, 5) }, source).map(
    ({ kind, url, place }) => `${kind} ${url} ${place?.start.line}:${place?.start.column}`,
  )

test('links and pictures of raw HTML are found with their line', () => {
  assert.deepEqual(linksOf('<A HREF=b.md>'), ['link b.md 3:5'])
  assert.deepEqual(linksOf('<p>\n  <img alt="x" src=" a.png ">\n<a href="#x"></a>'), [
    'image a.png 4:3',
    'link #x 5:1',
  ])
  assert.deepEqual(linksOf('<a href="?a&amp;b&#x3d;&#49;&nope;&#0;">'), [
    'link ?a&b=1&nope;&#0; 3:5',
  ])
})

test('what shows or links to nothing of the site is none', () => {
  for (const value of [
    '<a name="x">',
    '<img alt="x">',
    '<img src="https://e.org/a.png">',
    '<img src="//e.org/a.png">',
    '<!-- <a href="b.md"> -->',
    '<script><a href="b.md"></script>',
    '</a href="b.md">',
    '<a href="b.md"',
  ])
    assert.deepEqual(linksOf(value), [], value)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rendered } from '../site-from.ts'

const settings = 'title: M\nurl: https://example.org/\ndescription: d\n'
const head = (n: number): string =>
  `---\nid: check-post-${n}\ntitle: Post ${n}\ndate: 2020-01-0${n}\n---\n\n`

test('check finds each planted fault at its place, and nothing else', async () => {
  const site = await rendered(
    {
      'content/site.yaml': settings,
      'content/posts/one.md': `${head(1)}[a](two.md#nope) [b](/posts/tow/) [c](#here)\n\n![](p.svg)\n\n## Here\n\n#### Deep\n`,
      'content/posts/two.md': `${head(2)}[ok](one.md#here) [ok](/tags/) [ok](../one/) [ok](/feed.xml)\n\n## There\n`,
      'content/posts/p.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
      'content/posts/draft.md': `${head(3).replace('title', 'draft: true\ntitle')}Missing[^x].\n`,
    },
    { check: true },
  )
  assert.deepEqual(
    site.diagnostics
      .filter((found) => found.severity !== 'info')
      .map((d) => `${d.file}:${d.place?.start.line}:${d.place?.start.column} ${d.code}`)
      .sort(),
    [
      'content/posts/draft.md:8:8 FN101',
      'content/posts/one.md:13:1 HD101',
      'content/posts/one.md:7:1 LK102',
      'content/posts/one.md:7:18 LK101',
      'content/posts/one.md:9:1 IM102',
    ],
  )
  const hints = site.diagnostics.map((found) => found.hint ?? '')
  assert.ok(hints.some((hint) => /\/posts\/two\//.test(hint)))
  assert.ok(hints.some((hint) => /### Deep/.test(hint)))
})

test('a build says nothing of drafts, nor of what only check looks at', async () => {
  const site = await rendered({
    'content/site.yaml': settings,
    'content/posts/one.md': `${head(1)}[b](/posts/tow/)\n`,
    'content/posts/draft.md': `${head(3).replace('title', 'draft: true\ntitle')}Missing[^x].\n`,
  })
  assert.deepEqual(site.diagnostics, [])
})

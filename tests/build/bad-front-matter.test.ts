import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { rendered } from '../site-from.ts'

const { cases }: { cases: readonly { readonly raw: string; readonly want: string }[] } = JSON.parse(
  readFileSync(new URL('../data/own-bad-front-matter.json', import.meta.url), 'utf8'),
)

for (const { raw, want } of cases)
  test(`front matter that is refused, in its place, each time: ${JSON.stringify(raw).slice(0, 60)}`, async () => {
    const files = {
      'content/site.yaml': 'title: Margins\nurl: https://example.org/\ndescription: A test.\n',
      'content/posts/bad.md': raw,
    }
    for (let time = 0; time < 2; time++) {
      const { diagnostics } = await rendered(files)
      const first = diagnostics.find(({ severity }) => severity === 'error')
      const start = first?.place?.start
      assert.equal(`${first?.code} ${start?.line}:${start?.column}`, want)
      assert.equal(first?.file, 'content/posts/bad.md')
    }
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false)
  })

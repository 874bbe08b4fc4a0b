import assert from 'node:assert/strict'
import { test } from 'node:test'
import { satteriReader } from '../../src/io/satteri-reader.ts'
import type { QuickReader } from '../../src/model/quick-reader.ts'
import { type RenderedFiles, rendered } from '../site-from.ts'
import { splicedDocument } from '../syntax/accelerator/spliced-document.ts'

const settings = 'title: T\nurl: https://example.org/\ntheme: plain\n'

/** Posts of a site, of which some can be read by both parsers. */
function site(posts: number): Record<string, string> {
  const files: Record<string, string> = { 'content/site.yaml': settings }
  for (let number = 0; number < posts; number++)
    files[`content/posts/p${number}.md`] =
      `---\ntitle: P ${number}\ndate: 2025-01-01\n---\n\nWords[^a] and *more*, see [there](p0.md).\n\n[^a]: A note.\n\n${number % 2 ? splicedDocument(number) : ''}`
  return files
}

/** All that a build comes to. */
const outcome = (site: RenderedFiles): unknown => ({
  files: site.paths().map((path) => [path, site.text(path)]),
  diagnostics: site.diagnostics,
})

test('a site and its findings are the same with the quicker parser and without', async (t) => {
  const reader = await satteriReader()
  if (!reader) return t.skip('satteri is not installed, or does not run on this machine')
  let asked = 0
  const quick: QuickReader = (text) => {
    asked++
    return reader(text)
  }
  const options = { keepGoing: true, check: true }
  const files = site(24)
  const without = await rendered(files, options)
  const withIt = await rendered(files, { ...options, quickReader: async () => quick })
  assert.ok(asked >= 12)
  assert.ok(without.diagnostics.length > 0)
  assert.deepEqual(outcome(withIt), outcome(without))
})

test('for a few posts it is not loaded, and where it does not load all is as without it', async () => {
  let loaded = 0
  const quickReader = async (): Promise<undefined> => {
    loaded++
    return undefined
  }
  await rendered(site(4), { quickReader })
  assert.equal(loaded, 0)
  const options = { keepGoing: true }
  const many = await rendered(site(12), { ...options, quickReader })
  assert.equal(loaded, 1)
  assert.deepEqual(outcome(many), outcome(await rendered(site(12), options)))
})

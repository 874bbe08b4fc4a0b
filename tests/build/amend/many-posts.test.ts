import assert from 'node:assert/strict'
import test from 'node:test'
import { manyTexts } from '../../../src/build/compile-essays.ts'
import { type AmendedSite, amendedSite, forest, pathOf, postText } from './amended-site.ts'

/** So many posts that texts are kept open for what the site says: see `answeredText`. */
function manyPosts(): Record<string, string> {
  const others = Array.from({ length: manyTexts }, (_, i) => [
    `content/posts/other-${i}.md`,
    postText(`other-${i}`, -400 - i, { body: `Of [elm](elm.md) and number ${i}.` }),
  ])
  return { ...forest(), ...Object.fromEntries(others) }
}

const appended = (name: Parameters<typeof pathOf>[0]) => (site: AmendedSite) =>
  site.put(pathOf(name), `${site.files[pathOf(name)]}\nMore of it.\n`)

test('what a site says to many posts is filled in anew wherever it changes', async () => {
  const site = amendedSite(manyPosts())
  assert.deepEqual(await site.differences(await site.build()), [])
  for (const [what, change, isAmended] of [
    ['words of a post that links', appended('elm'), true],
    ['words of it once more', appended('elm'), true],
    [
      'the address of a post that others link to',
      ({ put }) => put(pathOf('ash'), postText('ash', -12, { more: 'slug: ashes\n' })),
      false,
    ],
    ['words of a post whose link leads elsewhere now', appended('elm'), true],
    [
      'the size of a picture',
      ({ put, files }) =>
        put(
          'content/posts/wood.svg',
          (files['content/posts/wood.svg'] ?? '').replace('width="2"', 'width="4"'),
        ),
      false,
    ],
    ['words of a post whose picture is wider now', appended('elm'), true],
    [
      'raw HTML with a picture of its own size',
      ({ put }) =>
        put(
          pathOf('elm'),
          postText('elm', 0, {
            body: '<img src="wood.svg" alt="w" width="9"> <a href="ash.md">ash</a>',
          }),
        ),
      false,
    ],
    [
      'the address of that post',
      ({ put }) => put(pathOf('ash'), postText('ash', -12, { more: 'slug: ash-trees\n' })),
      false,
    ],
    ['a post that is gone', (each) => void delete each.files[pathOf('ash')], false],
  ] satisfies [string, (each: AmendedSite) => void, boolean][]) {
    change(site)
    const result = await site.build()
    assert.deepEqual(await site.differences(result), [], what)
    assert.equal(site.wasAmended(), isAmended, what)
  }
})

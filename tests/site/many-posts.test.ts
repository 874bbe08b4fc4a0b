import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Essay } from '../../src/model/essay.ts'
import { sourcePath } from '../../src/model/paths.ts'
import type { Settings } from '../../src/model/settings.ts'
import { assembleSite } from '../../src/site/assemble.ts'
import { rendered } from '../site-from.ts'

const count = 5000
const topics = 300

/** Many essays from one: only what the site is put together from is different. */
async function manyEssays(): Promise<{ settings: Settings; essays: readonly Essay[] }> {
  const { site } = await rendered({
    'content/posts/one.md':
      '---\nid: many-one\ntitle: One\ndate: 2020-01-01\nsummary: A summary of the one.\n---\n\nWords.\n',
  })
  const one = site?.posts[0]?.essay
  if (!site || !one) assert.fail('no post')
  const { date } = one
  const essays = Array.from({ length: count }, (_, i): Essay => {
    const month = String(1 + (i % 12)).padStart(2, '0')
    const text = `${2000 + (i % 20)}-${month}-01`
    const tags = [`Topic ${i % topics}`, `topic ${(i * 7) % topics}`]
    return {
      ...one,
      source: sourcePath(`content/posts/${i}.md`),
      slug: `post-${i}`,
      title: `Post ${i}`,
      summary: `On thing ${i % 97} and thing ${i % 89}.`,
      date: date && { ...date, text, day: text, instant: Date.parse(text) },
      front: { ...one.front, id: `many-${i}`, tags },
    }
  })
  return { settings: site.settings, essays }
}

test('five thousand posts with three hundred tags have their places, and each leads to its neighbours', async () => {
  const { settings, essays } = await manyEssays()
  const options = { now: Date.UTC(2030, 0), drafts: false, future: false }
  const { posts, tags, routes } = assembleSite(essays, settings, options)
  assert.equal(posts.length, count)
  // A tag is one, whether or not it is written with a capital letter.
  assert.equal(tags.length, topics)
  assert.equal(routes.filter(({ kind }) => kind === 'home').length, count / settings.pageSize)
  assert.equal(new Set(routes.map(({ path }) => path)).size, routes.length)
  for (const [index, { newer, older, essay }] of posts.entries()) {
    assert.equal(newer?.route, posts[index - 1]?.route)
    assert.equal(older?.route, posts[index + 1]?.route)
    const before = posts[index - 1]?.essay.date?.day ?? '9999'
    assert.ok(before >= (essay.date?.day ?? ''))
  }
  for (const tag of tags) {
    const days = tag.posts.map(({ essay }) => essay.date?.day ?? '')
    assert.deepEqual(days, days.toSorted().reverse())
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertWellFormed } from '../feeds/xmllint.ts'
import { checkOutput } from '../hostile-output.ts'
import { postOf, settingsWith, siteOf, themes, vectors } from '../hostile-posts.ts'
import { type RenderedFiles, rendered } from '../site-from.ts'

const metadata = vectors.filter(({ context }) => context.startsWith('frontmatter:'))
const bodies = vectors.filter(({ context }) => !context.startsWith('frontmatter:'))

function checkFeeds(site: RenderedFiles): void {
  for (const path of site.paths()) if (path.endsWith('.xml')) assertWellFormed(site.text(path))
}

for (const theme of themes) {
  test(`${theme}: no attack on a post gets into a page, a feed or a file of the host`, async () => {
    const site = await rendered(siteOf(bodies, theme), { keepGoing: true })
    assert.equal(site.finished, true)
    const published = bodies.filter(({ id }) => site.has(`posts/${id.toLowerCase()}/index.html`))
    assert.ok(published.length > bodies.length / 2)
    checkOutput(site)
    checkFeeds(site)
  })

  test(`${theme}: nor does one on its front matter`, async () => {
    const ends = { refused: 0, harmless: 0 }
    for (const vector of metadata) {
      const files = {
        'content/site.yaml': settingsWith(theme),
        'content/posts/good.md':
          '---\nid: good-post-1\ntitle: Good\ndate: 2020-01-02\n---\n\nWords.\n',
        'content/posts/hostile.md': postOf(vector),
      }
      const site = await rendered(files, { keepGoing: true })
      if (site.failed.length > 0) {
        ends.refused++
        assert.ok(
          site.diagnostics.some(({ severity }) => severity === 'error'),
          vector.id,
        )
      } else ends.harmless++
      assert.equal(site.finished, true, `${vector.id}: ${site.diagnostics[0]?.message}`)
      assert.ok(site.has('posts/good/index.html'))
      checkOutput(site)
      checkFeeds(site)
    }
    assert.ok(ends.harmless > 0 && ends.refused > 0, JSON.stringify(ends))
  })
}

test('what a vector says must be kept is on the page of its post', async () => {
  const site = await rendered(siteOf(bodies, 'plain'), { keepGoing: true })
  const kept = bodies.filter(
    ({ id, keep }) => keep && site.has(`posts/${id.toLowerCase()}/index.html`),
  )
  assert.ok(kept.length > 15)
  for (const { id, keep = '' } of kept)
    assert.ok(
      site
        .text(`posts/${id.toLowerCase()}/index.html`)
        .replace(/<[^>]*>/g, '')
        .includes(keep.replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
      id,
    )
})

test('the settings of the site are no way in either', async () => {
  const attacks = [
    '</title><script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    'a]]>b',
    'x\u2028y',
  ]
  for (const attack of attacks) {
    const value = JSON.stringify(attack)
    const site = await rendered({
      'content/site.yaml': `title: ${value}\ndescription: ${value}\nurl: https://example.org/\nauthors: [${value}]\nlicense: ${value}\nnav:\n  - title: ${value}\n    href: /about/\n`,
      'content/posts/a.md': '---\nid: good-post-1\ntitle: Good\ndate: 2020-01-02\n---\n\nWords.\n',
    })
    if (!site.finished) continue
    checkOutput(site)
    checkFeeds(site)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everything, howMany, spread } from '../faults/how-many.ts'
import { hostileBodies } from '../hostile-bodies.ts'
import { checkOutput } from '../hostile-output.ts'
import { settingsWith, themes } from '../hostile-posts.ts'
import { rendered } from '../site-from.ts'

const all = [...hostileBodies()]
const bodies = spread(all, howMany(450, all.length))
const perSite = 150

/** A post with the attack in its text and in a note, and words behind it that no attack may swallow. */
const postWith = (id: string, body: string): string =>
  `---\nid: hostile-${id}\ntitle: ${id}\ndate: 2020-01-01\n---\n\n${body}\n\nEnd of ${id}.[^zz]\n\n[^zz]: ${body.replaceAll('\n', '\n    ')}\n`

for (const theme of everything ? themes : themes.slice(-1))
  test(`${theme}: no address in any place, and no odd markup, gets into a page or a feed`, {
    timeout: 300_000,
  }, async (t) => {
    const left: string[] = []
    for (let i = 0; i < bodies.length; i += perSite) {
      const some = bodies.slice(i, i + perSite)
      const posts = some.map(([id, body]) => [`content/posts/${id}.md`, postWith(id, body)])
      const files = { 'content/site.yaml': settingsWith(theme), ...Object.fromEntries(posts) }
      const site = await rendered(files, { keepGoing: true })
      assert.equal(
        site.finished,
        true,
        site.diagnostics.find(({ code }) => /TH|FS/.test(code))?.message,
      )
      checkOutput(site)
      for (const [id] of some) {
        const page = `posts/${id}/index.html`
        if (!site.has(page)) left.push(id)
        else assert.ok(site.text(page).includes(`End of ${id}.`), `${id} swallows what follows`)
      }
    }
    // Control characters are refused before anything is parsed.
    assert.ok(left.length < 10, left.join())
    t.diagnostic(`${bodies.length} posts, ${left.length} of them refused`)
  })

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkOutput } from '../hostile-output.ts'
import { themes, vectors } from '../hostile-posts.ts'
import { type RenderedFiles, rendered } from '../site-from.ts'
import { document } from '../syntax/random-document.ts'

/** Documents in all; `npm run fuzz -- 100000` asks for more. */
const count = Number(process.env.IBID_FUZZ ?? 200)
const perSite = 50

const attack = fc.constantFrom(
  ...vectors.filter(({ context }) => /^(?:body|feed)$/.test(context)).map(({ md }) => md),
)
const html = fc
  .array(
    fc.constantFrom(
      ...[
        '<div>',
        '</div>',
        '<p>',
        '<a href="#x">',
        '</a>',
        '<table><tr><td>',
        '</table>',
        '<!--',
        '-->',
        '<b',
        '>',
      ],
      ...[
        '<img src=x onerror=alert(1)>',
        '<script>',
        '</script>',
        '<svg>',
        '<style>',
        '<math>',
        '<details open>',
      ],
      ...[
        '<template>',
        '<li>',
        '<h2 id=a>',
        '<summary>',
        '&lt;',
        '&#x0;',
        '<![CDATA[',
        ']]>',
        '<?x',
        '\n\n',
        'w',
      ],
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))
const signs = fc
  .array(
    fc.constantFrom(...'*_[]()^:!|`~#>-+=<&\\"\' \n\t{}$@/0a.é\u0301\u00a0\u200d\u{1f469}\u202e\r'),
    { maxLength: 80 },
  )
  .map((all) => all.join(''))
const anything = fc.string({ unit: 'binary', maxLength: 60 })

/** Any body of a post: well made, hostile, or noise, and mixtures. */
const body = fc
  .array(fc.oneof({ weight: 4, arbitrary: document }, attack, html, signs, anything), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join('\n\n'))

const value = fc.oneof(
  fc.constantFrom('x', '</title><script>', '"', "'", ']]>', '..', 'a/b', '%00', 'İ'),
  signs,
  anything,
)
const keys = fc.dictionary(
  fc.constantFrom(
    'title',
    'subtitle',
    'pullquote',
    'summary',
    'tags',
    'slug',
    'lang',
    'license',
    'canonical',
    'robots',
  ),
  value,
  { maxKeys: 4 },
)

/** Any post. */
const post = fc.tuple(keys, body, fc.nat(27)).map(([front, text, day]) => {
  const lines = Object.entries(front).map(([key, each]) => `${key}: ${JSON.stringify(each)}\n`)
  return `---\nid: ID\ndate: 2020-01-${String(day + 1).padStart(2, '0')}\n${lines.join('')}---\n\n${text}\n`
})

function filesOf(posts: readonly string[], theme: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {
    'content/site.yaml': `title: Fuzz\nurl: https://example.org/\ndescription: A test.\ntheme: ${theme}\n`,
  }
  for (const [i, text] of posts.entries())
    files[`content/posts/p${i}.md`] = text
      .replace('id: ID', `id: fuzzed-post-${i}`)
      // Two posts on one address would bar the whole site.
      .replace(/^slug: "/m, `slug: "p${i}-`)
  return files
}

/** Fails where a file is no well-formed XML, by libxml2's judgement; all of a site at once. */
function checkXml(site: RenderedFiles): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'ibid-fuzz-'))
  try {
    const files = site.paths().filter((file) => file.endsWith('.xml'))
    for (const [i, file] of files.entries())
      writeFileSync(path.join(folder, `${i}.xml`), site.text(file))
    const { status, stderr, error } = spawnSync(
      'xmllint',
      ['--noout', '--huge', ...files.map((_, i) => `${i}.xml`)],
      { cwd: folder, encoding: 'utf8' },
    )
    assert.equal(error, undefined, 'This test needs xmllint: run `apt-get install libxml2-utils`.')
    assert.equal(status, 0, stderr)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('no text makes the engine throw, or a page or feed that is not safe', {
  timeout: 24 * 3_600_000,
}, async (t) => {
  const done = { documents: 0, published: 0, files: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.array(post, { minLength: Math.min(perSite, count), maxLength: perSite }),
      fc.constantFrom(...themes),
      async (posts, theme) => {
        const site = await rendered(filesOf(posts, theme), { keepGoing: true })
        done.documents += posts.length
        // Two posts on one address bar the whole site, which is right.
        if (!site.finished) {
          assert.ok(site.diagnostics.some(({ severity }) => severity === 'error'))
          return
        }
        done.published += site.site?.posts.length ?? 0
        done.files += checkOutput(site)
        checkXml(site)
      },
    ),
    {
      numRuns: Math.ceil(count / perSite),
      ...(process.env.IBID_SEED ? { seed: Number(process.env.IBID_SEED) } : {}),
    },
  )
  t.diagnostic(
    `${done.documents} documents, ${done.published} of them published, in ${done.files} files`,
  )
  assert.ok(done.published > done.documents / 10)
})

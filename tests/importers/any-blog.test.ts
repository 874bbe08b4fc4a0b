import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { importHugo } from '../../src/importers/hugo/import-hugo.ts'
import { importJekyll } from '../../src/importers/jekyll/import-jekyll.ts'
import { sourcePath } from '../../src/model/paths.ts'
import { readFrontMatter } from '../../src/schema/front-matter.ts'
import { splitFrontMatter } from '../../src/syntax/front-matter.ts'
import { spentSince } from '../processor-time.ts'
import { gather } from './gather.ts'

const signs = fc.constantFrom(
  ...'---\n|+++\n|{\n|}\n|title: |title = |"|\'|: |- |[|]|{{< |{{% | >}}| %}}|{{</* | */>}}|{% |%}|{{|}}|raw|endraw|highlight go|/highlight|endhighlight|comment|endcomment|ref "a"|post_url 2020-01-01-a|link a.md|figure src="x"|sidenote|/sidenote|{: |{:toc}|* x\n|*[A]: b\n|$$|`|```\n|~~~\n|<!--more-->|# |{#id}|](|)|[^1]|[^1]: |../|/|a|é|\u202e|\n|\n\n|    |<b>|&|\\|date: 2020-13-45\n|tags: x\n|slug: ../x\n|aliases: [/a, "b?c", ../../etc]\n'.split(
    '|',
  ),
)
const text = fc.array(signs, { maxLength: 40 }).map((parts) => parts.join(''))
const front = fc.constantFrom(
  '---\ntitle: A\n---\n',
  '+++\ntitle = "A"\n+++\n',
  '---\ntitle: A\nslug: "../../x"\nurl: //evil.example/..\npermalink: /../../:title\n---\n',
  '',
)

/** Whether every text has front matter that Ibid reads without a complaint, and lies where it may. */
function assertSound(texts: Readonly<Record<string, string>>): void {
  for (const [path, whole] of Object.entries(texts)) {
    assert.match(sourcePath(path), /^content\/(?:posts|pages)\/.+\.md$/)
    const split = splitFrontMatter(path, whole)
    assert.deepEqual([...split.diagnostics, ...readFrontMatter(path, split).diagnostics], [], whole)
  }
}

for (const [name, importer, file] of [
  ['Hugo', importHugo, 'content/posts/2020-01-01-a.md'],
  ['Jekyll', importJekyll, '_posts/2020-01-01-a.md'],
] as const)
  test(`whatever a post of ${name} holds, it is imported with sound front matter or told of`, async () => {
    await fc.assert(
      fc.asyncProperty(front, text, text, async (head, body, config) => {
        const { texts, problems } = await gather(importer, {
          [file]: head + body,
          'hugo.yaml': config,
          '_config.yml': config,
        })
        assertSound(texts)
        const lost = problems.some((problem) => problem.file === file && problem.unread)
        assert.ok(Object.keys(texts).length === 1 || lost, JSON.stringify(problems))
      }),
      { numRuns: 300 },
    )
  })

const plain = fc
  .array(
    fc.constantFrom(
      'A lock',
      ' is',
      ' a *promise*',
      '[^1]',
      '[^long]',
      '.\n\n',
      ' `code`',
      '\n',
      ' on "it"',
      ' 5 < 6',
      ' word*',
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((parts) =>
    `${parts.join('').trim()}\n\n[^1]: One.\n[^long]: Two.\n\n    Three.\n\n* A star.`.trimStart(),
  )

test('Markdown without anything of another engine’s stays what it is, letter by letter', async () => {
  await fc.assert(
    fc.asyncProperty(plain, async (body) => {
      const hugo = await gather(importHugo, {
        'content/posts/a.md': `---\ntitle: A\n---\n${body}\n`,
      })
      const jekyll = await gather(importJekyll, {
        '_posts/2020-01-01-a.md': `---\ntitle: A\n---\n${body.replaceAll('\n', '\r\n')}\r\n`,
      })
      for (const { texts } of [hugo, jekyll])
        assert.equal(texts['content/posts/a.md']?.split('---\n\n')[1], `${body}\n`)
    }),
    { numRuns: 100 },
  )
})

test('a hostile text takes no more than a moment', async () => {
  const many = (part: string, length = 400_000) => part.repeat(Math.floor(length / part.length))
  const bodies = [
    '{{< a "',
    '{{<',
    '{% raw %}',
    '{% a',
    '{{ ',
    '{:',
    '*[a',
    '$$a',
    '](',
    '`',
    '{{< x >}}',
    '{% x %}',
    '{::comment}',
    '[a]: ',
  ].map((part) => many(part))
  for (const body of bodies) {
    const begin = process.cpuUsage()
    await gather(importHugo, { 'content/posts/a.md': `---\ntitle: A\n---\n${body}` })
    await gather(importJekyll, { '_posts/2020-01-01-a.md': `---\ntitle: A\n---\n${body}` })
    const spent = spentSince(begin)
    assert.ok(spent < 8000, `${body.slice(0, 12)} took ${spent} ms`)
  }
})

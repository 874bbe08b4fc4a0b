import assert from 'node:assert/strict'
import test from 'node:test'
import { importHugo } from '../../../src/importers/hugo/import-hugo.ts'
import { sourcePath } from '../../../src/model/paths.ts'
import { buildImported } from '../build-imported.ts'
import { gather } from '../gather.ts'

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>A</title></svg>'

const blog = {
  'hugo.toml': `baseURL = "https://old.example.net/"
title = "Old notes"
languageCode = "en-GB"
timeZone = "Europe/Berlin"
[params]
description = "About locks."
author = "Ada Lovelace"
[permalinks]
posts = "/:year/:month/:slug/"
[languages.en]
weight = 1
[languages.de]
weight = 2
[[menus.main]]
name = "About"
url = "/about/"
weight = 2
[[menus.main]]
name = "Posts"
pageRef = "/posts"
weight = 1
`,
  'content/_index.md': '---\ntitle: Home\n---\n',
  'content/about.md': '---\ntitle: About\n---\n\nWe write about [locks](posts/on-locks.md).\n',
  'content/posts/_index.md': '---\ntitle: Posts\n---\nAll of them.\n',
  'content/posts/on-locks.md': `+++
title = "On locks: a start"
date = 2017-10-17T09:30:00+02:00
lastmod = 2018-02-01
tags = ["locks", "Keys"]
categories = ["Locks", "Essay"]
weight = 3
aliases = ["/first/on-locks/"]
series = ["Locks"]
series_order = 2
[params]
subtitle = "And on keys"
+++
A lock[^1] is a promise[^long]. See [the other]({{< ref "b" >}}#top), [the same]({{< relref "/posts/b/" >}}) and {{< ref "nowhere.md" >}}.

<!--more-->

{{< figure src="/images/lock.svg" alt="A lock" caption="The *brass* lock" >}}

## Parts {#the-parts}

[Parts](#the-parts) show \`{{< figure >}}\`.

\`\`\`go {linenos=table,hl_lines=["2-3"]}
{{</* highlight */>}}
{{< figure >}}
b()
\`\`\`

{{< highlight sh "linenos=table" >}}
echo "{{< x >}}" \`\`\`
{{< /highlight >}}

{{% youtube abc-123 %}} {{<notice warning>}}Careful{{</notice>}}

{{< details summary="More" >}}
Inside[^long].
{{< /details >}}

A word{{< sidenote >}}a *note* here{{< /sidenote >}}.

[^1]: The first note.
[^long]: Two paragraphs.

    The second one, with [b](b/index.md).
`,
  'content/posts/b/index.md':
    '---\ntitle: "1984"\ndate: 2018-01-02 09:30\nimage: cover.svg\n---\n\n![A drawing](cover.svg) and [a](../on-locks.md)\n',
  'content/posts/b/cover.svg': drawing,
  'content/posts/b/aside.md': 'Words.',
  'content/posts/on-locks.de.md':
    '---\ntitle: Vom Schloss\ndate: 2017-10-17T09:30:00+02:00\n---\n\nEin Schloss[^1].\n\n[^1]: Anmerkung.\n',
  'content/posts/later.md':
    '{\n "title": "Later {x}",\n "date": "2019-03-04",\n "draft": true,\n "expiryDate": "2030-01-01"\n}\n\nA draft.\n',
  'content/notes/short.md': '---\ntitle: Short\ndate: 2018-05-06\nurl: /short-one/\n---\nShort.\n',
  'static/images/lock.svg': drawing,
  'static/.well-known/keys.txt': 'keys',
  'static/robots.txt': 'User-agent: *',
  'assets/main.scss': 'a{}',
}

test('texts stand where they belong, with the keys that Ibid has', async () => {
  const { texts, copies, settings } = await gather(importHugo, blog)
  assert.deepEqual(Object.keys(texts).sort(), [
    'content/pages/about.md',
    'content/posts/b/index.md',
    'content/posts/later.md',
    'content/posts/notes/short.md',
    'content/posts/on-locks.de.md',
    'content/posts/on-locks.md',
  ])
  assert.deepEqual(copies, {
    'content/posts/b/cover.svg': 'content/posts/b/cover.svg',
    'public/.well-known/keys.txt': 'static/.well-known/keys.txt',
    'public/images/lock.svg': 'static/images/lock.svg',
  })
  assert.deepEqual(settings, {
    title: 'Old notes',
    url: 'https://old.example.net/',
    description: 'About locks.',
    lang: 'en-GB',
    authors: ['Ada Lovelace'],
    permalink: '/:year/:month/:slug/',
    pageSize: undefined,
    nav: [
      { title: 'Posts', href: '/archive/' },
      { title: 'About', href: '/about/' },
    ],
    math: undefined,
  })
  assert.equal(
    texts['content/posts/on-locks.md']?.split('---\n')[1],
    `id: https://old.example.net/2017/10/on-locks-a-start/
title: "On locks: a start"
date: 2017-10-17T09:30:00+02:00
tags:
  - locks
  - Keys
  - Essay
series:
  id: Locks
  part: 2
subtitle: And on keys
slug: on-locks-a-start
updated: 2018-02-01
aliases:
  - /first/on-locks/
x-weight: 3
`,
  )
  assert.match(
    texts['content/posts/b/index.md'] ?? '',
    /^title: "1984"\ndate: 2018-01-02T09:30:00\+01:00$/m,
  )
  assert.match(
    texts['content/posts/b/index.md'] ?? '',
    /^image:\n {2}src: cover\.svg\n {2}alt: "1984"$/m,
  )
  assert.match(
    texts['content/posts/later.md'] ?? '',
    /^title: Later \{x\}\n[\s\S]*draft: true\n[\s\S]*expires: 2030-01-01$/m,
  )
  assert.match(
    texts['content/posts/on-locks.de.md'] ?? '',
    /^lang: de\ntranslationOf: content\/posts\/on-locks\.md$/m,
  )
  assert.match(texts['content/posts/notes/short.md'] ?? '', /^aliases:\n {2}- \/short-one\/$/m)
})

test('shortcodes become Markdown, and what has no form stays in sight', async () => {
  const { texts } = await gather(importHugo, blog)
  assert.equal(
    texts['content/posts/on-locks.md']?.split('---\n')[2],
    `
A lock[^1] is a promise[^long]. See [the other](b/index.md#top), [the same](b/index.md) and nowhere.md.

![A lock](/images/lock.svg "The brass lock")

## Parts

[Parts](#parts) show \`{{< figure >}}\`.

\`\`\`go {2-3}
{{< highlight >}}
{{< figure >}}
b()
\`\`\`

\`\`\`\`sh
echo "{{< x >}}" \`\`\`
\`\`\`\`

[Video on YouTube](https://www.youtube.com/watch?v=abc-123) {{\\<notice warning>}}Careful{{\\</notice>}}

<details><summary>More</summary>

Inside[^long].

</details>

A word^[a *note* here].

[^1]: The first note.
[^long]: Two paragraphs.

    The second one, with [b](b/index.md).
`,
  )
})

test('what was not turned is told of with its place', async () => {
  const { problems } = await gather(importHugo, blog)
  const told = problems.map(
    ({ file, place, message }) =>
      `${file}:${place?.start.line ?? 0}:${place?.start.column ?? 0} ${message}`,
  )
  const has = (pattern: RegExp) =>
    assert.ok(
      told.some((line) => pattern.test(line)),
      `${pattern}\n${told.join('\n')}`,
    )
  has(/^content\/posts\/on-locks\.md:14:114 The post that `ref` names is not there: nowhere\.md/)
  has(/^content\/posts\/on-locks\.md:34:1 The video that `youtube` showed is a link now/)
  has(/^content\/posts\/on-locks\.md:34:25 The shortcode `notice` means nothing here/)
  has(/`weight` means nothing to Ibid and is kept as `x-weight`: here/)
  has(/^content\/posts\/_index\.md:0:0 The words of this list are not taken/)
  has(
    /^content\/posts\/b\/aside\.md:0:0 This text is not taken: it is a text within posts\/b\/index\.md/,
  )
  has(/^static\/robots\.txt:0:0 This file is not taken/)
  has(/^assets\/main\.scss:0:0 assets\/ is not taken \(files: 1\)/)
  has(/\/index\.xml/)
  assert.equal(told.length, 10, told.join('\n'))
})

test('the imported site builds without an error, with its notes, at its addresses', async () => {
  const gathered = await gather(importHugo, blog)
  const site = await buildImported(gathered, blog)
  const errors = site.diagnostics.filter(({ severity }) => severity === 'error')
  assert.deepEqual(
    errors.map(({ message }) => message),
    [],
  )
  const page = site.text('2017/10/on-locks-a-start/index.html')
  assert.deepEqual(
    [...page.matchAll(/<li id="fn-[^"]+" value="(\d)"/g)].map(([, number]) => number),
    ['1', '2', '3'],
  )
  assert.match(page, /The second one, with <a href="\/2018\/01\/1984\/"/)
  assert.match(site.text('first/on-locks/index.html'), /\/2017\/10\/on-locks-a-start\//)
  assert.match(site.text('short-one/index.html'), /\/2018\/05\/short-one\//)
  assert.match(site.text('atom.xml'), /<id>https:\/\/old\.example\.net\/2018\/01\/1984\/<\/id>/)
  assert.match(
    site.text('feed.xml'),
    /<guid isPermaLink="false">https:\/\/old\.example\.net\/2018\/01\/1984\/</,
  )
})

test('what cannot be read is told of, and the rest is imported', async () => {
  const { texts, problems } = await gather(
    importHugo,
    {
      'config.yaml': 'title: [',
      'content/a.md': new Uint8Array([0x61, 0xe9, 0x62]),
      'content/posts/b.md': '---\ntitle: "open\n---\nx\n',
      'content/posts/c.md': '+++\ntitle = \n+++\nx\n',
      'content/posts/d.md': 'Words alone.\n',
    },
    {
      others: [
        {
          path: sourcePath('static/passwd'),
          kind: 'link',
          bytes: 0,
          modified: 0,
          reason: 'it leads out of the site, to /etc/passwd',
        },
        {
          path: sourcePath('content/posts/pipe.md'),
          kind: 'special',
          bytes: 0,
          modified: 0,
          reason: 'it is a pipe (FIFO)',
        },
      ],
    },
  )
  assert.deepEqual(Object.keys(texts), ['content/posts/d.md'])
  assert.deepEqual(
    problems.map(({ file, place, unread }) => [file, place?.start.line, unread]),
    [
      ['config.yaml', 1, true],
      ['content/posts/pipe.md', undefined, true],
      ['content/a.md', 1, true],
      ['content/posts/b.md', 3, true],
      ['content/posts/c.md', 2, true],
      ['static/passwd', undefined, true],
    ],
  )
})

test('a site below a path keeps its links, and a text over a limit is taken as it is', async () => {
  const deep = `${'> '.repeat(200)}deep {{< x >}}\n`
  const { texts, problems } = await gather(importHugo, {
    'hugo.yaml': 'baseURL: https://old.example.net/blog/\n',
    'content/posts/a.md':
      '---\ntitle: A\ndate: 2020-01-01\n---\n[x](/blog/posts/b/) ![y](/blog/y.png)\n',
    'content/posts/deep.md': deep,
  })
  assert.match(texts['content/posts/a.md'] ?? '', /\[x\]\(\/posts\/b\/\) !\[y\]\(\/y\.png\)/)
  assert.match(
    texts['content/posts/a.md'] ?? '',
    /^id: https:\/\/old\.example\.net\/blog\/posts\/a\/$/m,
  )
  assert.ok(texts['content/posts/deep.md']?.endsWith(deep))
  assert.ok(
    problems.some(
      ({ file, message }) => file === 'content/posts/deep.md' && /as it is/.test(message),
    ),
  )
})

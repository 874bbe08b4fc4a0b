import assert from 'node:assert/strict'
import test from 'node:test'
import { importJekyll } from '../../../src/importers/jekyll/import-jekyll.ts'
import { buildImported } from '../build-imported.ts'
import { gather } from '../gather.ts'

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>A</title></svg>'

const blog = {
  '_config.yml': `title: Old notes
description: About locks.
url: https://old.example.net
baseurl: /blog
author:
  name: Ada Lovelace
permalink: /:year/:month/:day/:title/
timezone: Europe/Berlin
plugins: [jekyll-feed]
header_pages: [about.md]
exclude: [drafts-of-mine/, "*.bak"]
collections:
  recipes:
    output: true
defaults:
  - scope: { path: "", type: posts }
    values: { layout: post, math: false, author: Ada Lovelace }
  - scope: { path: _posts/old }
    values: { tags: [old] }
`,
  '_posts/2017-10-17-on-locks.md': `---
layout: post
title: "On locks: a start"
date: 2017-10-17 09:30:00
last_modified_at: 2018-02-01
tags: locks keys
categories: [Essay]
redirect_from: /first/on-locks/
excerpt: A lock is a promise.
image: /assets/lock.svg
comments: true
---
* TOC
{:toc}

A lock[^1] is a promise[^long], kept by TLS. See [the other]({{ site.baseurl }}{% post_url 2018-01-02-b %}#top),
[the same]({% link _posts/2018-01-02-b.md %}) and <a href="{{ site.baseurl }}{% post_url 2018-01-02-b %}">this</a>.
{: .lead}

*[TLS]: Transport Layer Security

<!--more-->

![A lock]({{ site.url }}{{ site.baseurl }}/assets/lock.svg){: width="200" } and ![it]({{ "/assets/lock.svg" | relative_url }})

## Parts {#the-parts}

[Parts](#the-parts) cost $5, and $$a^2$$ less:

$$
b^2
$$

{% highlight ruby linenos %}
puts "{: .x}" \`\`\`
{% endhighlight %}

{% raw %}{{ shown }} and {% endraw %}\`{% raw %}{% include x %}{% endraw %}\`

{% comment %}Not for readers.{% endcomment %}{% include figure.html src="/assets/lock.svg" alt="Lock" caption="Brass" %}

{% include newsletter.html %} {{ page.title }} at {{ site.url }}.

\`\`\`
{: .kept}
\`\`\`

[^1]: The first note.
[^long]: Two paragraphs.

    The second one[^1].
`,
  '_posts/2018-01-02-b.md':
    '---\ntitle: "1984"\npermalink: /b.html\n---\n\nBack to [locks](2017-10-17-on-locks.md).\n',
  'essays/_posts/2019-03-04-On-Keys.markdown':
    '---\ntitle: On keys\npublished: false\n---\nDraft.\n',
  '_drafts/later.md': '---\ntitle: Later\n---\nDraft.\n',
  '_posts/old/2016-01-01-first.md': '---\ntitle: First\ntags: [start]\n---\nFirst.\n',
  '_posts/2015-01-01-in-html.html':
    '---\ntitle: HTML\n---\n<p>One<sup id="fnref1"><a href="#fn1">1</a></sup> <a href="{% post_url 2018-01-02-b %}">b</a>.</p>\n{% highlight sh %}a < b{% endhighlight %}<script>x()</script>\n<ol><li id="fn1">The note. <a href="#fnref1">↩</a></li></ol>\n',
  '_posts/2014-01-01-page.textile': '---\ntitle: Textile\n---\nh1. x\n',
  '_recipes/soup.md': '---\ntitle: Soup\n---\nSoup.\n',
  '_layouts/post.html': '{{ content }}',
  'about.md': '---\ntitle: About\npermalink: /about/\n---\nWe.\n',
  'docs/guide.md': '---\ntitle: Guide\n---\nGuide.\n',
  'index.md': '---\nlayout: home\n---\n',
  'archive.html': '---\nlayout: page\n---\n{% for post in site.posts %}{% endfor %}\n',
  'feed.xml': '---\n---\n<guid>{{ post.url }}</guid>',
  'notes.md': 'No front matter.\n',
  'README.md': 'About the source.\n',
  Gemfile: 'gem "jekyll"',
  'assets/lock.svg': drawing,
  'assets/main.scss': '---\n---\na{}',
  'assets/style.css': '---\n---\na{}',
  CNAME: 'old.example.net\n',
  'robots.txt': 'User-agent: *\n',
  'a.bak': 'x',
  'drafts-of-mine/a.txt': 'x',
  '_site/index.html': '<p>x</p>',
  '.git/config': 'x',
}

test('texts stand where they belong, with the keys that Ibid has', async () => {
  const { texts, copies, settings } = await gather(importJekyll, blog)
  assert.deepEqual(Object.keys(texts).sort(), [
    'content/pages/about.md',
    'content/pages/docs/guide.md',
    'content/posts/On-Keys.md',
    'content/posts/b.md',
    'content/posts/first.md',
    'content/posts/in-html.md',
    'content/posts/later.md',
    'content/posts/on-locks.md',
  ])
  assert.deepEqual(copies, { 'public/CNAME': 'CNAME', 'public/assets/lock.svg': 'assets/lock.svg' })
  assert.deepEqual(JSON.parse(JSON.stringify(settings)), {
    title: 'Old notes',
    url: 'https://old.example.net/blog/',
    description: 'About locks.',
    authors: ['Ada Lovelace'],
    permalink: '/:year/:month/:day/:slug/',
    nav: [{ title: 'About', href: '/about/' }],
    abbreviations: { TLS: 'Transport Layer Security' },
  })
  const heads = Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [path, text.split('---\n')[1]]),
  )
  assert.equal(
    heads['content/posts/on-locks.md'],
    `id: https://old.example.net/blog/2017/10/17/on-locks
title: "On locks: a start"
date: 2017-10-17T09:30:00+02:00
tags:
  - locks
  - keys
  - Essay
summary: A lock is a promise.
updated: 2018-02-01
authors:
  - Ada Lovelace
image:
  src: /assets/lock.svg
  alt: on-locks
aliases:
  - /first/on-locks/
toc: true
math: true
x-comments: true
`,
  )
  assert.equal(
    heads['content/posts/b.md'],
    'id: https://old.example.net/blog/b\ntitle: "1984"\ndate: 2018-01-02\nauthors:\n  - Ada Lovelace\naliases:\n  - /b.html\n',
  )
  assert.match(
    heads['content/posts/On-Keys.md'] ?? '',
    /^title: On keys\ndate: 2019-03-04\ndraft: true\ntags:\n {2}- essays\nslug: On-Keys\n/,
  )
  assert.match(heads['content/posts/later.md'] ?? '', /draft: true/)
  assert.match(heads['content/posts/first.md'] ?? '', /tags:\n {2}- start\n(?! )/)
  assert.match(
    heads['content/pages/docs/guide.md'] ?? '',
    /^title: Guide\naliases:\n {2}- \/docs\/guide\/\n$/,
  )
  assert.equal(heads['content/pages/about.md'], 'title: About\n')
})

test('Liquid and kramdown become Markdown, and what has no form stays in sight', async () => {
  const { texts } = await gather(importJekyll, blog)
  assert.equal(
    texts['content/posts/on-locks.md']?.split('---\n')[2],
    `
A lock[^1] is a promise[^long], kept by TLS. See [the other](b.md#top),
[the same](b.md) and <a href="/b.html">this</a>.

![A lock](/assets/lock.svg) and ![it](/assets/lock.svg)

## Parts

[Parts](#parts) cost $5, and $a^2$ less:

$$
b^2
$$

\`\`\`\`ruby
puts "{: .x}" \`\`\`
\`\`\`\`

{{ shown }} and \`{% include x %}\`

![Lock](/assets/lock.svg "Brass")

{% include newsletter.html %} On locks: a start at https://old.example.net/blog.

\`\`\`
{: .kept}
\`\`\`

[^1]: The first note.
[^long]: Two paragraphs.

    The second one[^1].
`,
  )
  assert.match(
    texts['content/posts/in-html.md'] ?? '',
    /One\[\^1\] \[b\]\(\/b\.html\)\.\n\n```sh\na < b\n```\n\n\[\^1\]: The note\.\n$/,
  )
  assert.match(texts['content/posts/b.md'] ?? '', /\[locks\]\(on-locks\.md\)/)
})

test('what was not turned is told of with its place', async () => {
  const { problems } = await gather(importJekyll, blog)
  const told = problems.map(
    ({ file, place, message }) => `${file}:${place?.start.line ?? 0} ${message}`,
  )
  assert.deepEqual(told.map((line) => line.split(' ').slice(0, 10).join(' ')).sort(), [
    '_posts/2014-01-01-page.textile:0 This text is not taken: only Markdown and HTML',
    '_posts/2015-01-01-in-html.html:0 Left out: a script. A post runs nothing and',
    '_posts/2017-10-17-on-locks.md:0 The picture that stands for a post has no',
    '_posts/2017-10-17-on-locks.md:0 `comments` means nothing to Ibid and is kept as',
    '_posts/2017-10-17-on-locks.md:42 `include newsletter.html` is a template, and posts of Ibid',
    '_recipes/soup.md:0 The collection _recipes/ is not taken (files: 1): Ibid',
    'archive.html:0 This page is not taken: it is a template',
    'index.md:0 This text is not taken: Ibid makes the home',
    'notes.md:0 This text is not taken: it has no front',
    'robots.txt:0 This file is not taken: Ibid writes one of',
  ])
})

test('the imported site builds without an error, with its notes, at its addresses', async () => {
  const gathered = await gather(importJekyll, blog)
  const site = await buildImported(gathered, blog)
  const errors = site.diagnostics.filter(({ severity }) => severity === 'error')
  assert.deepEqual(
    errors.map(({ message }) => message),
    [],
  )
  const page = site.text('2017/10/17/on-locks/index.html')
  assert.deepEqual(
    [...page.matchAll(/<li id="fn-[^"]+" value="(\d)"/g)].map(([, number]) => number),
    ['1', '2'],
  )
  assert.match(page, /<abbr[^>]*title="Transport Layer Security"/)
  assert.match(page, /<math/)
  assert.match(site.text('b.html'), /\/2018\/01\/02\/b\//)
  assert.match(site.text('docs/guide/index.html'), /\/blog\/guide\//)
  assert.match(
    site.text('atom.xml'),
    /<id>https:\/\/old\.example\.net\/blog\/2017\/10\/17\/on-locks<\/id>/,
  )
})

test('addresses follow the styles of Jekyll', async () => {
  const table: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['', 'categories: [News]', '/:year/:month/:day/:slug.html', ['/news/2020/03/04/a.html']],
    ['permalink: pretty\n', '', '/:year/:month/:day/:slug/', []],
    ['permalink: none\n', '', '/:slug.html', []],
    ['permalink: /articles/:title\n', '', '/articles/:slug/', []],
    ['permalink: /:year/:i_month/:title:output_ext\n', '', '/:year/3/:slug.html', []],
    ['permalink: ordinal\n', '', '/:year/064/:slug.html', []],
  ]
  for (const [config, front, pattern, aliases] of table) {
    const { texts, settings } = await gather(importJekyll, {
      '_config.yml': config,
      '_posts/2020-03-04-a.md': `---\n${front}\n---\nWords.\n`,
      ...(aliases.length === 0
        ? {}
        : {
            '_posts/2020-03-05-b.md': '---\n---\nWords.\n',
            '_posts/2020-03-06-c.md': '---\n---\nWords.\n',
          }),
    })
    assert.equal(settings.permalink, pattern, config)
    const found = /aliases:\n((?: {2}- .*\n)+)/.exec(texts['content/posts/a.md'] ?? '')?.[1] ?? ''
    assert.deepEqual(
      found.split('\n').flatMap((line) => (line === '' ? [] : [line.slice(4)])),
      aliases,
      config,
    )
  }
})

test('a feed by hand tells what subscribers know posts by', async () => {
  const idWith = async (feed: string | undefined) => {
    const { texts } = await gather(importJekyll, {
      '_config.yml': 'url: https://old.example.net\n',
      '_posts/2020-03-04-a.md': '---\ntitle: A\n---\nWords.\n',
      ...(feed === undefined ? {} : { 'atom.xml': `---\n---\n${feed}` }),
    })
    return /^id: (.*)$/m.exec(texts['content/posts/a.md'] ?? '')?.[1]
  }
  const base = 'https://old.example.net/2020/03/04/a'
  assert.equal(await idWith('<id>{{ site.url }}{{ post.id }}</id>'), base)
  assert.equal(
    await idWith('<guid isPermaLink="true">{{ post.url | prepend: site.url }}</guid>'),
    `${base}.html`,
  )
  assert.equal(await idWith(undefined), undefined)
})

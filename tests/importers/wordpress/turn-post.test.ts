import assert from 'node:assert/strict'
import test from 'node:test'
import { importWordPress } from '../../../src/importers/wordpress/import-wordpress.ts'
import { type Gathered, gather } from '../gather.ts'
import { exportText, type ItemText, oldBlog, toldOf } from './export-text.ts'

const lock: ItemText = {
  id: 9,
  title: 'lock',
  type: 'attachment',
  status: 'inherit',
  link: `${oldBlog}/lock/`,
  parent: 1,
  attachment: `${oldBlog}/wp-content/uploads/2017/10/lock.jpg`,
  meta: { _wp_attachment_image_alt: 'A brass lock' },
}

function imported(
  items: readonly ItemText[],
  files: Record<string, string> = {},
): Promise<Gathered> {
  return gather(importWordPress, { 'export.xml': exportText(items), ...files })
}

/** The Markdown of a post, and what was told. */
async function turned(content: string, meta: Record<string, string> = {}) {
  const { texts, problems } = await imported([{ id: 1, title: 'A', content, meta }, lock], {
    'uploads/2017/10/lock.jpg': 'x',
  })
  const [, markdown = ''] = /\n---\n\n?(.*)$/s.exec(texts['content/posts/a.md'] ?? '') ?? []
  return { markdown, problems: toldOf(problems) }
}

async function front(item: Partial<ItemText>): Promise<string> {
  const { texts } = await imported(
    [{ id: 1, title: 'A', ...item }, lock, { id: 2, creator: 'ben', title: 'Other' }],
    {
      'uploads/2017/10/lock.jpg': 'x',
    },
  )
  const [text = ''] = Object.entries(texts)
    .filter(([path]) => !path.includes('other'))
    .map(([, each]) => each)
  return /^---\n(.*?)\n---\n/s.exec(text)?.[1] ?? ''
}

const contents: readonly (readonly [name: string, content: string, markdown: string])[] = [
  ['classic paragraphs', 'One\ntwo\n\nThree', 'One\\\ntwo\n\nThree'],
  [
    'classic text in blocks',
    '<blockquote>One\n\nTwo</blockquote>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>',
    '> One\n>\n> Two\n\n- a\n- b',
  ],
  ['classic breaks that were typed', 'One<br />\ntwo', 'One\\\ntwo'],
  ['line ends in <pre>', '<pre>a\n\n  b</pre>', '```\na\n\n  b\n```'],
  [
    'line ends in blocks mean nothing',
    '<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->',
    'One two',
  ],
  ['emphasis over a blank line', '<em>One\n\nTwo</em>', '*One*\n\n*Two*'],
  ['more', 'One\n\n<!--more-->\n\nTwo', 'One\n\nTwo'],
  [
    'a caption',
    '[caption id="attachment_9" align="left" width="300"]<img src="https://blog.example/wp-content/uploads/2017/10/lock-300x200.jpg" alt="" class="wp-image-9" /> A <em>lock</em>[/caption]',
    ':::figure[A *lock*]\n![A brass lock](../media/2017/10/lock.jpg)\n:::',
  ],
  [
    'a caption as an attribute',
    '[caption caption="Old"]<img src="/wp-content/uploads/2017/10/lock.jpg" alt="a">[/caption]',
    '![a](../media/2017/10/lock.jpg "Old")',
  ],
  ['a gallery', '[gallery ids="9"]', '![A brass lock](../media/2017/10/lock.jpg)'],
  [
    'a gallery of what was uploaded to the post',
    '[gallery]',
    '![A brass lock](../media/2017/10/lock.jpg)',
  ],
  [
    'pages that are embedded',
    '[embed]https://a.example/x?a=1&amp;b=2[/embed]',
    '<https://a.example/x?a=1&b=2>',
  ],
  ['a film', '[youtube https://youtu.be/abc]', '<https://youtu.be/abc>'],
  ['sound', '[audio mp3="https://a.example/b.mp3"][/audio]', '<https://a.example/b.mp3>'],
  [
    'code',
    '[sourcecode language="php"]\n<?php\n\necho "a";\n[/sourcecode]',
    '```php\n<?php\n\necho "a";\n```',
  ],
  ['code that was escaped', '[code]a &lt; b &amp;&amp; c[/code]', '```\na < b && c\n```'],
  ['a shortcode that was escaped', 'Type [[gallery]].', 'Type \\[gallery].'],
  ['words in brackets', 'He [sic] said [1].', 'He \\[sic] said \\[1].'],
  ['shortcodes in code', '<code>[mfn]x[/mfn]</code>', '`[mfn]x[/mfn]`'],
  ['a note with paragraphs', 'a[efn_note]One\n\nTwo[/efn_note]', 'a[^1]\n\n[^1]: One\n\n    Two'],
  ['a note with a list', 'a[mfn]One<ul><li>b</li></ul>[/mfn]', 'a[^1]\n\n[^1]: One\n\n    - b'],
  [
    'a note in a note',
    'a((one with[ref]two[/ref] words))',
    'a[^1]\n\n[^1]: one with[^2] words\n\n[^2]: two',
  ],
  [
    'a note that has a name',
    'a[ref name="x"]One[/ref] b[ref name="x" /]',
    'a[^1] b[^1]\n\n[^1]: One',
  ],
  [
    'a list of notes that a plugin prints',
    'a[footnote]One[/footnote]\n\n[footnotes]',
    'a[^1]\n\n[^1]: One',
  ],
  [
    'a note in a heading and in a link',
    '<h2>a[mfn]One[/mfn]</h2>\n<a href="https://a.example/">b[mfn]Two[/mfn]</a>',
    '## a[^1]\n\n[b](https://a.example/)[^2]\n\n[^1]: One\n\n[^2]: Two',
  ],
  [
    'brackets that are no note',
    'f((x)) and ((a+b)*c) and ((n))',
    'f((x)) and ((a+b)\\*c) and ((n))',
  ],
  ['what stands behind a call at the start', '[mfn]One[/mfn]: two', '[^1]\\: two\n\n[^1]: One'],
  [
    'a page of the block editor',
    '<!-- wp:embed {"url":"https://a.example/","type":"rich"} -->\n<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://a.example/\n</div><figcaption>See</figcaption></figure>\n<!-- /wp:embed -->',
    '<https://a.example/>\n\nSee',
  ],
  [
    'an embedded page without HTML',
    '<!-- wp:core-embed/vimeo {"url":"https://vimeo.com/1"} /-->',
    '<https://vimeo.com/1>',
  ],
  [
    'the language of a code block',
    '<!-- wp:syntaxhighlighter/code {"language":"js"} -->\n<pre class="wp-block-syntaxhighlighter-code">a</pre>\n<!-- /wp:syntaxhighlighter/code -->',
    '```js\na\n```',
  ],
  [
    'a link to the home page, the feed and a day',
    '<a href="/">a</a> <a href="/feed/">b</a> <a href="https://a.example/?p=1">c</a>',
    '[a](/) [b](/feed.xml) [c](https://a.example/?p=1)',
  ],
  [
    'a file',
    '<a href="/wp-content/uploads/2017/10/lock.jpg">the lock</a>',
    '[the lock](../media/2017/10/lock.jpg)',
  ],
  [
    'a picture from a host of Jetpack',
    '<img alt="a" src="https://i0.wp.com/blog.example/wp-content/uploads/2017/10/lock.jpg?resize=300%2C200">',
    '![a](../media/2017/10/lock.jpg)',
  ],
]

for (const [name, content, markdown] of contents)
  test(`a post of WordPress becomes Markdown: ${name}`, async () => {
    assert.deepEqual(await turned(content), { markdown: `${markdown}\n`, problems: [] })
  })

test('the notes of the footnotes block are taken in the order of their calls', async () => {
  const call = (id: string) =>
    `<sup data-fn="${id}" class="fn"><a href="#${id}" id="${id}-link">9</a></sup>`
  const footnotes = JSON.stringify([
    { id: 'b', content: 'B <a href="https://a.example/">c</a>' },
    { id: 'a', content: 'A' },
  ])
  assert.deepEqual(
    await turned(
      `<!-- wp:paragraph --><p>x${call('a')} y${call('b')} z${call('a')} q${call('gone')}</p><!-- /wp:paragraph -->`,
      { footnotes },
    ),
    {
      markdown: 'x[^1] y[^2] z[^1] q<sup>9</sup>\n\n[^1]: A\n\n[^2]: B [c](https://a.example/)\n',
      problems: [
        'content/posts/a.md: The call “9” has no note in the export; its mark stays as text.',
      ],
    },
  )
  assert.match(
    (await turned('x', { footnotes: '{' })).problems[0] ?? '',
    /“footnotes” of this post cannot be read/,
  )
})

test('shortcodes that mean nothing stay, and are told with their place in the export', async () => {
  const text = exportText([
    { id: 1, title: 'A', content: 'Words\n\nand [contact-form-7 id="3"] here' },
  ])
  const { texts, problems } = await gather(importWordPress, { 'export.xml': text })
  assert.match(texts['content/posts/a.md'] ?? '', /and \\\[contact-form-7 id="3"\] here/)
  const at = text.indexOf('[contact-form-7')
  const before = text.slice(0, at)
  assert.deepEqual(problems[0]?.place?.start, {
    line: before.split('\n').length,
    column: at - before.lastIndexOf('\n'),
  })
})

test('blocks that WordPress fills are told', async () => {
  assert.match(
    (await turned('<!-- wp:block {"ref":12} /-->\n<p>a</p>')).problems[0] ?? '',
    /The block “block” is filled by WordPress itself/,
  )
})

test('what a post says of itself', async () => {
  assert.equal(
    await front({
      title: 'A &amp; <em>B</em>: “C”',
      excerpt: '<p>In &lt;short&gt;.</p>',
      terms: [
        ['category', 'x', 'X'],
        ['post_tag', 'y', 'Y'],
        ['series', 'locks', 'Locks'],
      ],
      meta: { _series_part: '2', _thumbnail_id: '9' },
      guid: `${oldBlog}/?p=1`,
    }),
    `${
      `id: ${oldBlog}/?p=1
title: "A & B: “C”"
date: 2017-10-17T09:30:00+02:00
tags:
  - X
  - Y
series:
  id: locks
  part: 2
  title: Locks
summary: In <short>.
slug: a-&amp;-<em>b<
`.split('\nslug')[0]
    }\nauthors:\n  - Ada Example\nimage:\n  src: ../media/2017/10/lock.jpg\n  alt: A brass lock`,
  )
})

test('status, dates and descriptions', async () => {
  assert.match(
    await front({ status: 'draft', dateGmt: '0000-00-00 00:00:00' }),
    /date: 2017-10-17\ndraft: true/,
  )
  for (const status of ['pending', 'private']) assert.match(await front({ status }), /draft: true/)
  assert.match(await front({ password: 'x' }), /draft: true/)
  assert.match(
    await front({ status: 'future', date: '2999-01-01 00:00:00', dateGmt: '2999-01-01 05:30:00' }),
    /date: 2999-01-01T00:00:00-05:30\n(?!draft)/,
  )
  assert.match(await front({ dateGmt: '2017-10-17 09:30:00' }), /date: 2017-10-17T09:30:00Z/)
  assert.match(await front({ dateGmt: '2016-10-17 09:30:00' }), /date: 2017-10-17\n/)
  assert.doesNotMatch(await front({ date: '2017-13-45 09:30:00', dateGmt: 'x' }), /date:/)
  assert.match(await front({ meta: { _yoast_wpseo_metadesc: 'Said.' } }), /summary: Said\./)
  assert.doesNotMatch(await front({ meta: { _yoast_wpseo_metadesc: '%%title%%' } }), /summary/)
})

test('what is not taken over is told once, with its number', async () => {
  const comment = (approved: string, type = 'comment') =>
    `<wp:comment><wp:comment_approved>${approved}</wp:comment_approved><wp:comment_type>${type}</wp:comment_type></wp:comment>`
  const { texts, problems } = await imported([
    {
      id: 1,
      title: 'A',
      status: 'private',
      sticky: true,
      comments: comment('1') + comment('0') + comment('1', 'pingback') + comment('1', ''),
    },
    {
      id: 2,
      title: 'B',
      password: 'x',
      content: '<img src="/wp-content/uploads/2017/b.jpg" alt="">',
    },
    { id: 3, title: 'C', status: 'trash' },
    { id: 4, type: 'product' },
    { id: 5, type: 'product' },
    { id: 6, type: 'revision' },
    { id: 7, title: 'D', content: '<a href="https://blog.example/author/ada/">Ada</a>' },
  ])
  assert.deepEqual(Object.keys(texts), [
    'content/posts/a.md',
    'content/posts/b.md',
    'content/posts/d.md',
  ])
  assert.deepEqual(
    toldOf(problems).map((message) =>
      message
        .split(/[;,:] |\. /)
        .slice(0, 2)
        .join(' '),
    ),
    [
      'content/posts/a.md This was private',
      'content/posts/b.md This was behind a password',
      'content/posts/d.md A link leads to https://blog.example/author/ada/',
      '1 item of the kind “post (trash)” was not taken over.',
      '2 items of the kind “product” were not taken over.',
      '2 comments were not taken over Ibid has no place for comments.',
      'One post was pinned to the top of the home page here the newest stands first.',
      'One picture has no words for those who do not see it.',
      'One file that posts show or link to stayed where it is on the old site',
    ],
  )
})

test('posts of one name have files of their own, and names in other scripts stay', async () => {
  const { texts } = await imported([
    { id: 1, title: 'A', slug: 'a' },
    { id: 2, title: 'A', slug: 'a', date: '2018-01-02 00:00:00' },
    { id: 3, title: 'Cafés', slug: 'caf%c3%a9s', link: `${oldBlog}/2017/10/17/caf%c3%a9s/` },
    { id: 4, title: 'Draft words', slug: '', status: 'draft', link: `${oldBlog}/?p=4` },
  ])
  assert.deepEqual(Object.keys(texts), [
    'content/posts/a.md',
    'content/posts/a-2.md',
    'content/posts/cafés.md',
    'content/posts/draft-words.md',
  ])
  assert.match(texts['content/posts/a-2.md'] ?? '', /slug: a\n/)
  assert.doesNotMatch(texts['content/posts/cafés.md'] ?? '', /slug|aliases/)
})

test('parts of one export are one blog', async () => {
  const { texts } = await gather(importWordPress, {
    'blog.001.xml': exportText([{ id: 1, title: 'A', content: '<a href="/?p=2">B</a>' }]),
    'blog.002.xml': exportText([{ id: 2, title: 'B' }]),
    'uploads/sitemap.xml': '<urlset/>',
  })
  assert.match(texts['content/posts/a.md'] ?? '', /\[B\]\(b\.md\)/)
  assert.ok('content/posts/b.md' in texts)
})

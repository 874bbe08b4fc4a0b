import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rendered } from '../site-from.ts'

/** A post whose body begins on line 9. @param front two lines */
const post = (body: string, front = 'summary: S.\nx-a: 1\n', date = '2020-01-01') =>
  `---\nid: ID\ntitle: T\ndate: ${date}\n${front}---\n\n${body}\n`

/** One fault a file: the file, its text, and what is to be found in it. */
const faults: readonly (readonly [file: string, text: string, finding: string])[] = [
  ['link-to-post', post('[x](/posts/godo/)'), 'LK101 9:1'],
  ['link-to-file', post('Words [x](godo.md)'), 'LK101 9:7'],
  ['link-to-page', post('[x](/abuot/)'), 'LK101 9:1'],
  ['link-to-asset', post('[x](paper.pdf)'), 'LK101 9:1'],
  ['link-to-public-file', post('[x](/papers/paper.pdf)'), 'LK101 9:1'],
  ['link-to-later', post('[x](later.md)'), 'LK103 9:1'],
  ['link-by-definition', post('See [x][y].\n\n[y]: /posts/godo/'), 'LK101 9:5'],
  ['link-in-note', post('Words.[^n]\n\n[^n]: See [x](/posts/godo/).'), 'LK101 11:11'],
  ['link-in-key-facts', post(':::key-facts\n\n- [x](/posts/godo/)\n\n:::'), 'LK101 11:3'],
  [
    'link-in-html',
    post('<div>\n<p><a href="/posts/godo/?a&amp;b">x</a></p>\n</div>'),
    'LK101 10:4',
  ],
  ['place-of-heading', post('[x](good.md#heer)'), 'LK102 9:1'],
  ['place-of-own', post('[x](#heer)'), 'LK102 9:1'],
  ['place-of-note', post('[x](good.md#fn-good-nope)'), 'LK102 9:1'],
  ['picture', post('![x](gone.png)'), 'IM101 9:1'],
  ['picture-in-html', post('Words <img src="gone.png" alt="x">'), 'IM101 9:7'],
  ['picture-of-post', post('W.', 'summary: S.\nimage: { src: gone.png, alt: x }\n'), 'IM101 6:8'],
  ['words-for-picture', post('![](p.svg)'), 'IM102 9:1'],
  ['words-for-html', post('Words <img src="p.svg">'), 'IM102 9:7'],
  ['picture-elsewhere', post('![x](https://e.org/p.png)'), 'IM103 9:1'],
  ['html-elsewhere', post('W. <img src="https://e.org/p.png" alt="x">'), 'IM103 9:4'],
  ['picture-unreadable', post('![x](bad.png)'), 'IM104 9:1'],
  ['heading-order', post('## A\n\n#### B'), 'HD101 11:1'],
  ['id-twice', post('<p id="x">a</p>\n\n<p id="x">b</p>'), 'HT108 11:1'],
  ['summary', post('Words.', 'x-a: 1\nx-b: 1\n'), 'FM116 3:8'],
  ['standfirst', post('Something else.', 'summary: S.\npullquote: Never said.\n'), 'PQ101 6:12'],
  ['pull-quote', post('Something else.\n\n:::pull-quote\nNever said.\n:::'), 'PQ101 11:1'],
  ['later', post('Words.', undefined, '2099-01-01'), 'FM117 4:7'],
  ['call', post('Words.[^gone]'), 'FN101 9:7'],
]

const sound: Readonly<Record<string, string>> = {
  'content/site.yaml':
    'title: M\nurl: https://example.org/\ndescription: d\nnav:\n  - { title: Tags, href: /tags/ }\n  - title: About\n    href: /abuot/\n',
  'content/posts/good.md': post(
    'Hello[^a], [here](#here), [there](../pages/about.md), <a href="p.svg">it</a>.\n\n## Here\n\n![P](p.svg) <img src="p.svg" alt="">\n\n[^a]: Note.',
  ).replace('id: ID', 'id: good-post'),
  'content/posts/p.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
  'content/posts/bad.png': 'no picture',
  'content/pages/about.md':
    '---\nid: about-page\ntitle: About\nsummary: S.\n---\n\n[Home](/), [feeds](/feed.xml), [good](/posts/good/#here).\n',
  'content/notes/all.md': '[^unused]: A note.\n',
}

test('check finds each planted fault at its line, and nothing else', async () => {
  const site = await rendered(
    {
      ...sound,
      ...Object.fromEntries(
        faults.map(([name, text]) => [
          `content/posts/${name}.md`,
          text.replace('id: ID', `id: ${name}`),
        ]),
      ),
    },
    { check: true },
  )
  const found = site.diagnostics.map(
    ({ code, file, place }) => `${file} ${code} ${place?.start.line}:${place?.start.column}`,
  )
  assert.deepEqual(
    found.sort(),
    [
      ...faults.map(([name, , finding]) => `content/posts/${name}.md ${finding}`),
      'content/notes/all.md FN209 1:1',
      'content/site.yaml LK101 7:11',
    ].sort(),
  )
})

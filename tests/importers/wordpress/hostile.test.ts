import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { importWordPress } from '../../../src/importers/wordpress/import-wordpress.ts'
import { type Gathered, gather } from '../gather.ts'
import {
  cdata,
  exportEnd,
  exportHead,
  exportText,
  itemText,
  oldBlog,
  toldOf,
} from './export-text.ts'

function imported(
  text: string | Uint8Array,
  files: Record<string, string> = {},
): Promise<Gathered> {
  return gather(importWordPress, { 'export.xml': text, ...files })
}

const dangerousDoctypes = [
  '<!DOCTYPE rss SYSTEM "file:///etc/passwd">',
  '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://169.254.169.254/"> %x;]>',
  '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
  '<!DOCTYPE rss>',
  '<!DOCTYPE rss [ <rss><channel><item>',
  '<!doctype html>',
]

for (const doctype of dangerousDoctypes)
  test(`an export with a document type is refused whole: ${doctype}`, async () => {
    const text = exportText([{ id: 1, title: '&x;' }]).replace('<rss', `${doctype}\n<rss`)
    const { texts, copies, problems } = await imported(text)
    assert.deepEqual([texts, copies], [{}, {}])
    assert.equal(problems.length, 1)
    assert.match(problems[0]?.message ?? '', /has a DOCTYPE.*nothing of it was read/)
    assert.equal(problems[0]?.place?.start.line, 3)
    assert.equal(problems[0]?.unread, true)
  })

test('words of a document type in a comment or a post are none', async () => {
  const text = exportText([
    { id: 1, title: 'A', content: '<code>&lt;!DOCTYPE html></code> <!DOCTYPE x [' },
  ])
  const { texts, problems } = await imported(text.replace('<rss', '<!-- <!DOCTYPE rss> -->\n<rss'))
  assert.match(texts['content/posts/a.md'] ?? '', /<!DOCTYPE html>/)
  assert.deepEqual(toldOf(problems), [])
})

test('names of any kind stay below the folders of a site', async () => {
  const names = [
    '../../x',
    '/etc/passwd',
    'a\u0000b',
    'C:\\x',
    '..',
    'con',
    '%2e%2e%2fx',
    '.hidden',
    'a/b',
    '日本',
    '',
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'grapheme' })), {
        minLength: 1,
        maxLength: 4,
      }),
      async (slugs) => {
        const { texts, copies } = await imported(
          exportText(
            slugs.map((slug, index) => ({
              id: index + 1,
              title: slug,
              slug,
              // Between tags, where an ampersand would begin a reference.
              link: `${oldBlog}/2017/10/17/${slug.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}/`,
              content: `<img src="${oldBlog}/wp-content/uploads/${slug}" alt="a">`,
            })),
          ),
          { 'wp-content/uploads/a/b': '', 'wp-content/uploads/con': '' },
        )
        for (const path of [...Object.keys(texts), ...Object.keys(copies)]) {
          assert.match(path, /^content\/(?:posts|media)\/[^\\:*?"<>|\p{Cc}]+$/u)
          assert.ok(!path.split('/').some((part) => part === '' || part.startsWith('.')), path)
        }
        assert.equal(Object.keys(texts).length, slugs.length)
      },
    ),
    { numRuns: 40 },
  )
})

test('attachments elsewhere are neither asked for nor taken', async () => {
  const urls = [
    'file:///etc/passwd',
    'http://169.254.169.254/latest/',
    `${oldBlog}/wp-content/uploads/../../../etc/passwd`,
  ]
  const { texts, copies } = await imported(
    exportText([
      {
        id: 1,
        content: urls.map((url) => `<a href="${url}"><img src="${url}" alt="a"></a>`).join(''),
        meta: { _thumbnail_id: '2' },
      },
      ...urls.map((attachment, index) => ({ id: index + 2, type: 'attachment', attachment })),
    ]),
  )
  assert.deepEqual(copies, {})
  assert.doesNotMatch(Object.values(texts).join(''), /file:/)
})

test(']]> over two sections, control characters and references are read', async () => {
  const text = exportText([{ id: 1, title: 'A', content: '<p>if (a[b[0]]>c) \u0008x\u0001y</p>' }])
  const { texts, problems } = await imported(text)
  assert.match(texts['content/posts/a.md'] ?? '', /if \(a\\\[b\\\[0\]\]>c\) xy\n$/)
  assert.equal(toldOf(problems).length, 1)
  assert.match(problems[0]?.message ?? '', /control character here/)
  const line = text.slice(0, text.indexOf('\u0008')).split('\n').length
  assert.equal(problems[0]?.place?.start.line, line)
})

const accents = [{ id: 1, title: 'Ä', slug: 'a', content: '“Gänse” – naïve' }]

test('an export in UTF-8 that says something else is read as UTF-8, and it is told', async () => {
  const { texts, problems } = await imported(exportText(accents).replace('UTF-8', 'ISO-8859-1'))
  assert.match(texts['content/posts/a.md'] ?? '', /“Gänse” – naïve/)
  assert.match(problems[0]?.message ?? '', /says that it is written in ISO-8859-1, but it is UTF-8/)
})

test('an export in another encoding is read as what it says, or as Windows-1252', async () => {
  const latin = (said: string) =>
    Buffer.from(
      exportText([{ id: 1, title: 'A', content: 'Gänse' }]).replace('UTF-8', said),
      'latin1',
    )
  const right = await imported(latin('ISO-8859-1'))
  assert.match(right.texts['content/posts/a.md'] ?? '', /Gänse/)
  assert.deepEqual(toldOf(right.problems), [])
  const wrong = await imported(latin('UTF-8'))
  assert.match(wrong.texts['content/posts/a.md'] ?? '', /Gänse/)
  assert.match(wrong.problems[0]?.message ?? '', /but it is WINDOWS-1252/)
  const wide = await imported(Buffer.from(`\ufeff${exportText(accents)}`, 'utf16le'))
  assert.match(wide.texts['content/posts/a.md'] ?? '', /“Gänse” – naïve/)
})

test('an export that was cut off is told with its line, and what is whole is taken', async () => {
  const whole = exportText([
    { id: 1, title: 'A' },
    { id: 2, title: 'B' },
  ])
  const { texts, problems } = await imported(
    whole.slice(0, whole.indexOf('<title><![CDATA[B') + 20),
  )
  assert.deepEqual(Object.keys(texts), ['content/posts/a.md'])
  assert.ok(problems.some(({ unread }) => unread === true))
  assert.match(problems.map(({ message }) => message).join(' '), /ends too early|no sound XML/)
  assert.equal(
    problems[0]?.place?.start.line,
    whole.slice(0, whole.indexOf('<title><![CDATA[B')).split('\n').length,
  )
})

test('a tag that is never closed is told with its line, and the posts around it are taken', async () => {
  const broken = itemText({ id: 2, title: 'B' }).replace('</wp:status>', '')
  const text =
    exportHead +
    itemText({ id: 1, title: 'A' }) +
    broken +
    itemText({ id: 3, title: 'C' }) +
    exportEnd
  const { texts, problems } = await imported(text)
  assert.ok('content/posts/a.md' in texts && 'content/posts/c.md' in texts)
  assert.match(problems[0]?.message ?? '', /closed here that is not open/)
  assert.equal(
    problems[0]?.place?.start.line,
    text.slice(0, text.indexOf('</item>', text.indexOf('CDATA[B]'))).split('\n').length,
  )
})

test('faults are told with line and column in words, and what stands behind them is taken', async () => {
  const text =
    exportHead +
    itemText({ id: 1, title: 'A' }).replace(cdata('A'), 'A & B &nbsp; ]]>') +
    itemText({ id: 2, title: 'B' }) +
    exportEnd
  const { texts, problems } = await imported(text)
  assert.equal(Object.keys(texts).length, 2)
  const line = text.slice(0, text.indexOf('A & B')).split('\n').length
  assert.deepEqual(
    problems
      .slice(0, 3)
      .map(({ message, place }) => [place?.start.line, place?.start.column, message]),
    [
      [line, 10, 'This is no sound XML: an & here begins no reference such as &amp;.'],
      [line, 14, 'XML does not know this: &nbsp;.'],
      [
        line,
        21,
        'This is no sound XML: ]]> stands outside of a section, so a section ended too early.',
      ],
    ],
  )
})

test('an export with more faults than a reader could mend is given up, in time that does not grow with them', async () => {
  const deep = `${exportHead}${'<a>'.repeat(100_000)}${'</b>'.repeat(100_000)}`
  for (const text of [deep, `${exportHead}${exportEnd}${'x'.repeat(200_000)}`]) {
    const { problems } = await imported(text)
    const told = problems.map(({ message }) => message)
    assert.equal(told.length, 2)
    assert.match(told[1] ?? '', /more than 10,000 faults/)
  }
})

test('a text that is too long is left out whole and told, and the posts around it are taken', async () => {
  const { texts, problems } = await imported(
    exportText([
      { id: 1, title: 'A' },
      { id: 2, title: 'B', content: 'Words. '.repeat(6_000_000) },
      { id: 3, title: 'C', content: 'Sea' },
    ]),
  )
  assert.match(texts['content/posts/c.md'] ?? '', /Sea\n$/)
  assert.doesNotMatch(texts['content/posts/b.md'] ?? '', /Words/)
  assert.match(problems.map(({ message }) => message).join(), /longer than 4 million characters/)
})

test('two exports in one file are told, and both are taken', async () => {
  const one = (id: number, title: string) => exportText([{ id, title }])
  const { texts, problems } = await imported(one(1, 'A') + one(2, 'B'))
  assert.deepEqual(Object.keys(texts), ['content/posts/a.md', 'content/posts/b.md'])
  assert.match(toldOf(problems)[0] ?? '', /another document begins here/)
  assert.equal(toldOf(problems).length, 1)
})

test('what is no export is told', async () => {
  for (const text of ['', 'words', '<html></html>', '{"a":1}', '\u0000\u0001']) {
    const { texts, problems } = await imported(text)
    assert.deepEqual(texts, {})
    assert.ok(
      problems.some(({ unread }) => unread),
      text,
    )
  }
  const none = await gather(importWordPress, { 'readme.txt': 'x' })
  assert.match(none.problems[0]?.message ?? '', /no export of a WordPress in this folder/)
})

test('nothing that runs is left of a post', async () => {
  const content =
    '<!-- wp:html -->\n<script>alert(1)</script><p style="x" onclick="alert(2)">Words <a href="javascript:alert(3)">here</a></p><iframe srcdoc="<script>alert(4)</script>"></iframe><svg onload="alert(5)"></svg><img src=x onerror="alert(6)" alt="p">\n<!-- /wp:html -->\n[evil code="<script>alert(7)</script>"]\n&lt;script&gt;alert(8)&lt;/script&gt;'
  const { texts } = await imported(exportText([{ id: 1, title: 'A', content }]))
  const text = texts['content/posts/a.md'] ?? ''
  assert.match(text, /Words here/)
  assert.doesNotMatch(text, /alert\([1-7]\)|onclick|onerror|onload|srcdoc|javascript:|<!--|wp:html/)
  assert.match(text, /\\<script>alert\(8\)/)
})

test('shortcodes of any kind are turned in time that grows with their number', async () => {
  for (const piece of [
    '[mfn]',
    '((',
    '[caption]',
    '[ref name="',
    '[',
    '<div>',
    '<b>',
    '[code]',
    '[gallery ids="',
    '<a href="#_ftn1">[1]</a>',
  ]) {
    const { texts } = await imported(
      exportText([{ id: 1, title: 'A', content: `words ${piece.repeat(3000)}` }]),
    )
    assert.match(texts['content/posts/a.md'] ?? '', /words/)
  }
})

test('an export of many pieces keeps nothing of what was read', async () => {
  const post = itemText({ id: 1, title: 'A', content: 'Words. '.repeat(20_000) })
  const pieces = 150
  const encoder = new TextEncoder()
  const blog = {
    list: async () => [],
    read: async () => new Uint8Array(),
    stream: async function* () {
      yield encoder.encode(exportHead)
      for (let id = 1; id <= pieces; id++)
        yield encoder.encode(post.replace('<wp:post_id>1<', `<wp:post_id>${id}<`))
      yield encoder.encode(exportEnd)
    },
  }
  let texts = 0
  let most = 0
  for await (const item of importWordPress(blog, 'export.xml')) {
    if (item.kind === 'post') texts++
    most = Math.max(most, process.memoryUsage().heapUsed)
  }
  assert.equal(texts, pieces)
  assert.ok(most < 400 * 1024 * 1024, `${most} bytes`)
})

test('text between sections is one text', async () => {
  const text = exportText([{ id: 1, title: 'A', content: 'ONE' }]).replace(
    cdata('ONE'),
    `a${cdata('b')} &amp; ${cdata('c')}`,
  )
  assert.match((await imported(text)).texts['content/posts/a.md'] ?? '', /ab & c\n$/)
})

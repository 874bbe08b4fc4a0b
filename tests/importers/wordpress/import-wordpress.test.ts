import assert from 'node:assert/strict'
import test from 'node:test'
import { importWordPress } from '../../../src/importers/wordpress/import-wordpress.ts'
import { codes } from '../../site-from.ts'
import { buildImported } from '../build-imported.ts'
import { type Gathered, gather } from '../gather.ts'
import { exportText, type ItemText, oldBlog, toldOf } from './export-text.ts'

/** The smallest PNG. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function imported(
  items: readonly ItemText[],
  files: Record<string, string | Uint8Array> = {},
): Promise<Gathered> {
  return gather(importWordPress, { 'export.xml': exportText(items), ...files })
}

test('a blog is imported and built: no error, every note bound, addresses and ids kept', async () => {
  const items: ItemText[] = [
    {
      id: 1,
      title: 'The spare key',
      content:
        '<!-- wp:paragraph -->\n<p>A key<sup data-fn="11-a" class="fn"><a href="#11-a" id="11-a-link">1</a></sup> and <a href="https://www.blog.example/2017/10/17/word/#more-2">Word</a>, <a href="http://blog.example/?p=3">Jetpack</a>.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:image {"id":9} -->\n<figure class="wp-block-image"><a href="https://blog.example/wp-content/uploads/2017/10/lock.png"><img src="https://blog.example/wp-content/uploads/2017/10/lock-300x200.png" alt="" class="wp-image-9" title="lock"/></a><figcaption>A lock</figcaption></figure>\n<!-- /wp:image -->\n\n<!-- wp:footnotes /-->',
      meta: { footnotes: '[{"content":"A <em>core</em> note.","id":"11-a"}]', _thumbnail_id: '9' },
      terms: [
        ['category', 'uncategorized', 'Uncategorized'],
        ['category', 'locks', 'Locks &amp; keys'],
        ['post_tag', 'locks-keys', 'locks-keys'],
      ],
      comments:
        '<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type></wp:comment>',
    },
    {
      id: 2,
      title: 'Word',
      creator: 'ben',
      content:
        'Pasted<a href="#_ftn1" name="_ftnref1">[1]</a>.\n\n<a href="#_ftnref1" name="_ftn1">[1]</a> A note from Word.\n\n<a href="https://blog.example/tag/locks/">Locks</a>',
      terms: [['post_tag', 'locks', 'Locks & keys']],
    },
    {
      id: 3,
      title: 'Jetpack',
      link: `${oldBlog}/elsewhere/jetpack/`,
      content:
        '<p>Rendered<sup id="fnref-3-1"><a href="#fn-3-1">1</a></sup>.</p>\n<div class="footnotes"><hr /><ol><li id="fn-3-1">A Markdown note. <a href="#fnref-3-1">&#8617;</a></li></ol></div>',
    },
    {
      id: 4,
      title: 'Plugins',
      content:
        'Easy[efn_note]One <b>easy</b>.[/efn_note], modern[mfn]Two.[/mfn], double((Three, with words.)), simple[ref]Four.[/ref].',
    },
    { id: 5, title: 'Stars', content: 'By hand* and again**.\n\n* One star.\n\n** Two stars.' },
    { id: 6, title: 'About', type: 'page', link: `${oldBlog}/about/`, content: 'Me.' },
    {
      id: 9,
      title: 'lock',
      type: 'attachment',
      status: 'inherit',
      link: `${oldBlog}/lock/`,
      attachment: `${oldBlog}/wp-content/uploads/2017/10/lock.png`,
      meta: { _wp_attachment_image_alt: 'A brass lock' },
    },
    { id: 10, title: 'Menu', type: 'nav_menu_item' },
  ]
  const files = {
    'wp-content/uploads/2017/10/lock.png': picture,
    'wp-content/uploads/2017/10/lock-300x200.png': picture,
    'wp-content/uploads/2016/01/unused.png': picture,
  }
  const found = await imported(items, files)
  assert.deepEqual(found.copies, {
    'content/media/2017/10/lock.png': 'wp-content/uploads/2017/10/lock.png',
  })
  assert.deepEqual(toldOf(found.problems), [
    'One comment was not taken over: Ibid has no place for comments.',
  ])
  assert.deepEqual(found.settings, {
    title: 'Spare keys',
    url: 'https://blog.example/',
    description: 'On locks & promises',
    lang: 'en-GB',
    permalink: '/:year/:month/:day/:slug/',
  })
  const site = await buildImported(found, { 'export.xml': '', ...files })
  assert.deepEqual(
    codes(site).filter((code) => !/^FM116$/.test(code)),
    [],
  )
  const page = (path: string): string => site.text(`${path}index.html`)
  const notesOf = (path: string): string[] =>
    [...page(path).matchAll(/<li id="fn-[^"]*" value="\d+">(.*?) <a href=/gs)].map(
      ([, words = '']) => words.replace(/<[^>]*>/g, ''),
    )
  assert.deepEqual(notesOf('2017/10/17/the-spare-key/'), ['A core note.'])
  assert.deepEqual(notesOf('2017/10/17/word/'), ['A note from Word.'])
  assert.deepEqual(notesOf('2017/10/17/jetpack/'), ['A Markdown note.'])
  assert.deepEqual(notesOf('2017/10/17/plugins/'), [
    'One easy.',
    'Two.',
    'Three, with words.',
    'Four.',
  ])
  assert.deepEqual(notesOf('2017/10/17/stars/'), ['One star.', 'Two stars.'])
  assert.match(
    page('2017/10/17/the-spare-key/'),
    /<a href="\/2017\/10\/17\/word\/">Word<\/a>, <a href="\/2017\/10\/17\/jetpack\/">/,
  )
  assert.match(
    page('2017/10/17/the-spare-key/'),
    /alt="A brass lock"[^>]*>[\s\S]*<figcaption>A lock/,
  )
  assert.match(page('2017/10/17/word/'), /href="\/tags\/locks-keys\/"/)
  assert.match(page('2017/10/17/word/'), /Ben Example/)
  assert.match(page('elsewhere/jetpack/'), /2017\/10\/17\/jetpack/)
  assert.match(site.text('feed.xml'), /<guid isPermaLink="false">https:\/\/blog\.example\/\?p=1</)
  assert.ok(site.has('about/index.html'))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frameText } from '../../../src/dev/live/frame-text.ts'
import { injectClient } from '../../../src/dev/live/inject-client.ts'
import { html } from '../../../src/dev/live/markup.ts'
import { adaptPolicy } from '../../../src/dev/live/policy.ts'
import { isScratch, isUnwatched, sourceName } from '../../../src/dev/live/watched.ts'

test('whatever is put into a page of the server is escaped', () => {
  const hostile = `<img src=x onerror="alert('1')">&`
  const page = html`<p title="${hostile}">${hostile}${html`<b>${1}</b>`}${[html`<i>${'<'}</i>`]}</p>`
  assert.equal(page.markup.includes('<img'), false)
  assert.match(page.markup, /<b>1<\/b><i>&#60;<\/i><\/p>$/)
  assert.equal(page.markup.split('"').length, 3)
})

test('the site’s policy is kept but for what keeps the client out', () => {
  const adapted = adaptPolicy(
    "default-src 'none'; img-src 'self' https://img.example; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  )
  assert.equal(
    adapted,
    "default-src 'none'; img-src 'self' https://img.example; style-src 'self'; script-src 'self'; connect-src 'self'",
  )
  assert.match(
    adaptPolicy("script-src 'none'; script-src https://x.example"),
    /^script-src 'self'; connect-src 'self'$/,
  )
  assert.match(
    adaptPolicy("Script-Src https://x.example 'self'"),
    /^script-src 'self' https:\/\/x\.example;/,
  )
})

test('the client is put into the head, and a policy in the page is taken out', () => {
  const facts = { token: 'a-b_c', version: 3, status: 404 }
  const script =
    '<script type="module" src="/__ibid/client.js?token=a-b_c&amp;version=3&amp;status=404"></script>'
  assert.equal(
    injectClient(
      '<html><head><META HTTP-EQUIV="Content-Security-Policy" content="x"><title>t</title></head><body>',
      facts,
    ),
    `<html><head><title>t</title>${script}</head><body>`,
  )
  assert.equal(injectClient('<p>no head', facts), `<p>no head${script}`)
  assert.equal(
    injectClient('<title>t</title><body class=a><p>', facts),
    `<title>t</title>${script}<body class=a><p>`,
  )
})

test('a frame shows the numbered line with carets, and nothing where there is no text', () => {
  const place = { start: { line: 2, column: 3 }, end: { line: 2, column: 6 } }
  assert.equal(
    frameText({ file: 'a.md', place }, () => 'one\ntwo three\n'),
    '2 | two three\n  |   ^^^',
  )
  assert.equal(
    frameText({ file: 'a.md', place }, () => undefined),
    '',
  )
  assert.equal(
    frameText({ file: 'a.md', place: undefined }, () => 'one'),
    '',
  )
})

test('the folders of the site are watched, the rest of the root is not', () => {
  const root = '/home/me/blog'
  for (const file of ['', '/content', '/content/posts/a.md', '/public/x', '/themes/mine/theme.tsx'])
    assert.equal(isUnwatched(root, root + file), false, file)
  for (const file of [
    '/dist',
    '/dist/index.html',
    '/node_modules',
    '/.git/HEAD',
    '/.ibid/x',
    '/content/.git/x',
    '/themes/mine/node_modules',
    '/contents',
  ])
    assert.equal(isUnwatched(root, root + file), true, file)
  assert.equal(isUnwatched(root, '/usr/lib/ibid/themes/plain/theme.tsx'), false)
  assert.equal(sourceName(root, `${root}/content/posts/a.md`), 'content/posts/a.md')
})

test('files that editors keep beside the text are not the author’s', () => {
  for (const file of [
    'a.md~',
    '.a.md.swp',
    '.a.md.swo',
    '.#a.md',
    '#a.md#',
    '4913',
    'a.md___jb_tmp___',
  ])
    assert.equal(isScratch(`/x/${file}`), true, file)
  for (const file of ['a.md', '.nojekyll', 'swift.md', 'a#b.md'])
    assert.equal(isScratch(`/x/${file}`), false, file)
})

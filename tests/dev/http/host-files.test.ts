import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headersFor, parseHeadersFile } from '../../../src/dev/http/headers-file.ts'
import { parseRedirectsFile, redirectFor } from '../../../src/dev/http/redirects-file.ts'

const headersFile = `# everything
/*
  X-Frame-Options: DENY
  Link: </a>; rel=x
not a path
  X-Lost: 1
/tags/:a/feed.xml
  Content-Type: application/rss+xml; charset=utf-8
\t! X-Frame-Options
/posts/caf%C3%A9/*
  Link: </b>; rel=y
https://other.example/*
  X-Other: 1
`

test('every rule that matches gives its headers, repeated ones are joined', () => {
  const rules = parseHeadersFile(headersFile)
  const at = (path: string): object => Object.fromEntries(headersFor(rules, path))
  assert.deepEqual(at('/'), { 'x-frame-options': 'DENY', link: '</a>; rel=x' })
  assert.deepEqual(at('/tags/krack/feed.xml'), {
    link: '</a>; rel=x',
    'content-type': 'application/rss+xml; charset=utf-8',
  })
  assert.deepEqual(at('/posts/café/x'), {
    'x-frame-options': 'DENY',
    link: '</a>; rel=x, </b>; rel=y',
  })
  assert.deepEqual(at('/posts/café'), at('/posts/café/'))
})

test('characters of regular expressions in a pattern stand for themselves', () => {
  const rules = parseHeadersFile('/a.b(c)+\n  X: 1\n')
  assert.equal(headersFor(rules, '/a.b(c)+').get('x'), '1')
  assert.equal(headersFor(rules, '/aXbcc').size, 0)
})

const redirectsFile = `# old addresses
/old/ /posts/new/ 301
/temp   https://example.org/x?y=1  302  # why
/year/:year/* /archive/:year/:splat
/caf%C3%A9/ /coffee/
/rewritten /other 200
/conditional /x 302 Country=de
/same/ /same/
/same/ /never/
/out/* /:splat
broken
`

test('the first rule that matches tells where a path has moved to', () => {
  const rules = parseRedirectsFile(redirectsFile)
  const at = (path: string, search = ''): unknown => redirectFor(rules, path, search)
  assert.deepEqual(at('/old/'), { status: 301, location: '/posts/new/' })
  assert.deepEqual(at('/old/', '?a=1'), { status: 301, location: '/posts/new/?a=1' })
  assert.deepEqual(at('/temp', '?a=1'), { status: 302, location: 'https://example.org/x?y=1' })
  assert.deepEqual(at('/year/2017/a b/'), { status: 301, location: '/archive/2017/a%20b/' })
  assert.deepEqual(at('/café/'), { status: 301, location: '/coffee/' })
  assert.deepEqual(at('/same/'), { status: 301, location: '/never/' })
  for (const path of ['/', '/old', '/rewritten', '/conditional'])
    assert.equal(at(path), undefined, path)
})

test('a splat never becomes another host', () => {
  const rules = parseRedirectsFile('/out/* /:splat\n')
  assert.equal(redirectFor(rules, '/out//evil.example/x', '')?.location, '/evil.example/x')
})

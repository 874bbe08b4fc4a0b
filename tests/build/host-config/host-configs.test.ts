import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { pathExpression, quoted } from '../../../src/build/host-config/header-table.ts'
import {
  hostConfigs,
  rulesOfHeadersFile,
  typicalRules,
  withHostConfigs,
} from '../../../src/build/host-config/host-configs.ts'
import { printHeaders } from '../../../src/build/host-files.ts'
import { headersFor, parseHeadersFile } from '../../../src/dev/http/headers-file.ts'
import { readApache, readCaddy, readNginx, type Served } from './read-config.ts'

const readers: Readonly<Record<keyof typeof hostConfigs, (text: string) => Served>> = {
  nginx: readNginx,
  caddy: readCaddy,
  apache: readApache,
}
const addresses = [
  ...['/', '/404.html', '/about/', '/archive/', '/posts/a/', '/posts/a/b.png', '/search/'],
  ...['/tags/', '/tags/x/', '/tags/x/feed.xml', '/feed.xml', '/atom.xml', '/feed.json'],
  ...['/assets/a.1234.css', '/.well-known/security.txt', '/sitemap.xml', '/nowhere/at/all'],
]
const asFile = parseHeadersFile(printHeaders(typicalRules))

for (const [name, print] of Object.entries(hostConfigs)) {
  const read = readers[name as keyof typeof hostConfigs]

  test(`${name} sends what _headers says, at every address`, () => {
    const served = read(print(typicalRules, '/'))
    for (const address of addresses) {
      const expected = Object.fromEntries(headersFor(asFile, address))
      const actual = Object.fromEntries(served(address))
      // Where nothing lies, a host of _headers says its policy in the page alone.
      if (address === '/nowhere/at/all') delete actual['content-security-policy']
      assert.deepEqual(actual, expected, address)
    }
  })

  test(`${name} serves a site below a path`, () => {
    const served = read(print(typicalRules, '/blog/'))
    assert.match(served('/blog/search/').get('content-security-policy') ?? '', /script-src 'self'/)
    assert.match(served('/blog/feed.xml').get('content-type') ?? '', /rss/)
    assert.equal(served('/feed.xml').get('content-type'), undefined)
  })

  test(`docs/deploy.md has the settings of ${name}`, () => {
    const manual = readFileSync(new URL('../../../docs/deploy.md', import.meta.url), 'utf8')
    assert.ok(manual.includes(print(typicalRules, '/').trim().split('\n').at(-1) ?? '?'))
    assert.equal(
      withHostConfigs(manual),
      manual,
      'run: npx node -C source scripts/headers.ts --docs',
    )
  })
}

test('the rules are read back from _headers as they were', () => {
  assert.deepEqual(rulesOfHeadersFile(printHeaders(typicalRules)), typicalRules)
})

test('what could end a string or begin a variable is refused', () => {
  for (const value of ['a"b', 'a\nb', 'a\\', '$host', '%{HTTP_HOST}'])
    assert.throws(() => quoted(value))
  assert.equal(quoted("default-src 'none'"), `"default-src 'none'"`)
})

test('signs of expressions in a path stand for themselves', () => {
  assert.equal(new RegExp(pathExpression('/a.b(c)/*', '/')).test('/a.b(c)/d/e'), true)
  assert.equal(new RegExp(pathExpression('/a.b/:c/', '/')).test('/axb/d/'), false)
  assert.equal(new RegExp(pathExpression('/a/:c/', '/')).test('/a/d/e/'), false)
})

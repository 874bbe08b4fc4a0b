import assert from 'node:assert/strict'
import test from 'node:test'
import { codes, rendered } from '../site-from.ts'

const settings = (url: string): string => `title: M\nurl: ${url}\ndescription: A test.\n`

const found = async (url: string, files: Readonly<Record<string, string>> = {}, check = true) =>
  codes(await rendered({ 'content/site.yaml': settings(url), ...files }, { check }))

test('a site that goes to a host without headers is told what it loses, by check alone', async () => {
  const own = 'https://example.org/'
  assert.deepEqual(await found(own), [])
  assert.deepEqual(await found('https://ada.github.io/notes/'), ['FS501'])
  assert.deepEqual(await found(own, { 'public/CNAME': 'example.org' }), ['FS501'])
  const workflow = 'steps:\n  - uses: actions/deploy-pages@v4\n'
  assert.deepEqual(await found(own, { '.github/workflows/site.yml': workflow }), ['FS501'])
  assert.deepEqual(await found(own, { '.github/workflows/site.yml': 'steps: []\n' }), [])
  assert.deepEqual(await found('https://ada.github.io/', {}, false), [])
  assert.deepEqual(await found('https://github.io.example.org/'), [])
})

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type BuiltCopy, builtCopy } from '../built-copy.ts'
import { callIbid, type Outcome } from './call-ibid.ts'

const copies: BuiltCopy[] = []
after(() => {
  for (const copy of copies) copy.remove()
})

/** A built site whose folder is also the user's home. */
async function site() {
  const copy = await builtCopy({ 'index.html': '<p>home', 'posts/a/index.html': '<p>a' })
  copies.push(copy)
  const env = { HOME: copy.root, SOURCE_DATE_EPOCH: '1700000000' }
  const ibid = (...argv: string[]): Promise<Outcome> => callIbid(argv, { cwd: copy.root, env })
  return { ...copy, ibid, env, at: (path: string) => join(copy.root, path) }
}

/** Runs a program that the tests need. @throws Error with the sentence that says how to get it */
function program(name: string, args: readonly string[], cwd: string, input = '') {
  const { status, stdout, stderr, error } = spawnSync(name, args, { cwd, input, encoding: 'utf8' })
  if (error)
    throw new Error(
      `This test needs ${name} and found none. On Debian: sudo apt-get install ${name}`,
    )
  return { status, printed: `${stdout}${stderr}` }
}

test('a key is made for its owner alone, once, and outside of what is published', async () => {
  const { ibid, at } = await site()
  const made = await ibid('sign', '--new-key')
  assert.equal(made.code, 0)
  assert.match(made.out, /Tell your readers: RW[\w+/]{54}\n$/)
  assert.match(made.err, /has no password: who can read .*minisign\.key can sign as you/)
  assert.equal(statSync(at('.minisign/minisign.key')).mode & 0o777, 0o600)
  assert.equal(statSync(at('.minisign')).mode & 0o777, 0o700)
  const key = readFileSync(at('.minisign/minisign.key'), 'utf8')
  const again = await ibid('sign', '--new-key')
  assert.equal(again.code, 1)
  assert.match(again.err, /It exists already; a key is never overwritten/)
  assert.equal(readFileSync(at('.minisign/minisign.key'), 'utf8'), key)
  for (const folder of ['public', 'dist', 'content/x'])
    assert.match(
      (await ibid('sign', '--new-key', '--key', `${folder}/my.key`)).err,
      /might be published/,
    )
})

test('a signed site is verified, by the key or by its file', async () => {
  const { ibid, at } = await site()
  const { out } = await ibid('sign', '--new-key', '--key', 'my.key')
  const key = /RW[\w+/]{54}/.exec(out)?.[0] ?? ''
  const signed = await ibid('sign', '--key', 'my.key')
  assert.deepEqual(signed, {
    code: 0,
    out: `Signed 4 files: dist/SHA256SUMS.minisig\nReaders check it with: ibid verify <address> --key ${key}\n`,
    err: '',
  })
  assert.match(readFileSync(at('dist/SHA256SUMS.minisig'), 'utf8'), /timestamp:1700000000\tfile:/)
  for (const given of [key, 'my.pub'])
    assert.deepEqual(await ibid('verify', '--key', given), {
      code: 0,
      out: `Signature: good, by the key ${key} (2023-11-14T22:13:20Z, file:SHA256SUMS, hashed)\ndist: 4 files, each as it was built.\n`,
      err: '',
    })
  assert.match((await ibid('verify')).out, /was not checked; give the key with --key/)
  assert.equal((await ibid('verify', at('dist'), '--quiet')).out, '')
})

test('minisign itself verifies what Ibid signs, and Ibid what minisign signs', async () => {
  const { ibid, dist, at } = await site()
  await ibid('sign', '--new-key', '--key', 'my.key')
  await ibid('sign', '--key', 'my.key')
  const theirs = program('minisign', ['-Vm', 'SHA256SUMS', '-p', at('my.pub')], dist)
  assert.equal(theirs.status, 0, theirs.printed)
  program('minisign', ['-GW', '-p', at('their.pub'), '-s', at('their.key')], dist)
  const signed = program('minisign', ['-Sm', 'SHA256SUMS', '-s', at('their.key')], dist)
  assert.equal(signed.status, 0, signed.printed)
  assert.equal((await ibid('verify', '--key', 'their.pub')).code, 0)
  assert.equal((await ibid('verify', '--key', 'my.pub')).code, 1)
  assert.equal((await ibid('sign', '--key', 'their.key')).code, 0)
  assert.equal(program('minisign', ['-Vm', 'SHA256SUMS', '-p', at('their.pub')], dist).status, 0)
})

test('an encrypted key asks for its password, and is the one of minisign', {
  timeout: 120_000,
}, async () => {
  const { ibid, env, root, dist, at } = await site()
  const withPassword = { cwd: root, env: { ...env, IBID_KEY_PASSWORD: 'Gänse' } }
  const made = await callIbid(['sign', '--new-key', '--key', 'my.key'], withPassword)
  assert.deepEqual([made.code, made.err], [0, ''])
  const refused = await ibid('sign', '--key', 'my.key')
  assert.equal(refused.code, 2)
  assert.match(refused.err, /encrypted, and there is no terminal .*\n {2}Type: IBID_KEY_PASSWORD=/)
  const signed = program('minisign', ['-Sm', 'SHA256SUMS', '-s', at('my.key')], dist, 'Gänse\n')
  assert.equal(signed.status, 0, signed.printed)
  assert.equal((await ibid('verify', '--key', 'my.pub')).code, 0)
})

test('an SSH key signs and verifies', async () => {
  const { ibid, root } = await site()
  for (const name of ['one', 'two'])
    assert.equal(program('ssh-keygen', ['-qt', 'ed25519', '-N', '', '-f', name], root).status, 0)
  const signed = await ibid('sign', '--ssh-key', 'one')
  assert.deepEqual([signed.code, signed.err], [0, ''])
  const good = await ibid('verify', '--ssh-key', 'one.pub')
  assert.equal(good.code, 0)
  assert.match(good.out, /^Signature: good, by the SSH key one\.pub: Good "ibid-site" signature/)
  const bad = await ibid('verify', '--ssh-key', 'two.pub')
  assert.equal(bad.code, 1)
  assert.match(bad.out, /^Signature: BAD\. The SSH signature is not good/)
  assert.match((await ibid('verify', '--ssh-key', 'one')).err, /one is no public SSH key/)
})

test('what was changed after the signature is told file by file, with exit 1', async () => {
  const { ibid, dist } = await site()
  await ibid('sign', '--new-key', '--key', 'my.key')
  await ibid('sign', '--key', 'my.key')
  appendFileSync(join(dist, 'index.html'), ' ')
  writeFileSync(join(dist, 'evil\u202e.html'), '')
  const { code, out } = await ibid('verify', '--key', 'my.pub')
  assert.equal(code, 1)
  assert.match(out, /^added {4}evil<U\+202E>\.html: no list names it\nchanged {2}index\.html: /)
  assert.match(out, /dist: 4 files read, 1 changed, 0 missing, 1 added\.\n$/)
  const again = await ibid('sign', '--key', 'my.key')
  assert.equal(again.code, 1)
  assert.match(
    again.err,
    /dist is not as it was built, so it is not signed: evil.*\n {2}Type: ibid build/,
  )
})

test('a signature that is missing, or of another list, is bad', async () => {
  const { ibid, dist } = await site()
  await ibid('sign', '--new-key', '--key', 'my.key')
  assert.match(
    (await ibid('verify', '--key', 'my.pub')).out,
    /BAD\. dist has no SHA256SUMS\.minisig/,
  )
  await ibid('sign', '--key', 'my.key')
  appendFileSync(join(dist, 'SHA256SUMS'), '')
  writeFileSync(
    join(dist, 'SHA256SUMS'),
    readFileSync(join(dist, 'SHA256SUMS'), 'utf8').toUpperCase(),
  )
  const { code, out } = await ibid('verify', '--key', 'my.pub')
  assert.equal(code, 1)
  assert.match(out, /BAD\. SHA256SUMS\.minisig is not the signature of these bytes/)
})

test('keys that are not there, and folders without a site, say what to type', async () => {
  const { ibid, at } = await site()
  assert.match(
    (await ibid('sign')).err,
    /minisign\.key cannot be read\. There is no such file\.\n {2}Type: ibid sign --new-key/,
  )
  assert.match((await ibid('verify', '--key', 'nowhere.pub')).err, /nowhere\.pub cannot be read/)
  assert.match((await ibid('verify', 'nowhere')).err, /holds no site that Ibid built/)
  writeFileSync(at('bad.pub'), 'x')
  assert.match((await ibid('verify', '--key', 'bad.pub')).err, /is no file of minisign/)
  await ibid('sign', '--new-key', '--key', 'my.key')
  chmodSync(at('my.key'), 0o644)
  const { code, err } = await ibid('sign', '--key', 'my.key')
  assert.equal(code, 0)
  assert.match(err, /Others on this machine can read .*my\.key\. Type: chmod 600/)
  assert.equal(existsSync(at('dist/.SHA256SUMS.minisig')), false)
})

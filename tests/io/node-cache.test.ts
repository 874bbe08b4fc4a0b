import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { nodeCache } from '../../src/io/node-cache.ts'
import { newFolder } from '../faults/disk-site.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text)
const text = (found: Uint8Array | undefined): string | undefined =>
  found && Buffer.from(found).toString()

test('what is added to a file is found where it was put, by this memory and by the next', () => {
  const root = newFolder()
  const cache = nodeCache(root, 'kept')
  assert.equal(cache.append('a', bytes('one')), 0)
  assert.equal(cache.append('b', bytes('other')), 0)
  assert.equal(cache.append('a', bytes('two')), 3)
  assert.equal(text(cache.readAt('a', 3, 3)), 'two')
  assert.equal(text(cache.readAt('b', 0, 5)), 'other')
  assert.equal(cache.readAt('a', 4, 3), undefined)
  assert.equal(text(nodeCache(root, 'kept').readAt('a', 0, 6)), 'onetwo')
})

test('a file that is replaced or removed is not the one that was held', () => {
  const cache = nodeCache(newFolder(), 'kept')
  cache.append('a', bytes('one'))
  assert.equal(cache.replace('a', bytes('two')), true)
  assert.equal(text(cache.readAt('a', 0, 3)), 'two')
  assert.equal(cache.append('a', bytes('!')), 3)
  cache.remove('a')
  assert.equal(cache.readAt('a', 0, 3), undefined)
  assert.equal(cache.append('a', bytes('new')), 0)
  assert.equal(text(cache.read('a')), 'new')
})

test('what is added after others took the file away, or put one in its place, is not lost', () => {
  const root = newFolder()
  const cache = nodeCache(root, 'kept')
  cache.append('a', bytes('one'))
  rmSync(path.join(root, 'kept'), { recursive: true })
  assert.equal(cache.append('a', bytes('two')), 0)
  assert.equal(readFileSync(path.join(root, 'kept/a'), 'utf8'), 'two')
  writeFileSync(path.join(root, 'draft'), 'others')
  renameSync(path.join(root, 'draft'), path.join(root, 'kept/a'))
  assert.equal(cache.append('a', bytes('!')), 6)
  assert.equal(readFileSync(path.join(root, 'kept/a'), 'utf8'), 'others!')
})

test('no link is followed, to read or to add', () => {
  const root = newFolder()
  const cache = nodeCache(root, 'kept')
  mkdirSync(path.join(root, 'kept'))
  writeFileSync(path.join(root, 'secret'), 'secret')
  symlinkSync('../secret', path.join(root, 'kept/a'))
  assert.equal(cache.readAt('a', 0, 6), undefined)
  assert.equal(cache.append('a', bytes('x')), undefined)
  assert.equal(readFileSync(path.join(root, 'secret'), 'utf8'), 'secret')
})

import assert from 'node:assert/strict'
import {
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { nodeCache } from '../../src/io/node-cache.ts'
import { ownFolder } from '../../src/io/own-folder.ts'
import { newFolder } from '../faults/disk-site.ts'

test('a folder stays the same while it is used and moved, and is another when it is copied', () => {
  const root = newFolder()
  const own = ownFolder(root, ['.ibid', 'cache'])
  assert.match(own ?? '', /^\d+-\d+$/)
  writeFileSync(path.join(root, '.ibid/cache/a'), 'a')
  assert.equal(ownFolder(root, ['.ibid', 'cache']), own)
  cpSync(path.join(root, '.ibid'), path.join(root, 'copy'), { recursive: true })
  assert.notEqual(ownFolder(root, ['copy', 'cache']), own)
  renameSync(path.join(root, '.ibid'), path.join(root, 'moved'))
  assert.equal(ownFolder(root, ['moved', 'cache']), own)
})

test('nothing is made where it only is looked at, and no link is followed', () => {
  const root = newFolder()
  assert.equal(ownFolder(root, ['.ibid', 'cache'], false), undefined)
  assert.equal(existsSync(path.join(root, '.ibid')), false)
  mkdirSync(path.join(root, 'elsewhere'))
  symlinkSync('elsewhere', path.join(root, '.ibid'))
  assert.equal(ownFolder(root, ['.ibid', 'cache']), undefined)
  const cache = nodeCache(root, '.ibid', 'cache')
  assert.equal(cache.replace('a', Buffer.from('a')), false)
  assert.equal(cache.append('a', Buffer.from('a')), undefined)
  assert.equal(existsSync(path.join(root, 'elsewhere/cache')), false)
  rmSync(path.join(root, '.ibid'))
  writeFileSync(path.join(root, '.ibid'), 'no folder')
  assert.equal(ownFolder(root, ['.ibid', 'cache']), undefined)
})

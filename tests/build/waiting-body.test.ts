import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { waitingBody, waitingText } from '../../src/build/waiting-body.ts'
import { nodeSpool } from '../../src/io/node-spool.ts'
import { newFolder } from '../faults/disk-site.ts'

const neverAgain = (): never => assert.fail('made once more')

test('what waits on the disk comes back as it was, in any order', () => {
  const spool = nodeSpool(newFolder(), 'cache')
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 })), (texts) => {
      const held = texts.map((text) => ({
        text,
        page: waitingBody(text, spool, neverAgain),
        item: waitingText(text, spool, neverAgain),
      }))
      for (const { text, page, item } of held.reverse()) {
        const body = Buffer.from(page.make())
        assert.deepEqual(body, Buffer.from(text))
        assert.equal(page.bytes, body.length)
        assert.equal(page.sha256, createHash('sha256').update(body).digest('hex'))
        assert.equal(item(), text)
      }
    }),
  )
})

test('nothing of it is seen in the folder', () => {
  const root = newFolder()
  const spool = nodeSpool(root, 'cache')
  assert.ok(spool.keep(Buffer.from('a page')))
  assert.deepEqual(readdirSync(path.join(root, 'cache')), [])
})

test('where there is no room, the text is made once more', () => {
  const root = newFolder()
  symlinkSync('.', path.join(root, 'cache'))
  for (const spool of [undefined, nodeSpool(root, 'cache')]) {
    assert.equal(waitingBody('a page', spool, () => 'again').make(), 'again')
    assert.equal(waitingText('an item', spool, () => 'again')(), 'again')
  }
  assert.deepEqual(readdirSync(root), ['cache'])
})

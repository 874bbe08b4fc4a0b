import assert from 'node:assert/strict'
import { test } from 'node:test'
import { satteriReader } from '../../src/io/satteri-reader.ts'

test('the quicker parser reads what looks like front matter as Markdown', async (t) => {
  const reader = await satteriReader()
  if (!reader) return t.skip('satteri is not installed, or does not run on this machine')
  assert.deepEqual(
    reader('---\na: b\n---\n').children.map(({ type }) => type),
    ['thematicBreak', 'heading'],
  )
})

test('where it would fetch itself from the network, it is not asked', async () => {
  const versions = process.versions
  Object.defineProperty(process, 'versions', { value: { ...versions, webcontainer: '1' } })
  try {
    assert.equal(await satteriReader(), undefined)
  } finally {
    Object.defineProperty(process, 'versions', { value: versions })
  }
})

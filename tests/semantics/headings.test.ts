import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from '../../src/model/plain-text.ts'
import { assignHeadingIds, liftTitle } from '../../src/semantics/headings.ts'
import { mdastOf } from '../markdown.ts'

const ids = (markdown: string): readonly string[] =>
  assignHeadingIds(mdastOf(markdown)).map((heading) => heading.id)

test('an id is made of the words alone: adding a note changes none', () => {
  assert.deepEqual(
    ids('## On *locks*[^a]\n\n## On locks\n\n[^a]: x'),
    ids('## On locks\n\n## On locks'),
  )
})

test('ids are unique, never empty, and none is one of the engine’s', () => {
  const found = ids(
    '## fn-k7q2-1\n\n## [^a]\n\n## \n\n## 鍵\n\n## Fnref-a\n\n## notes-x\n\n[^a]: x',
  )
  assert.equal(new Set(found).size, found.length)
  for (const id of found) {
    assert.notEqual(id, '')
    assert.doesNotMatch(id, /^(?:fn|fnref|notes)-/)
  }
  assert.ok(found.includes('鍵'))
})

test('first-level headings make all move down: the page’s first level is its title', () => {
  const depths = (markdown: string): readonly number[] =>
    assignHeadingIds(mdastOf(markdown)).map((heading) => heading.depth)
  assert.deepEqual(depths('# A\n\n## B\n\n###### C'), [2, 3, 6])
  assert.deepEqual(depths('## A\n\n### B'), [2, 3])
})

test('the first heading is the title only where the essay begins with it', () => {
  const body = mdastOf('<!-- x -->\n\n# A *title*\n\nWords.')
  assert.equal(textOf(liftTitle(body) ?? []), 'A title')
  assert.equal(
    body.children.some((node) => node.type === 'heading'),
    false,
  )
  assert.equal(liftTitle(mdastOf('Words.\n\n# Later')), undefined)
  assert.equal(liftTitle(mdastOf('## Second level')), undefined)
})

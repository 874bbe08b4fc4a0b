import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findComponents } from '../../../src/semantics/components/index.ts'
import { assignHeadingIds } from '../../../src/semantics/headings.ts'
import { mdastOf } from '../../markdown.ts'
import { components, outline } from './outline.ts'

const list = 'list(listItem(paragraph("a")))'

test('a container with a title in brackets', () => {
  const { tree, codes } = components(':::key-facts[Some *key* facts:]\n- a\n:::\n')
  assert.equal(tree, `keyFacts#some-key-facts h2["Some " emphasis("key") " facts"](${list})`)
  assert.deepEqual(codes, [])
})

test('a container without a title, with one in its first paragraph, with one in a heading', () => {
  assert.equal(components(':::key-facts\n- a\n:::\n').tree, `keyFacts#key-facts h2[](${list})`)
  assert.equal(
    components(':::key-facts\nSome key facts:\n\n- a\n:::\n').tree,
    `keyFacts#some-key-facts h2["Some key facts"](${list})`,
  )
  assert.equal(
    components(':::key-facts\n#### Facts\n\n- a\n:::\n').tree,
    `keyFacts#facts h4["Facts"](${list})`,
  )
})

test('the plain habit: a paragraph that announces the list after it', () => {
  const announcements = [
    'Some key facts:\n- a',
    'Key facts:\n\n- a',
    'SOME KEY FACTS :\n\n- a',
    '*Key facts:*\n\n- a',
    '**Key facts**:\n\n- a',
    '**Key facts**\n\n- a',
  ]
  for (const markdown of announcements)
    assert.match(
      components(markdown).tree,
      /^keyFacts#(?:some-)?key-facts h2\["[^:*]+"\]/i,
      markdown,
    )
})

test('what only resembles the habit stays what it is', () => {
  const others = [
    'Key facts\n\n- a',
    'Some key facts about it:\n\n- a',
    'Key facts:\n\nNo list.',
    'Key facts: a\n\n- a',
    '[Key facts:](x)\n\n- a',
    '# Key facts\n\n- a',
    '> Key facts:\n> - a',
    '- Key facts:\n  - a',
  ]
  for (const markdown of others)
    assert.doesNotMatch(components(markdown).tree, /keyFacts/, markdown)
  const off = components('Key facts:\n\n- a', { automaticKeyFacts: false })
  assert.doesNotMatch(off.tree, /keyFacts/)
})

test('calls in the title stay and do not enter the id; the colon goes', () => {
  const markdown = 'Key facts[^1]:\n\n- a\n\n[^1]: n'
  assert.match(components(markdown).tree, /^keyFacts#key-facts h2\["Key facts" footnoteReference\]/)
})

test('lists of any depth, links and calls stay as they are', () => {
  const markdown = 'Key facts:\n\n- a\n  - [b](c)\n    - d[^1]\n\n[^1]: n'
  assert.match(
    components(markdown).tree,
    /\(list\(listItem\(paragraph\("a"\) list\(listItem\(paragraph\(link\("b"\)\) list\(listItem\(paragraph\("d" footnoteReference\)\)\)\)\)\)\)\)/,
  )
})

test('the level is one below the heading above, never below the sixth', () => {
  const levels = [
    ...components(
      'Key facts:\n- a\n\n### H\n\nKey facts:\n- a\n\n###### H\n\nKey facts:\n- a',
    ).tree.matchAll(/ h(\d)\[/g),
  ]
  assert.deepEqual(
    levels.map((match) => match[1]),
    ['2', '4', '6'],
  )
})

test('ids are unique among headings, among each other and among those that are named', () => {
  const markdown =
    'Key facts:\n- a\n\n## Key facts\n\nKey facts:\n- a\n\n:::key-facts[Notes x]\n- a\n:::'
  const tree = mdastOf(markdown)
  assignHeadingIds(tree)
  const options = { automaticKeyFacts: true, usedIds: new Set(['key-facts-1']) }
  const made = findComponents(tree, { path: 'a.md', text: markdown }, options)
  const ids = [...outline(made.tree).matchAll(/keyFacts#(\S+)/g)].map((match) => match[1])
  assert.deepEqual(ids, ['key-facts-2', 'key-facts-3', 'key-facts-notes-x'])
})

test('key facts that hold nothing, that hold no list, that never end', () => {
  assert.deepEqual(components(':::key-facts[T]\n:::').codes, ['KF101@1'])
  assert.equal(components(':::key-facts[T]\n:::').tree, 'paragraph("T")')
  assert.deepEqual(components(':::key-facts\ntext\n:::').codes, ['KF102@1'])
  const unclosed = components(':::key-facts[T]\n- a\n\nRest\n')
  assert.equal(unclosed.tree, `keyFacts#t h2["T"](${list}) paragraph("Rest")`)
  assert.deepEqual(unclosed.codes, ['HT202@1'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { components } from './outline.ts'

test('a notice has a heading: its label, or a heading that it begins with, or none of its own', () => {
  assert.equal(
    components(':::notice[Read *this*:]\nText.\n:::').tree,
    'notice#read-this h2["Read " emphasis("this")](paragraph("Text."))',
  )
  assert.equal(
    components('## H\n\n:::warning\n#### Own\n\nText.\n:::').tree,
    'heading("H") warning#own h4["Own"](paragraph("Text."))',
  )
  assert.equal(
    components('## H\n\n:::warning\na\n:::').tree.slice(13),
    'warning#warning h3[](paragraph("a"))',
  )
})

test('a title alone is a notice; nothing at all is none, and is told', () => {
  assert.deepEqual(components(':::warning[Do not]\n:::'), {
    tree: 'warning#do-not h2["Do not"]()',
    codes: [],
    hints: '',
  })
  assert.deepEqual(components(':::notice\n:::').codes, ['HT205@1'])
  assert.deepEqual(components(':::notice\n![](a.png)\n:::').codes, [])
})

test('ids of notices are unique, also among key facts', () => {
  const ids = components(
    ':::notice\na\n:::\n\n:::notice\nb\n:::\n\n:::key-facts[Notice]\n- c\n:::\n\n:::notice[Notes x]\nd\n:::',
  ).tree.match(/#[\w-]+/g)
  assert.deepEqual(ids, ['#notice', '#notice-1', '#notice-2', '#notice-notes-x'])
})

test('key facts are announced in key facts only', () => {
  assert.equal(
    components(':::notice\nKey facts:\n\n- a\n:::', { automaticKeyFacts: false }).tree,
    'notice#notice h2[](paragraph("Key facts:") list(listItem(paragraph("a"))))',
  )
})

test('a notice that is never closed takes one block', () => {
  const { tree, codes } = components(':::notice[T]\na\n\nb\n')
  assert.equal(tree, 'notice#t h2["T"](paragraph("a")) paragraph("b")')
  assert.deepEqual(codes, ['HT202@1'])
})

test('a name that other tools have is understood as a question', () => {
  const meant: Record<string, string> = {
    note: 'notice',
    admonition: 'notice',
    tip: 'notice',
    caution: 'warning',
    wraning: 'warning',
    epigrpah: 'epigraph',
    img: 'figure',
  }
  for (const [typed, name] of Object.entries(meant)) {
    const { codes, hints } = components(`:::${typed}\na\n:::`)
    assert.deepEqual(codes, ['HT201@1'])
    assert.match(hints, new RegExp(`^Did you mean :::${name}\\b`), typed)
  }
})

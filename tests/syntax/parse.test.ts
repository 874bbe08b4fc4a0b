import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Nodes } from 'mdast'
import { parse } from '../../src/syntax/parse.ts'
import { nodesOf } from '../../src/syntax/walk.ts'
import { bodyStartOf, post, read } from '../semantics/notes/read.ts'

const nodes = (text: string, labels?: Iterable<string>): Nodes[] =>
  nodesOf(
    parse({ path: post, text }, bodyStartOf(text), {
      stars: 'auto',
      math: false,
      ...(labels && { labels }),
    }).tree,
  )
const places = (text: string, type: string): string[] =>
  nodes(text).flatMap(({ type: own, position }) =>
    own === type && position
      ? [
          `${position.start.line}:${position.start.column}-${position.end.line}:${position.end.column} ${text.slice(position.start.offset, position.end.offset)}`,
        ]
      : [],
  )
const values = (text: string): string =>
  nodes(text)
    .map((node) => ('value' in node ? node.value : ''))
    .join('')

describe('positions', () => {
  it('are those of the file, behind front matter, in CR LF files, after tabs, in nested blocks', () => {
    const text =
      '---\r\ntitle: x\r\n---\r\n\r\n> -\tone* and\r\n>  \ttwo**.\r\n\r\n* n\r\n\r\n\tm***\r\n\r\n** o\r\n*** p\r\n'
    assert.deepEqual(places(text, 'footnoteReference'), [
      '5:8-5:9 *',
      '6:8-6:10 **',
      '10:3-10:6 ***',
    ])
    assert.deepEqual(
      read(text).notes.map((note) => [
        note.label,
        note.place?.start.line,
        note.references[0]?.place?.start.offset,
      ]),
      [
        ['*', 8, text.indexOf('* and')],
        ['**', 12, text.indexOf('**.')],
        ['***', 13, text.indexOf('***\r\n\r\n')],
      ],
    )
  })

  it('are kept beside addresses that are found late', () => {
    const text = 'a [www.x.test and me@x.test [^no] b'
    for (const node of nodes(text)) assert.ok(node.position, node.type)
    assert.deepEqual(
      read(text).diagnostics.map((each) => each.place?.start.column),
      [29],
    )
  })

  it('do not move where the body begins in the middle of a line or with a mark', () => {
    const text = 'front|\ufeffa[^x]\n\n[^x]: t'
    const { tree } = parse(
      { path: post, text },
      { line: 1, column: 7, offset: 6 },
      { stars: 'auto', math: false },
    )
    const call = nodesOf(tree).find((node) => node.type === 'footnoteReference')
    assert.deepEqual(call?.position?.start, { line: 1, column: 9, offset: 8 })
  })
})

describe('directives', () => {
  it('are containers, leaves and :pull[…]', () => {
    const types = nodes(':::note\na :pull[b *c*] d\n:::\n\n::leaf[e]\n').map((node) => node.type)
    for (const type of ['containerDirective', 'leafDirective', 'textDirective'])
      assert.ok(types.includes(type as never))
  })

  it('leave every other colon alone', () => {
    const text = 'At 10:30 std::vector :smile: :pull :pull{a} :pulled[x] :b[y] a:pull[z'
    assert.equal(values(text), text)
  })

  it('may hold notes whose calls come before them', () => {
    assert.deepEqual(places('a[^x]\n\n:::note\nb\n\n[^x]: t\n:::\n', 'footnoteReference'), [
      '1:2-1:6 [^x]',
    ])
  })
})

describe('labels defined elsewhere', () => {
  it('make calls, whatever their case', () => {
    assert.deepEqual(
      nodes('a[^GPL] b[^x](u)', ['gpl'])
        .filter((node) => /Ref|link/.test(node.type))
        .map((node) => node.type),
      ['footnoteReference', 'link'],
    )
  })

  it('may be given by an iterator, which is used once', () => {
    const labels = new Map([['s', 1]]).keys()
    assert.equal(
      nodes('a* b[^s]\n\n* n', labels).filter((node) => node.type === 'footnoteReference').length,
      2,
    )
  })
})

describe('inline notes', () => {
  const seen = (text: string): string =>
    nodes(text)
      .flatMap((node) =>
        node.type === 'footnote'
          ? [text.slice(node.position?.start.offset, node.position?.end.offset)]
          : [],
      )
      .join(' | ')
  for (const [text, wanted] of [
    ['a^[b] c', '^[b]'],
    ['a^[see [sic] and [b](u) and `]`] c', '^[see [sic] and [b](u) and `]`]'],
    ['a^[b ^[c] d] e', '^[b ^[c] d] | ^[c]'],
    ['[a^[b] c](u)', '^[b]'],
    ['![a](u)^[b]', '^[b]'],
    ['a^[b\n> c', ''],
    ['> a^[b\n> c] d', '^[b\n> c]'],
    ['a^[b *c] d*', '^[b *c]'],
    ['a\\^[b] ^\\[c] `^[d]`', ''],
    ['a^[b [c] ^[d]', '^[d]'],
    ['[^a b] [^] ^ [c]', ''],
  ] as const)
    it(JSON.stringify(text), () => {
      assert.equal(seen(text), wanted)
    })

  it('that never end are words, and what is around them is read', () => {
    const types = nodes('^[a *b* [c](u) ^[d').map((node) => node.type)
    assert.ok(types.includes('emphasis') && types.includes('link') && !types.includes('footnote'))
  })

  it('keep their line breaks', () => {
    assert.ok(nodes('a^[b\nc]').some((node) => node.type === 'text' && node.value === 'b\nc'))
  })
})

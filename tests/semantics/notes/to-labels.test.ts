import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { listNotes, toLabels } from '../../../src/semantics/notes/index.ts'
import { read } from './read.ts'

const rewritten = (text: string): string => toLabels({ text }, read(text))

describe('toLabels', () => {
  for (const [title, text, wanted] of [
    [
      'stars',
      'One* two**.\n\n*first\n\n** second\n',
      'One[^1] two[^2].\n\n[^1]: first\n\n[^2]: second\n',
    ],
    ['lines without blanks', 'a* b**\r\n\r\n * x\r\n**y', 'a[^1] b[^2]\r\n\r\n [^1]: x\r\n[^2]: y'],
    [
      'blocks inside notes',
      'a*\n\n* x\nlazy\n\n  - b\n\n\tc\n\n  ```\n  d\n\n    e\n  ```\n',
      'a[^1]\n\n[^1]: x\nlazy\n\n    - b\n\n      c\n\n    ```\n    d\n\n      e\n    ```\n',
    ],
    ['notes in notes', 'a*\n\n* b**\n** c*\n', 'a[^1]\n\n[^1]: b[^2]\n[^2]: c[^1]\n'],
    ['no-break spaces', 'a*\n\n*\u00a0 x\n', 'a[^1]\n\n[^1]: x\n'],
    ['inline notes', 'a^[b *c*] d.', 'a[^1] d.\n\n[^1]: b *c*\n'],
    [
      'inline notes in notes',
      'a^[b ^[c] d*] e\n\n* f^[g]\n',
      'a[^1] e\n\n[^3]: f[^4]\n\n[^1]: b [^2] d[^3]\n[^2]: c\n[^4]: g\n',
    ],
    [
      'inline notes on several lines of a quote',
      '> a^[b\n> c] d\n',
      '> a[^1] d\n\n[^1]: b\n    c\n',
    ],
    [
      'an inline note whose words begin on the next line of a quote',
      '> a^[\n> b] c\n',
      '> a[^1] c\n\n[^1]: b\n',
    ],
    [
      'words that would begin a block',
      'a^[1. b] c^[# d] e^[- f] g^[[h]: i]\n',
      'a[^1] c[^2] e[^3] g[^4]\n\n[^1]: 1\\. b\n[^2]: \\# d\n[^3]: \\- f\n[^4]: \\[h]: i\n',
    ],
    ['notes that cannot begin a line', 'a^[<div>x] b^[c]\n', 'a^[<div>x] b[^2]\n\n[^2]: c\n'],
    [
      'notes with a line that would begin another block',
      'a^[b\n      # c] d^[e\n:::key-facts[x]] f^[g]\n',
      'a^[b\n      # c] d^[e\n:::key-facts[x]] f[^3]\n\n[^3]: g\n',
    ],
    [
      'a last block that would swallow the notes',
      'a^[b]\n\n```\ncode\n',
      'a[^1]\n\n[^1]: b\n\n```\ncode\n',
    ],
    [
      'labels that are taken',
      'a* b[^1] c[^2]\n\n* x\n\n[^1]: y\n',
      'a[^3] b[^1] c[^2]\n\n[^3]: x\n\n[^1]: y\n',
    ],
    ['stars that call nothing', 'a* b**.\n\n* x\n', 'a[^1] b\\*\\*.\n\n[^1]: x\n'],
    ['emphasis at the beginning of a note', 'a*\n\n***b:** c\n', 'a[^1]\n\n[^1]: **b:** c\n'],
    ['calls in links', '[a* b](u)\n\n* x\n', '[a[^1] b](u)\n\n[^1]: x\n'],
    [
      'front matter',
      '---\ntitle: a*\n---\n\na*\n\n* x\n',
      '---\ntitle: a*\n---\n\na[^1]\n\n[^1]: x\n',
    ],
    ['nothing to do', 'a[^x] *b* c\n\n[^x]: y\n\n* z', 'a[^x] *b* c\n\n[^x]: y\n\n* z'],
  ] as const)
    it(title, () => {
      assert.equal(rewritten(text), wanted)
      assert.equal(rewritten(wanted), wanted)
    })

  it('leaves shared notes where they are', () => {
    const text = 'a[^s] b*\n\n* x\n'
    const resolved = read(text, { shared: '[^s]: one^[two]' })
    assert.equal(toLabels({ text }, resolved), 'a[^s] b[^2]\n\n[^2]: x\n')
  })
})

describe('listNotes', () => {
  it('gives number, kind, label, place, first words and calls', () => {
    const text = 'A* b^[two *words*] c[^x].\n\n[^x]: Three[^s]\n\n* One, called again[^x]'
    assert.deepEqual(listNotes(read(text, { shared: '\n[^s]: Four' }).notes), [
      {
        number: 1,
        kind: 'star',
        label: '*',
        line: 5,
        column: 1,
        text: 'One, called again',
        calls: [{ line: 1, column: 2 }],
      },
      {
        number: 2,
        kind: 'inline',
        label: null,
        line: 1,
        column: 5,
        text: 'two words',
        calls: [{ line: 1, column: 5 }],
      },
      {
        number: 3,
        kind: 'label',
        label: 'x',
        line: 3,
        column: 1,
        text: 'Three',
        calls: [
          { line: 1, column: 21 },
          { line: 5, column: 20, inNote: 1 },
        ],
      },
      {
        number: 4,
        kind: 'shared',
        label: 's',
        file: 'content/notes/shared.md',
        line: 2,
        column: 1,
        text: 'Four',
        calls: [{ line: 3, column: 12, inNote: 3 }],
      },
    ])
  })

  it('shortens long words at a space, and never inside a character', () => {
    const [long] = listNotes(read(`a^[${'word '.repeat(40)}]`).notes)
    assert.match(long?.text ?? '', /^(?:word ){10,}word…$/)
    const [wide] = listNotes(read(`a^[x${'𝒜'.repeat(80)}]`).notes)
    assert.ok((wide?.text.length ?? 99) <= 60 && wide?.text.isWellFormed())
  })
})

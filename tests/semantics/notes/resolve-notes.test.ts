import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { noteId, referenceId } from '../../../src/model/notes.ts'
import { sourcePath } from '../../../src/model/paths.ts'
import { textOf } from '../../../src/model/plain-text.ts'
import { parseSharedNotes } from '../../../src/semantics/notes/index.ts'
import { nodesOf } from '../../../src/syntax/walk.ts'
import { codesOf, read, sharedFile, shown, textOfNote, tidy } from './read.ts'

const names = (text: string): string[] => read(text).notes.map((note) => note.name)
const bodyOf = (text: string): string => tidy(shown(read(text).body))

describe('names of notes', () => {
  it('are labels where these are names', () => {
    const labels = [
      'greer',
      'X.Y',
      'note_2',
      'é-1',
      '1',
      '日本',
      'a日本',
      '--',
      'Ünï',
      '**',
      'constructor',
    ]
    const text = `${labels.map((label) => `w[^${label}]`).join(' ')}\n\n${labels.map((label) => `[^${label}]: t`).join('\n')}`
    assert.deepEqual(names(text), [
      'greer',
      'x-y',
      'note_2',
      'e-1',
      '5',
      '6',
      '7',
      '8',
      'uni',
      '10',
      'constructor',
    ])
  })

  it('are numbers for stars and inline notes', () => {
    assert.deepEqual(names('A* b^[c] d[^e].\n\n[^e]: f\n\n* g'), ['1', '2', 'e'])
  })

  it('keep all ids apart, also those of second calls', () => {
    const { notes } = read(
      'A[^a] b[^a] c[^a-2] d[^a-2-2] e[^a-2] f[^É] g[^e].\n\n[^a]: 1\n[^a-2]: 2\n[^a-2-2]: 3\n[^É]: 4\n[^e]: 5',
    )
    const ids = notes.flatMap((note) => [
      noteId('k', note.name),
      ...note.references.map((call) => referenceId('k', note.name, call.ordinal)),
    ])
    assert.equal(new Set(ids).size, ids.length)
    assert.equal(notes[0]?.name, 'a')
    assert.deepEqual(
      notes.map((note) => note.name),
      ['a', '2', 'a-2-2', 'e', '5'],
    )
  })

  it('do not grow without end', () => {
    const label = 'x'.repeat(900)
    assert.deepEqual(names(`A[^${label}].\n\n[^${label}]: t`), ['1'])
  })
})

describe('numbers of notes', () => {
  it('follow the first calls: the body first, then notes in notes, breadth first', () => {
    const { notes } = read(
      'A[^a] b[^b].\n\n[^a]: 1[^c]\n\n    > 2[^d]\n\n[^b]: 3[^e]\n[^c]: 4[^f]\n[^d]: 5\n[^e]: 6\n[^f]: 7',
    )
    assert.deepEqual(
      notes.map((note) => note.label),
      ['a', 'b', 'c', 'd', 'e', 'f'],
    )
    assert.deepEqual(
      notes.map((note) => note.references[0]?.inNote),
      [undefined, undefined, 1, 1, 2, 3],
    )
  })

  it('count all kinds of notes together', () => {
    const { notes } = read('A^[i] b* c[^l] d[^s].\n\n[^l]: t\n\n*u', { shared: '[^s]: shared' })
    assert.deepEqual(
      notes.map(({ kind, label }) => [kind, label]),
      [
        ['inline', null],
        ['star', '*'],
        ['label', 'l'],
        ['shared', 's'],
      ],
    )
  })

  it('are on the calls, with their ordinals in reading order', () => {
    const { body, notes } = read('A[^a] b[^b] c[^a].\n\n[^a]: 1\n\n[^b]: 2[^a]')
    const calls = nodesOf(body).filter((node) => node.type === 'footnoteReference')
    assert.deepEqual(
      calls.map((call) => call.data?.note),
      [
        { number: 1, name: 'a', ordinal: 1 },
        { number: 2, name: 'b', ordinal: 1 },
        { number: 1, name: 'a', ordinal: 2 },
      ],
    )
    assert.deepEqual(
      notes[0]?.references.map(({ ordinal, inNote, place }) => [
        ordinal,
        inNote,
        place?.start.column,
      ]),
      [
        [1, undefined, 2],
        [2, undefined, 14],
        [3, 2, 8],
      ],
    )
  })

  it('stay linear for many calls, many notes and long loops', () => {
    const many = read(`${'w[^a] '.repeat(100_000)}\n\n[^a]: t`)
    assert.equal(many.notes[0]?.references.length, 100_000)
    const indexes = Array.from({ length: 10_000 }, (_, index) => index)
    const loop = read(
      `w[^n0]\n\n${indexes.map((n) => `[^n${n}]: t[^n${(n + 1) % 10_000}]`).join('\n')}`,
    )
    assert.equal(loop.notes.length, 10_000)
    assert.deepEqual(
      loop.diagnostics.map((each) => each.code),
      ['FN202'],
    )
    assert.match(
      loop.diagnostics[0]?.message ?? '',
      /\[\^n0\] → \[\^n1\] → .*… → \[\^n9999\] → \[\^n0\]/,
    )
    const five = read(
      `${indexes
        .slice(0, 5000)
        .map((n) => `w^[n${n}]`)
        .join(' ')}`,
    )
    assert.equal(five.notes.length, 5000)
  })
})

describe('calls in odd places', () => {
  it('leave the words of a link, in order, and stand behind it', () => {
    const { body } = read('See [one[^a] *two[^b]*](u)[^c] end.\n\n[^a]: 1\n[^b]: 2\n[^c]: 3')
    const [paragraph] = body.children
    assert.deepEqual(
      paragraph && 'children' in paragraph && paragraph.children.map((node) => node.type),
      ['text', 'link', 'footnoteReference', 'footnoteReference', 'footnoteReference', 'text'],
    )
    assert.equal(bodyOf('[a[^x]][r] b^[c [d^[e]](u)]\n\n[r]: u\n[^x]: t'), 'a1 b2')
  })

  it('leave the words of a picture', () => {
    const images = (text: string) =>
      nodesOf(read(text).body).filter((node) => node.type === 'image')
    assert.equal(images('![a cat[^a]](c.png)\n\nb[^a]\n\n[^a]: t')[0]?.alt, 'a cat')
    assert.equal(images('![a cat[^zz]](c.png)')[0]?.alt, 'a cat')
    assert.equal(images('![a cat* here](c.png) b*\n\n*t')[0]?.alt, 'a cat here')
    assert.equal(images('![a * b](c.png) b*\n\n*t')[0]?.alt, 'a * b')
    assert.deepEqual(codesOf('![a cat* here](c.png) b*\n\n*t'), ['FN107'])
    assert.deepEqual(codesOf('![a cat^[big]](c.png)'), ['FN107'])
  })

  it('are heard in headings, lists, quotes, tables, directives, pull quotes and other notes', () => {
    const text =
      '# A[^n]\n\nB\n===\n\n- c[^n]\n\n> d[^n]\n\n| e[^n] | f* |\n|-|-|\n| g | h* |\n\n:::key-facts[Some[^n]]\n- i[^n]\n:::\n\n::leaf[j[^n]]\n\nk :pull[l[^n] m*] ^[o[^n]]\n\n[^n]: t\n\n* u'
    const { notes } = read(text)
    assert.deepEqual(
      notes.map((note) => note.references.length),
      [9, 3, 1],
    )
  })

  it('are words in code, HTML and behind a backslash', () => {
    const text =
      '`a[^x]` <i title="[^x]">b</i> \\[^x] c\\* <!-- d* -->\n\n<p>e[^x]</p>\n\nf[^x]*\n\n[^x]: t\n\n* u'
    assert.deepEqual(
      read(text).notes.map((note) => note.references.length),
      [1, 1],
    )
  })
})

describe('a note inside a note', () => {
  it('ends where the note around it goes on', () => {
    for (const [open, indent] of [
      ['[^a]:', '    '],
      ['[^a]:', '\t'],
      ['*', '  '],
    ]) {
      const call = open === '*' ? '*' : '[^a]'
      const text = `A${call}.\n\n${open} One[^b].\n\n${indent}[^b]: Inner.\n\n${indent}    More.\n\n${indent}Two.\n`
      assert.deepEqual(read(text).notes.map(textOfNote), ['One2. Two.', 'Inner. More.'], text)
    }
  })
})

describe('what is no note', () => {
  it('is printed as it was typed', () => {
    assert.equal(bodyOf('A[^x] b ^[c d[^].'), 'A[^x] b ^[c d[^].')
    assert.equal(bodyOf('A^[] b^[ ].'), 'A^[] b^[ ].')
    assert.equal(bodyOf('[^a b]: word\n\nsee [^a b] here'), '[^a b]: word see [^a b] here')
    assert.deepEqual(codesOf('[^a b]: word\n\nsee [^a b] here'), ['FN104'])
  })

  it('leaves no empty quote behind', () => {
    const { body } = read('A[^x].\n\n> [^x]: t\n')
    assert.deepEqual(
      body.children.map((node) => node.type),
      ['paragraph'],
    )
  })

  it('stands apart from a note by its kind alone', () => {
    assert.equal(
      textOfNote(read('A[^x].\n\n[^x]: a[^x y] `b`').notes[0] ?? assert.fail()),
      'a[^x y] b',
    )
  })
})

describe('shared notes', () => {
  const shared =
    '<!-- ours -->\n\n[^GPL]: See [the text][l].\n\n[^bar]: b[^gpl] ^[inside] c[^own]\n\n[l]: https://gnu.test'

  it('answer calls that the post does not', () => {
    const { notes, diagnostics } = read('A[^gpl] b[^bar].\n\n[^own]: mine', { shared })
    assert.deepEqual(diagnostics, [])
    assert.deepEqual(
      notes.map(({ kind, label, name, file }) => [kind, label, name, file]),
      [
        ['shared', 'GPL', 'gpl', sharedFile],
        ['shared', 'bar', 'bar', sharedFile],
        ['inline', null, '3', sharedFile],
        ['label', 'own', 'own', undefined],
      ],
    )
    assert.deepEqual(notes.map(textOfNote), ['See the text.', 'b1 3 c4', 'inside', 'mine'])
    const links = notes.flatMap((note) => note.content.flatMap((node) => nodesOf(node)))
    assert.ok(links.some((node) => node.type === 'link' && node.url === 'https://gnu.test'))
  })

  it('give way to the notes of the post', () => {
    const [note] = read('A[^gpl].\n\n[^gpl]: mine', { shared }).notes
    assert.deepEqual([note?.kind, note && textOfNote(note)], ['label', 'mine'])
  })

  it('are not changed by the posts that use them', () => {
    const parsed = parseSharedNotes({ path: sharedFile, text: shared })
    const before = JSON.stringify(parsed.notes)
    assert.deepEqual(parsed.diagnostics, [])
    assert.equal(read('A[^bar] b[^bar].', { shared }).notes.length, 3)
    assert.equal(JSON.stringify(parseSharedNotes({ path: sharedFile, text: shared }).notes), before)
  })

  it('report a call in them that nothing answers, in their own file', () => {
    const [found] = read('A[^bar].', { shared: '[^bar]: b[^gone]' }).diagnostics
    assert.deepEqual(
      [found?.code, found?.file, found?.place?.start.column],
      ['FN101', sharedFile, 10],
    )
    const [note] = read('A[^bar].', { shared: '[^bar]: b[^gone]' }).notes
    assert.equal(note && textOfNote(note), 'b[^gone]')
    assert.equal(textOf(note?.content ?? []), 'b')
  })

  it('are looked through once, where they are written', () => {
    const text =
      '[^a]: 1\n\n[^a]: 2\n\n[^b]:\n\nStray.\n\n[^c]: x [^d]\n\n[^e f]: y\n\n*not a star note'
    const { notes, diagnostics } = parseSharedNotes({
      path: sourcePath('content/notes/x.md'),
      text,
    })
    assert.deepEqual(
      notes.map((note) => note.identifier),
      ['a', 'b', 'c'],
    )
    assert.deepEqual(diagnostics.map((each) => each.code).sort(), [
      'FN102',
      'FN103',
      'FN104',
      'FN204',
      'FN208',
    ])
  })
})

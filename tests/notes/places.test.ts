import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { annotate } from '../../src/essay/annotate.ts'
import type { DiagnosticCode } from '../../src/model/diagnostic-codes.ts'
import { sourcePath } from '../../src/model/paths.ts'
import { readSettings } from '../../src/schema/settings.ts'
import { withCrlf } from './cases.ts'
import { lined } from './lined.ts'

/** A text whose findings of one code stand at the words between guillemets, and whose other places are between ‹…›. */
interface Row {
  readonly code: DiagnosticCode
  readonly text: string
  /** How many further places the first finding names: those between ‹…›. */
  readonly related?: true
  /** False where a quote or an item around the text would change its meaning: star notes stand at the top. */
  readonly nests?: false
}

const star = { nests: false } as const
const rows: readonly Row[] = [
  { code: 'FN101', text: 'Tab\tand *em«[^nope]»*, `[^c]` and\nmore«[^no]».' },
  { code: 'FN101', text: '| a | b |\n|---|---|\n| c«[^q]» | \\[^d] «[^e]» |' },
  {
    code: 'FN101',
    text: '## Head«[^x]»\n\nText[^a].\n\n[^a]: in «[^b]»\n\n    a «[^c]» d\n\n    - e«[^d]»',
  },
  { code: 'FN101', text: 'A &amp; b \\* c «[^n]» ^[in a «[^m]»\nnote]' },
  { code: 'FN101', text: 'www.x.test «[^n]» a@b.test «[^m]»' },
  { code: 'FN101', text: 'A[^a].\n\n[^a]: t\n\n\ta «[^c]» d\n\n\t-\te«[^d]»', nests: false },
  { code: 'FN102', text: 'A[^d].\n\n‹[^d]: One.›\n\n«[^D]: Two\n    and more.»', related: true },
  { code: 'FN103', text: 'A[^e] b«^[]» c«^[ ]»\n\n«[^e]:»' },
  { code: 'FN104', text: 'A«[^my note]», b«[^a\tb]».' },
  { code: 'FN105', text: 'A«^[» never\nends ^[does] «^[» x' },
  { code: 'FN106', text: 'A\n\n«[^1]» One\n«[^2]» Two' },
  { code: 'FN106', text: 'A\n\n«[^1]» : One' },
  { code: 'FN106', text: 'A«[1]».\n\n‹[1]: Word›', related: true },
  { code: 'FN106', text: 'A[1].\n\n«[1]:» Several words.' },
  { code: 'FN107', text: 'B[^a]\n\n![a \\* cat«[^a]»](c.png "[^a]")\n\n[^a]: t' },
  { code: 'FN107', text: 'B* ![cat«*» x](c.png)\n\n* t', ...star },
  { code: 'FN201', text: 'A.\n\n«[^u]: text\n\n    more»\n\nB.' },
  { code: 'FN201', text: 'A.\n\n«[^u]: x[^v]»\n\n‹[^v]: y›', related: true },
  { code: 'FN202', text: 'A[^a].\n\n[^a]: x‹[^b]›\n\n[^b]: y«[^a]»', related: true },
  { code: 'FN202', text: 'A[^a].\n\n[^a]: x\n\n    - y «[^a]»' },
  { code: 'FN203', text: 'A[^a].\n\n‹[^a]: t›\n\n  «More\n  here.»\n\nB.', related: true },
  { code: 'FN204', text: 'A *b* «[^a]», c[^a] d\t«[^a]».\n\n[^a]: t' },
  { code: 'FN205', text: '[a *b«[^a]»*](u) <b>x</b> <a href="v">c[^a]</a>\n\n[^a]: t' },
  { code: 'FN205', text: 'See https://x.test/«[^a]» and b[^a].\n\n[^a]: t' },
  { code: 'FN206', text: 'A[^a] b[^b].\n\n[^a]: «1984. Great.»\n\n[^b]: «12) x»' },
  { code: 'FN207', text: 'A\n\n«### [^a]»\n\n[^a]: t' },
  {
    code: 'FN301',
    text: 'One* two«**», *e*«**».\n\n> q«***»\n\n- i j k«****»\n\n* note',
    ...star,
  },
  { code: 'FN301', text: 'One*.\n\n* note\n\n  with x«**»', ...star },
  { code: 'FN302', text: 'One*.\n\n‹*›one\n\n«*»two', related: true, ...star },
  { code: 'FN303', text: 'One*.\n\n*one\n\n «**» two', ...star },
  { code: 'FN304', text: 'A‹*›\tb«*» c*.\n\n* one', related: true, ...star },
  { code: 'FN305', text: 'A* b.\n\n «*»**Note:** so', ...star },
  { code: 'FN305', text: 'A*** b.\n\n«***»Note:** so', ...star },
  { code: 'FN306', text: 'A* b**.\nmore\n  «*»one\n\n** two', ...star },
  { code: 'FN306', text: 'A* b**.\n\n«*»one\n---\n\n** two', ...star },
  { code: 'FN306', text: 'A* b**.\n\n* x\n* y\n«*» one\n\n** two', ...star },
  { code: 'FN307', text: 'A «*» and\t«*» b**.\n\n* one\n\n** two', ...star },
  { code: 'FN308', text: 'A** b«*».\n\n* one\n\n** two', ...star },
  { code: 'FN308', text: 'A******.\n\n«******» six', ...star },
  { code: 'FN309', text: 'A*.\n\n* see«*» this', ...star },
  { code: 'FN309', text: 'A*.\n\n «*»<!-- -->', ...star },
]

const { settings } = readSettings('content/site.yaml', undefined)

/** The text without its signs, and what stands between them. */
function unmarked(marked: string): { text: string; at: string[]; others: string[] } {
  const found: Record<string, string[]> = { '«': [], '‹': [] }
  let text = ''
  let start = 0
  let open = ''
  for (const sign of marked) {
    if (sign === '«' || sign === '‹') [open, start] = [sign, text.length]
    else if (sign === '»' || sign === '›') found[open]?.push(placeIn(text, start, text.length))
    else text += sign
  }
  return { text, at: found['«'] ?? [], others: found['‹'] ?? [] }
}

/** `line:column-line:column typed`, counted by hand. */
function placeIn(text: string, from: number, to: number): string {
  const point = (offset: number): string => {
    const lines = text.slice(0, offset).split(/\r\n|\n/)
    return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`
  }
  return `${point(from)}-${point(to)} ${text.slice(from, to)}`
}

/** What the engine says: each place as the file has it, by its lines and by its offsets. */
function placesOf(text: string, code: DiagnosticCode): { at: string[]; others: string[] } {
  assert.ok(settings)
  const read = annotate(
    { path: sourcePath('content/posts/p.md'), text },
    { settings, sharedNotes: new Map() },
  )
  assert.ok(read.readable)
  const found = read.diagnostics.filter((each) => each.code === code)
  const shown = (place: (typeof found)[number]['place']): string => {
    assert.ok(place)
    const { start, end } = place
    const typed = text.slice(start.offset, end.offset)
    return `${start.line}:${start.column}-${end.line}:${end.column} ${typed}`
  }
  return {
    at: found.map((each) => shown(each.place)),
    others: found.flatMap((each) => each.related ?? []).map((each) => shown(each.place)),
  }
}

const front = '---\ntitle: "[^nope] **"\ndate: 2020-01-01\n---\n'

const inTabbedNote = lined('\t', 'Z[^zz].\n\n[^zz]:\tY\n\n\t')

const surroundings: readonly (readonly [
  name: string,
  change: (text: string) => string,
  nests: boolean,
])[] = [
  ['as it is', (text) => text, false],
  ['with CR LF', withCrlf, false],
  ['behind front matter', (text) => front + text, false],
  ['behind front matter, with CR LF', (text) => withCrlf(front + text), false],
  [
    'behind a table, a formula and HTML',
    (text) => `| a |\n|---|\n\n<div>\n\n</div>\n\n${text}`,
    false,
  ],
  ['in a quote', lined('> '), true],
  ['in a quote with CR LF', (text) => withCrlf(lined('> ')(text)), true],
  ['in an item', lined('  ', '- '), true],
  ['in a quote in an item', lined('   > ', '1. > '), true],
  ['in an item behind tabs', lined('\t', '-\t'), true],
  ['in a note', lined('    ', 'Z[^zz].\n\n[^zz]: '), true],
  ['in a note behind tabs with CR LF', (text) => withCrlf(inTabbedNote(text)), true],
  ['in a star note', lined('  ', 'Z*.\n\n* '), true],
  ['in an item in a note', lined('      ', 'Z[^zz].\n\n[^zz]: Y\n\n    - '), true],
]

describe('a finding about notes stands exactly where the author typed it', () => {
  for (const [name, change, nests] of surroundings)
    for (const row of rows.filter((each) => !nests || each.nests !== false))
      it(`${row.code} ${name}: ${JSON.stringify(row.text.slice(0, 48))}`, () => {
        const { text, at, others } = unmarked(change(row.text))
        const found = placesOf(text, row.code)
        assert.deepEqual(found.at, at)
        if (row.related) assert.deepEqual(found.others, others)
      })

  it('for each code that can stand in a post', () => {
    const codes = new Set<string>(rows.map((row) => row.code))
    for (const code of ['FN101', 'FN102', 'FN103', 'FN104', 'FN105', 'FN106', 'FN107'])
      assert.ok(codes.has(code), code)
    for (let code = 201; code <= 207; code++) assert.ok(codes.has(`FN${code}`))
    for (let code = 301; code <= 309; code++) assert.ok(codes.has(`FN${code}`))
  })
})

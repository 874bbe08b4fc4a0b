import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { compileContext } from '../../src/build/compile-context.ts'
import { mendFiles } from '../../src/cli/mend-files.ts'
import { annotate, type CompileContext } from '../../src/essay/annotate.ts'
import { memorySource } from '../../src/io/memory.ts'
import { sourcePath } from '../../src/model/paths.ts'
import { applyFixes } from '../../src/semantics/fix.ts'
import { rendered } from '../site-from.ts'
import { withCrlf } from './cases.ts'
import { lined } from './lined.ts'

/** What an author typed, and what `check --fix` makes of it. */
interface Row {
  readonly code: string
  readonly text: string
  readonly fixed: string
  /** Whether the same holds inside a quote and an item. */
  readonly nests?: true
}

const rows: readonly Row[] = [
  {
    code: 'FN106',
    text: 'A[^1] b[^2].\n\n[^1] One *x*\n[^2] Two',
    fixed: 'A[^1] b[^2].\n\n[^1]: One *x*\n[^2]: Two',
    nests: true,
  },
  { code: 'FN106', text: 'A[^1].\n\n[^1]\tOne', fixed: 'A[^1].\n\n[^1]:\tOne', nests: true },
  { code: 'FN106', text: 'A[^1].\n\n[^1]  : One', fixed: 'A[^1].\n\n[^1]: One', nests: true },
  {
    code: 'FN106',
    text: 'A[1], \\[1] `[1]`.\n\n[1]: Word',
    fixed: 'A[^1], \\[1] `[1]`.\n\n[^1]: Word',
    nests: true,
  },
  {
    code: 'FN106',
    text: 'A[1] b[2].\n\n[1]: One two\n[2]: Three four',
    fixed: 'A[^1] b[^2].\n\n[^1]: One two\n[^2]: Three four',
    nests: true,
  },
  {
    code: 'FN201',
    text: 'A.\n\n[^u]: one\n\n    two\n\nB.',
    fixed: 'A.\n\n<!-- [^u]: one\n\n    two -->\n\nB.',
  },
  {
    code: 'FN201',
    text: 'A.\n\n[^u]: x[^v]\n[^v]: y',
    fixed: 'A.\n\n<!-- [^u]: x[^v] -->\n<!-- [^v]: y -->',
  },
  {
    code: 'FN203',
    text: 'A[^a].\n\n[^a]: t\n\n  More\n  here.\n\n   - x\n     y\n\nB.',
    fixed: 'A[^a].\n\n[^a]: t\n\n    More\n    here.\n\n    - x\n      y\n\nB.',
  },
  {
    code: 'FN204',
    text: 'A [^a], *b*\t [^a] and\n[^a] c \\[^a] `d [^a]`.\n\n[^a]: t',
    fixed: 'A[^a], *b*[^a] and\n[^a] c \\[^a] `d [^a]`.\n\n[^a]: t',
    nests: true,
  },
  { code: 'FN305', text: 'A* b.\n\n***Note:** so', fixed: 'A* b.\n\n* **Note:** so' },
  { code: 'FN305', text: 'A*** b.\n\n ***Note:** so', fixed: 'A*** b.\n\n *** Note:** so' },
  {
    code: 'FN307',
    text: 'Z***. A * and b\u00a0**, c * d.\n\n*one\n\n**two\n\n***three',
    fixed: 'Z***. A* and b**, c* d.\n\n*one\n\n**two\n\n***three',
  },
]

const front = '---\ntitle: "a [^x] b [1] *"\ndate: 2020-01-01\n---\n\n'

const surroundings: readonly (readonly [
  name: string,
  change: (text: string) => string,
  nests: boolean,
])[] = [
  ['as it is', (text) => text, false],
  ['with CR LF', withCrlf, false],
  ['behind front matter, with CR LF', (text) => withCrlf(front + text), false],
  ['in a quote with CR LF', (text) => withCrlf(lined('> ')(text)), true],
  ['in a quote in an item', lined('   > ', '1. > '), true],
]

const { context } = await compileContext(memorySource({ 'content/site.yaml': 'title: T\n' }))

function findingsIn(text: string) {
  const read = annotate({ path: sourcePath('content/posts/p.md'), text }, context as CompileContext)
  assert.ok(read.readable)
  return read.diagnostics.filter((found) => found.code.startsWith('FN'))
}

describe('repairs of notes', () => {
  for (const [name, change, nests] of surroundings)
    for (const row of rows.filter((each) => !nests || each.nests))
      it(`${row.code} ${name}: ${JSON.stringify(row.text.slice(0, 40))}`, () => {
        const text = change(row.text)
        const found = findingsIn(text)
        assert.ok(found.some((each) => each.code === row.code && each.fix))
        const once = applyFixes(text, found)
        assert.equal(once, change(row.fixed))
        assert.deepEqual(
          findingsIn(once).filter((each) => each.fix),
          [],
        )
      })

  it('are offered for these codes and no others', () => {
    const offered = new Set(
      rows.flatMap((row) => findingsIn(row.text).flatMap((found) => (found.fix ? found.code : []))),
    )
    assert.deepEqual([...offered].sort(), ['FN106', 'FN201', 'FN203', 'FN204', 'FN305', 'FN307'])
  })

  it('are not offered where they would take words out of print', () => {
    for (const text of [
      // Nothing calls these, or only they themselves: as notes they would not be printed.
      'A.\n\n[^1] One',
      'A.\n\n[^1] One, see [^1]',
      'A.\n\n[1]: One two',
      'A.\n\n[1]: One [1] two',
      // The note would be called from nowhere but itself, or from a note that is not printed.
      'A.\n\n[^a]: t\n\n  More[^a].',
      'A.\n\n[^a]: t\n\n  More[^b].\n\n[^b]: u\n\n  More[^a].',
    ])
      assert.equal(applyFixes(text, findingsIn(text)), text)
  })

  it('leave a note that a misspelt call may have meant', () => {
    const text = 'A[^greeer].\n\n[^greer]: t'
    assert.equal(applyFixes(text, findingsIn(text)), text)
  })

  it('keep the mark at the beginning of a file, its line ends and every other byte', async () => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'ibid-fixes-')))
    try {
      mkdirSync(join(root, 'content/posts'), { recursive: true })
      const path = 'content/posts/p.md'
      const whole = (text: string): string =>
        `\ufeff${withCrlf(`${front}\u00e9\ud83d\ude00 ${text}`)}\r\n\r\n \t`
      for (const row of rows.filter((each) => !each.text.startsWith('['))) {
        const text = whole(row.text)
        writeFileSync(join(root, path), text)
        const built = await rendered({ 'content/site.yaml': 'title: T\n', [path]: text })
        const result = { ...built, sources: () => text.slice(1) }
        assert.deepEqual(await mendFiles(root, result as never), [path])
        assert.equal(readFileSync(join(root, path), 'utf8'), whole(row.fixed), row.text)
      }
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  })
})

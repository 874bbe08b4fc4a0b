import assert from 'node:assert/strict'
import path from 'node:path'
import test from 'node:test'
import fc from 'fast-check'
import { safeName, safePath, uniquePaths } from '../../src/importers/file-name.ts'
import { sourcePath } from '../../src/model/paths.ts'

const cases: readonly (readonly [string, string])[] = [
  ['on-locks.md', 'on-locks.md'],
  ['Über Schlösser.md', 'Über Schlösser.md'],
  ['U\u0308ber.md', 'Über.md'],
  ['../../x', '-..-x'],
  ['/etc/passwd', '-etc-passwd'],
  ['C:\\x', 'C-x'],
  ['a\0b.md', 'a-b.md'],
  ['a\nb\u202e.md', 'a-b-.md'],
  ['.hidden', 'hidden'],
  ['...', 'file'],
  ['', 'file'],
  ['trailing. ', 'trailing'],
  ['CON.md', '_CON.md'],
  ['nul', '_nul'],
  ['a?b*c"d<e>f|g.png', 'a-b-c-d-e-f-g.png'],
]

for (const [typed, name] of cases)
  test(`${JSON.stringify(typed)} is kept as ${JSON.stringify(name)}`, () => {
    assert.equal(safeName(typed), name)
  })

test('a path keeps its folders and never leaves the one it is put into', () => {
  assert.equal(safePath('public', 'images/2017/a.png'), 'public/images/2017/a.png')
  assert.equal(safePath('public', '../../etc/./passwd'), 'public/etc/passwd')
  assert.equal(safePath('public', '\\\\server\\share\\x'), 'public/server/share/x')
  assert.equal(safePath('public', '.well-known/a', true), 'public/.well-known/a')
  assert.equal(safePath('public', '.well-known/a'), 'public/well-known/a')
  assert.equal(safePath('public', '..'), 'public/file')
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.constantFrom('..', '.', '/', '\\', '\0', 'C:', '~', 'a', 'é', '…', 'CON', '\ud800'), {
      maxLength: 12,
    })
    .map((parts) => parts.join('')),
)

test('of any text a name is made that every disk keeps', () => {
  fc.assert(
    fc.property(hostile, (typed) => {
      const name = safeName(typed)
      assert.ok(name !== '' && !name.startsWith('.') && !/[. ]$/.test(name), name)
      assert.ok(!/[\\/:*?"<>|\p{Cc}]/u.test(name), name)
      assert.ok(Buffer.byteLength(name) <= 90, name)
      assert.equal(safeName(name), name)
      const whole = safePath('public', typed, true)
      assert.doesNotThrow(() => sourcePath(whole))
      assert.ok(path.posix.normalize(whole) === whole && whole.startsWith('public/'), whole)
    }),
    { numRuns: 500 },
  )
})

test('no path is given twice, whatever the disk takes for the same', () => {
  const unique = uniquePaths()
  assert.deepEqual(['a.md', 'A.md', 'a.md', 'a-2.md', 'é', 'e\u0301', 'b/a.md'].map(unique), [
    'a.md',
    'A-2.md',
    'a-3.md',
    'a-2-2.md',
    'é',
    'e\u0301-2',
    'b/a.md',
  ])
})

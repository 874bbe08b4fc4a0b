import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { withId } from '../../../src/syntax/front-matter/insert-id.ts'
import { splitFrontMatter } from '../../../src/syntax/front-matter.ts'

const id = '4c31526a-0c06-8e5f-b4dd-96ba24841aaa'
const line = `id: ${id}`

const cases: readonly (readonly [name: string, before: string, after: string])[] = [
  ['as the first line', '---\ntitle: A\n---\n\nB', `---\n${line}\ntitle: A\n---\n\nB`],
  ['with CR LF', '---\r\ntitle: A\r\n---\r\nB\r\n', `---\r\n${line}\r\ntitle: A\r\n---\r\nB\r\n`],
  ['with CR', '---\rtitle: A\r---\rB\r', `---\r${line}\rtitle: A\r---\rB\r`],
  [
    'above remarks',
    '---\n# mine\ntitle: A # x\n\ndate: 2020-01-01\n---\n',
    `---\n${line}\n# mine\ntitle: A # x\n\ndate: 2020-01-01\n---\n`,
  ],
  ['behind trailing spaces', '---  \ntitle: A\n--- \nB', `---  \n${line}\ntitle: A\n--- \nB`],
  ['closed by dots', '---\ntitle: A\n...\nB', `---\n${line}\ntitle: A\n...\nB`],
  [
    'indented as the other keys are',
    '---\n  title: A\n  tags: [b]\n---\n',
    `---\n  ${line}\n  title: A\n  tags: [b]\n---\n`,
  ],
  [
    'into braces',
    '---\n{title: A, tags: [b]}\n---\n',
    `---\n{${line}, title: A, tags: [b]}\n---\n`,
  ],
  ['into empty braces', '---\n{}\n---\nB', `---\n{${line}}\n---\nB`],
  ['into empty front matter', '---\n---\nB', `---\n${line}\n---\nB`],
  ['where there are only remarks', '---\n# later\n---\nB', `---\n${line}\n# later\n---\nB`],
  ['before a text without front matter', '# A\n\nB\n', `---\n${line}\n---\n\n# A\n\nB\n`],
  ['before such a text with CR LF', 'A\r\nB', `---\r\n${line}\r\n---\r\n\r\nA\r\nB`],
  ['before a text that begins with a rule', '- - -\n\nB', `---\n${line}\n---\n\n- - -\n\nB`],
]
for (const [name, before, after] of cases)
  test(`writes the id ${name}`, () => {
    assert.equal(withId(before, id), after)
    assert.equal(splitFrontMatter('a.md', after).data.id, id)
  })

test('leaves alone what cannot be read, and what has an id', () => {
  for (const text of [
    '---\ntitle: [\n---\n',
    '---\ntitle: A\n',
    '--- yaml\ntitle: A\n---\n',
    '+++\ntitle = "A"\n+++\n',
    '---\n- a list\n---\n',
    '---\ntitle: A\nid: other\n---\n',
    `---\n${'x-a: 1\n'.repeat(10_000)}---\n`,
  ])
    assert.equal(withId(text, id), undefined, text.slice(0, 40))
})

test('changes nothing but the line it adds', () => {
  const value = fc.constantFrom('a', '"a: b"', '[a, b]', '|\n  x\n  y', '1', "'#'", '2020-01-01')
  const keys = fc.uniqueArray(fc.constantFrom('title', 'date', 'tags', 'x-y', 'summary'))
  const eol = fc.constantFrom('\n', '\r\n')
  fc.assert(
    fc.property(
      keys,
      fc.array(value, { minLength: 5, maxLength: 5 }),
      eol,
      fc.string(),
      (names, values, end, body) => {
        const lines = names.map((name, i) => `${name}: ${values[i]}`)
        const text = ['---', ...lines, '---', '', body].join('\n').replaceAll('\n', end)
        const before = splitFrontMatter('a.md', text)
        const after = withId(text, id)
        if (before.fatal) return assert.equal(after, undefined)
        assert.equal(after?.replace(`${line}${end}`, ''), text)
      },
    ),
  )
})

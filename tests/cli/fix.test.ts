import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ownEngine } from '../../src/cli/engine.ts'
import { type NoteCase, noteCases, postOf, withCrlf } from '../notes/cases.ts'
import { callIbid } from './call-ibid.ts'

const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'ibid-fix-')))
after(() => rmSync(cwd, { recursive: true, force: true }))
mkdirSync(join(cwd, 'content/posts'), { recursive: true })
writeFileSync(
  join(cwd, 'content/site.yaml'),
  'title: T\nurl: https://example.org/\ndescription: D\ntheme: plain\n',
)

/** One post for each note repair, some of which bring another to light. */
const faulty = {
  colon: 'A[^1] b[^2].\n\n[^1] One\n[^2] : Two',
  number: 'A [1] b.\n\n[1]: One two',
  unused: 'A.\n\n[^u]: x [^v]\n\n[^v]: y',
  indent: 'A[^a].\n\n[^a]: t\n\n  More [^b].\n\n[^b]: u\n\n   Yet more.',
  space: 'A [^a] b\t[^a].\n\n[^a]: t [^a]',
  ambiguous: 'A* b.\n\n***Note:** so',
  detached: 'A * b** d.\n\n*one\n\n**two',
}

const isMendable = ({ expect }: NoteCase): boolean =>
  expect.diagnostics.some((code) => /^FN(?:106|20[134]|305|307)$/.test(code))

const posts: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries(faulty).flatMap(([name, markdown], index) => [
    [name, postOf({ markdown }, `faulty-lf-${index}`)],
    [`${name}-crlf`, withCrlf(postOf({ markdown }, `faulty-crlf-${index}`))],
  ]),
  ...noteCases
    .filter(isMendable)
    .map((each, index) => [`case${index}`, postOf(each, `note-case-${index}`)]),
])

interface Found {
  readonly code: string
  readonly file: string
}

async function fix(): Promise<{ err: string; diagnostics: readonly Found[] }> {
  const argv = ['check', '--fix', '--format', 'json', '--jobs', '1']
  const { out, err } = await callIbid(argv, { cwd, engine: ownEngine })
  return { err, diagnostics: JSON.parse(out).diagnostics }
}

const textOf = (name: string): string => readFileSync(join(cwd, `content/posts/${name}.md`), 'utf8')

test('check --fix mends all that it can mend in one call, and nothing in the next', async () => {
  for (const [name, text] of Object.entries(posts))
    writeFileSync(join(cwd, `content/posts/${name}.md`), text)
  const first = await fix()
  const once = Object.keys(posts).map(textOf)
  const second = await fix()
  assert.match(first.err, /Mended content\/posts\/colon\.md\./)
  assert.doesNotMatch(second.err, /Mended/)
  assert.deepEqual(Object.keys(posts).map(textOf), once)
  assert.deepEqual(second.diagnostics, first.diagnostics)
  const left = second.diagnostics.filter(({ code, file }) =>
    Object.keys(faulty).some(
      (name) => file.startsWith(`content/posts/${name}`) && /^FN/.test(code),
    ),
  )
  assert.deepEqual(left.map(({ code, file }) => `${code} ${file}`).sort(), [
    'FN202 content/posts/space-crlf.md',
    'FN202 content/posts/space.md',
  ])
})

test('check --fix changes nothing but what it mends', () => {
  const bodies = {
    colon: 'A[^1] b[^2].\n\n[^1]: One\n[^2]: Two',
    number: 'A[^1] b.\n\n[^1]: One two',
    unused: 'A.\n\n<!-- [^u]: x [^v] -->\n\n<!-- [^v]: y -->',
    indent: 'A[^a].\n\n[^a]: t\n\n    More[^b].\n\n[^b]: u\n\n    Yet more.',
    space: 'A[^a] b[^a].\n\n[^a]: t[^a]',
    ambiguous: 'A* b.\n\n* **Note:** so',
    detached: 'A* b** d.\n\n*one\n\n**two',
  }
  for (const [index, [name, body]] of Object.entries(bodies).entries()) {
    const lf = postOf({ markdown: body }, `faulty-lf-${index}`)
    assert.equal(textOf(name), lf)
    assert.equal(textOf(`${name}-crlf`), withCrlf(lf.replace('faulty-lf', 'faulty-crlf')))
  }
})

import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import fc from 'fast-check'
import { sourcePath } from '../../../src/model/paths.ts'
import { splitFrontMatter } from '../../../src/syntax/front-matter.ts'
import { checkLimits } from '../../../src/syntax/limits.ts'
import { hostileDocuments } from '../../data/pathological.ts'
import { spentSince } from '../../processor-time.ts'
import { document } from '../random-document.ts'
import { absent, agrees, bothWays, bothWithStars, isTaken, reader } from './both.ts'
import { markedWords, splicedDocument } from './spliced-document.ts'
import { starredDocument, starredWords } from './starred-document.ts'

/** Documents of each kind; `npm run fuzz -- 100000` asks for more. */
const count = Number(process.env.IBID_FUZZ ?? 4000)
const seed = Math.abs(Number(process.env.IBID_SEED ?? 1)) % 100_000

/** @returns how many of the texts the quicker parser was taken for */
function sameBothWays(texts: Iterable<string>): number {
  let taken = 0
  for (const text of texts) {
    if (!isTaken(text)) continue
    const { record, quick } = bothWays(text)
    assert.equal(quick, record, JSON.stringify(text))
    taken++
  }
  return taken
}

/** What lies behind the front matter, as a build sees it. */
function bodyOf(file: string): string {
  const text = readFileSync(file, 'utf8')
  const { bodyStart } = splitFrontMatter(sourcePath('content/posts/p.md'), text)
  return text.slice(bodyStart.offset)
}

test('the examples of CommonMark are read the same', { skip: absent }, () => {
  const { tests } = createRequire(import.meta.url)('commonmark-spec') as {
    tests: readonly { readonly markdown: string }[]
  }
  assert.ok(sameBothWays(tests.map(({ markdown }) => markdown)) > 100)
})

test('what GFM adds, and the cases of notes, are read the same', { skip: absent }, () => {
  const cases = JSON.parse(readFileSync('tests/data/notes.json', 'utf8')) as readonly {
    readonly markdown: string
  }[]
  const gfm = [
    '| a | b |\n| - | :-: |\n| *c* | `d` |\n| | e[^n] |\n\n[^n]: f\n',
    '| a |\n|:--|\n| b |\n\nc | d\n',
    'a ~b~ ~~c~~ ~~~d~~~ ~ e ~~ f\n',
    'See <https://x.test/a> and [b](https://x.test/c_d "e").\n',
    'A[^1] b[^2][^1].\n\n[^1]: One,\nlazily.\n\n    More of it.\n[^2]: Two\n',
    'A[^1].\n\n[^1]: Items:\n\n    - one\n    - two\n    - three\n\n    More.\n',
  ]
  assert.equal(sameBothWays(gfm), gfm.length)
  assert.ok(sameBothWays(cases.map(({ markdown }) => markdown)) > 20)
})

test('essays and manuals are read the same', { skip: absent }, () => {
  const files = globSync(['content/posts/*.md', 'docs/**/*.md', 'node_modules/*/readme.md'])
  assert.ok(sameBothWays(files.map(bodyOf)) > 10)
})

test('random documents are read the same', { skip: absent }, () => {
  // Without the signs that only the parser of record knows, or few would come through the gate.
  const texts = fc.sample(document, { numRuns: count, seed }).map((text) =>
    text
      .replaceAll('^[', '[')
      .replaceAll(/:pull|::+/g, '')
      .replaceAll(/www\.|me@|<\w+>/g, ''),
  )
  const taken = sameBothWays(texts)
  assert.ok(taken > 10 || count < 1000)
})

test('documents spliced from pieces of Markdown are read the same', { skip: absent }, () => {
  const texts = function* (): Iterable<string> {
    for (let number = 0; number < count * 5; number++)
      yield splicedDocument(seed * 10_000_000 + number)
  }
  const taken = sameBothWays(texts())
  assert.ok(taken > count / 4 || count < 1000)
})

test('documents with notes in stars are read the same', { skip: absent }, () => {
  let taken = 0
  for (let number = 0; number < count * 3; number++) {
    const kind = number % 3 === 0 ? starredWords : starredDocument
    const text = kind(seed * 10_000_000 + number)
    if (!isTaken(text)) continue
    assert.equal(sameBothWays([text]), 1)
    const { record, quick } = bothWithStars(text)
    assert.equal(quick, record, JSON.stringify(text))
    taken++
  }
  assert.ok(taken > count / 4 || count < 1000)
})

test('marks of emphasis, code and brackets are read the same', { skip: absent }, () => {
  const texts = Array.from({ length: count }, (_, number) =>
    markedWords(seed * 10_000_000 + number),
  )
  const taken = sameBothWays(texts)
  assert.ok(taken > count / 10 || count < 1000)
})

test('hostile documents that pass the limits take no longer than others', { skip: absent }, () => {
  let taken = 0
  for (const [name, hostile] of Object.entries(hostileDocuments))
    for (const size of [1000, 5000, 20_000]) {
      const text = hostile(size).slice(0, 64 * 1024)
      if (checkLimits('p.md', text).length > 0) continue
      const started = process.cpuUsage()
      if (isTaken(text)) taken++
      const milliseconds = spentSince(started)
      assert.ok(milliseconds < 1500, `${name} of ${size}: ${milliseconds} ms`)
    }
  assert.ok(taken > 5)
})

/** What satteri 0.10.5 reads otherwise than the parser of record, or says other places of. */
const differences: Readonly<Record<string, string>> = {
  'an inline note': 'a^[b]',
  'a directive': ':::pull-quote\na\n:::',
  'a note lost behind an exclamation mark': 'a![^n][^m]\n\n[^n]: b\n\n[^m]: c',
  'a call in the words of a link': '[[^n]](u)\n\n[^n]: a',
  'a call behind brackets in the words of a link': '[[][^n]](u)\n\n[^n]: a',
  'a call set off from its bracket': '![ ^a]\n\n[^ ^a]: b\n\n[^a]: c',
  'a space at the beginning of a label': 'a[^ b]\n\n[^b]: c',
  'the place of words behind a box': '- [ ] *a*',
  'the end of a box alone': '- [x]\na',
  'an item without words below a definition': '[a]: u\n#\n0.',
  'a list from 2 on below a definition and a heading': '[a]: <u>\n# b\n2) c',
  'a list from 2 on below a definition and code': '[a]: /\n```\n```\n\n2. b',
  'the end of an empty quotation': '>>\n>\n',
  'the end of an item before another list in a quotation': '>*\n>-',
  'the end of an item before another list in a note': '[^a]: b\n    - c\n    2. d',
  'items far apart in a note': '[^a]: b\n    - c\n\n    - d',
  'HTML that interrupts a note': '[^a]:b\n<b>\n',
  'an item without words that interrupts': 'a\n[^c]:2)',
  'HTML in a quotation before a list': '><!c>\n0.',
  'HTML that never ends in a list': '- <!--\n\n',
  'a note in the line of another': '[^b]:[^c]:',
  'half of a pair of surrogates': 'a\ud83db',
  'a star beside a pair of surrogates': '😀*”*',
  'stars beside underscores': 'a*_*',
  'underscores within stars': '**_**b',
  'stars behind an escaped one': '\\**a**',
  'long runs of stars within words': '**a****b******b***',
  'a sign that is punctuation since Unicode 16': 'a*\u1b4eb*c*',
  'a dotless i where labels are compared': '[I]: u\n\n[ı]',
  'a line that ends in code that nothing closes': '- `\n  []()',
  'a hard break behind code that nothing closes': '+ `\\\n  a',
  'an address that stands bare within brackets': '[http://x. a',
  'a control character beside a star': 'a *\u0085b*',
  'a cell too many': '| a |\n|---|\n| b | |',
}

for (const [name, text] of Object.entries(differences))
  test(`${name} is read otherwise, and refused`, { skip: absent }, () => {
    assert.ok(!agrees(text), 'both read it alike by now')
    assert.ok(!isTaken(text))
    const { record, quick } = bothWays(text)
    assert.equal(quick, record)
  })

test('labels that are defined elsewhere are calls either way', { skip: absent }, async () => {
  const { featuresOf } = await import('../../../src/syntax/features.ts')
  const { readMarkdown } = await import('../../../src/syntax/markdown.ts')
  const text = 'A[^shared] b[^own].\n\n[^own]: c\n'
  const reading = { features: featuresOf(text), labels: ['shared'] }
  assert.deepEqual(
    JSON.parse(JSON.stringify(readMarkdown(text, { ...reading, quick: reader }))),
    JSON.parse(JSON.stringify(readMarkdown(text, reading))),
  )
})

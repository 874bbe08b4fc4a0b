import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { matrixSite } from './matrix-site.ts'

const site = await matrixSite('plain')

/** A page as w3m prints it: no style sheet, 80 columns. White space is evened out. */
function dumped(path: string): string {
  const { stdout, error } = spawnSync(
    'w3m',
    ['-dump', '-cols', '80', '-T', 'text/html', '-I', 'UTF-8', '-O', 'UTF-8'],
    { input: site.files.get(path) ?? assert.fail(path), encoding: 'utf8' },
  )
  if (error)
    assert.fail(
      `This test needs the text browser w3m. On Debian: sudo apt-get install w3m. (${error.message})`,
    )
  return stdout.replace(/\s+/g, ' ')
}

/** Fails unless the pieces stand in a text in this order. */
function assertInOrder(text: string, pieces: readonly (string | RegExp)[]): void {
  let rest = text
  for (const piece of pieces) {
    const at = typeof piece === 'string' ? rest.indexOf(piece) : rest.search(piece)
    assert.ok(at >= 0, `${piece} is not, or too early, in: ${rest.slice(0, 600)}`)
    rest = rest.slice(at)
  }
}

test('a text browser reads an essay from its title to its last note', () => {
  assertInOrder(dumped('/posts/every-kind-of-note/'), [
    'Skip to content',
    'Marginal Risk',
    '• Archive',
    'Every kind of note, in one place',
    'A specimen, with apologies',
    'A note is a promise that the sentence can be read without it.',
    'By Marguerite Doyle and Imogen Thackray · 19 April 2026 · 3 min read (5 with notes)',
    'We are asked about the notes',
    'Stars The oldest of us',
    /types a star\^ ?1 directly/,
    'Notes that carry things',
    'In key facts, which have a form of their own: About this specimen',
    'Notes 1. Or an asterisk',
    '2. Without a space after the stars',
    'mkdir a b git archive v2.4.0 | tar -x -C a',
    'Order Mark Name',
    '27. ',
    'Tags: writing, teaching',
    'License: CC0',
    'Older',
    'Newer',
    'Feeds',
  ])
})

test('a text browser reads an advisory from what is wrong to what was changed', () => {
  assertInOrder(dumped('/posts/alarm/'), [
    'Change the lock',
    'Updated 10 February 2020',
    'CVE CVE-2020-1001 CVE-2020-1002 Severity Critical (9.8) Affected lockd before 2.7 Fixed in lockd 2.7',
    'Some key facts',
    'every lock is open',
    'and every key',
    'Notes 1. Safes are not.',
    'Corrections 10 February 2020 Named the version that mends it.',
  ])
})

test('a text browser finds its way: the list of posts, and each by its title, date and writer', () => {
  assertInOrder(dumped('/'), [
    'Marginal Risk',
    'A specimen of parts',
    'A comparison that stops early has told you where.',
    'By Tomasz Wilk · 14 June 2026 · 3 min read',
    'Page 1 of ',
    'Older',
  ])
  assertInOrder(dumped('/search/'), ['Search', 'Searching here needs JavaScript.', 'Archive'])
})

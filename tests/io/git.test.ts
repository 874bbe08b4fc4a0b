import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { daysOfLog, firstCommitDays } from '../../src/io/git.ts'

const folder = mkdtempSync(join(tmpdir(), 'ibid-git-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function git(at: string, date: string, ...args: string[]): void {
  const env = {
    ...process.env,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
    GIT_CONFIG_GLOBAL: '/dev/null',
  }
  execFileSync('git', ['-C', at, '-c', 'user.name=n', '-c', 'user.email=e@example.org', ...args], {
    env,
  })
}

test('gives the author’s own day of the first commit, also below the repository’s root and after a renaming', async () => {
  const site = join(folder, 'site')
  mkdirSync(join(site, 'content'), { recursive: true })
  git(folder, '', 'init', '-q')
  writeFileSync(join(site, 'content/a.md'), 'some text that stays the same')
  git(folder, '', 'add', '.')
  git(folder, '2019-01-02T23:30:00+14:00', 'commit', '-qm', 'one')
  git(site, '', 'mv', 'content/a.md', 'content/b é.md')
  writeFileSync(join(site, 'content/c.md'), 'c')
  git(folder, '', 'add', '.')
  git(folder, '2020-05-05T00:10:00Z', 'commit', '-qm', 'two')
  const days = await firstCommitDays(site)
  assert.deepEqual([...days].sort(), [
    ['content/b é.md', '2019-01-02'],
    ['content/c.md', '2020-05-05'],
  ])
})

test('knows nothing where only the last commits are there', async () => {
  const shallow = join(folder, 'shallow')
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${folder}`, shallow])
  assert.equal((await firstCommitDays(join(shallow, 'site'))).size, 0)
})

test('knows nothing outside a repository', async () => {
  const plain = mkdtempSync(join(tmpdir(), 'ibid-plain-'))
  assert.equal((await firstCommitDays(plain)).size, 0)
  rmSync(plain, { recursive: true })
})

test('keeps the first day of a file that went and came again', () => {
  const log = '\u00012019-01-01\0\nA\0a\0\u00012020-01-01\0\nA\0a\0A\0A\0'
  assert.deepEqual(
    [...daysOfLog(log)],
    [
      ['a', '2019-01-01'],
      ['A', '2020-01-01'],
    ],
  )
})

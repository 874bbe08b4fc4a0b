import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Fails where a text is no well-formed XML 1.0, by libxml2's judgement. */
export function assertWellFormed(xml: string): void {
  judged(xml, ['--huge'])
}

/** Fails where a text is not what a RELAX NG schema says. @param schema a file in tests/data/ */
export function assertFollows(schema: string, xml: string): void {
  judged(xml, ['--relaxng', fileURLToPath(new URL(`../data/${schema}`, import.meta.url))])
}

function judged(xml: string, options: readonly string[]): void {
  const { error, status, stderr } = spawnSync('xmllint', ['--noout', ...options, '-'], {
    input: xml,
    encoding: 'utf8',
  })
  assert.equal(error, undefined, 'This test needs xmllint: run `apt-get install libxml2-utils`.')
  assert.equal(status, 0, stderr)
}

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'

/** Fails where a text is no well-formed XML 1.0, by libxml2's judgement. */
export function assertWellFormed(xml: string): void {
  const { error, status, stderr } = spawnSync('xmllint', ['--noout', '--huge', '-'], {
    input: xml,
    encoding: 'utf8',
  })
  assert.equal(error, undefined, 'This test needs xmllint: run `apt-get install libxml2-utils`.')
  assert.equal(status, 0, stderr)
}

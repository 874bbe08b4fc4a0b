import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { packageFolder, rendered } from '../site-from.ts'

/** The sample blog with all that an essay can be made of, its texts with line ends of one kind. */
function sample(end: string): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {}
  for (const file of globSync('{content,public}/**/*.*', { cwd: packageFolder }).sort()) {
    const bytes = readFileSync(path.join(packageFolder, file))
    files[file] = /\.(?:md|yaml)$/.test(file) ? bytes.toString().replaceAll('\n', end) : bytes
  }
  return files
}

async function outputs(end: string): Promise<readonly (readonly [string, string])[]> {
  const site = await rendered(sample(end))
  assert.equal(site.finished, true)
  return site.paths().map((file) => [file, site.text(file)])
}

test('line ends of any kind give the same bytes', async () => {
  const expected = new Map(await outputs('\n'))
  assert.ok(expected.size > 40)
  for (const end of ['\r\n', '\r']) {
    const differing = (await outputs(end)).filter(([file, text]) => expected.get(file) !== text)
    assert.deepEqual(
      differing.map(([file]) => file),
      [],
      JSON.stringify(end),
    )
  }
})

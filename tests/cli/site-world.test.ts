import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import type { Call } from '../../src/cli/call.ts'
import { siteWorld } from '../../src/cli/site-world.ts'
import { satteriReader } from '../../src/io/satteri-reader.ts'

/** Whether builds have the quicker parser in an environment. */
async function isQuick(env: Call['env']): Promise<boolean> {
  const call = { env, options: { cache: true } } as Call
  const world = siteWorld(tmpdir(), call)
  return (await world.quickReader?.()) !== undefined
}

test('the quicker parser is used where it is installed, unless the environment says off', async () => {
  const installed = (await satteriReader()) !== undefined
  assert.equal(await isQuick({}), installed)
  assert.equal(await isQuick({ IBID_QUICK_PARSER: 'on' }), installed)
  assert.equal(await isQuick({ IBID_QUICK_PARSER: 'off' }), false)
})

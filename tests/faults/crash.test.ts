import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { failingDisk } from './failing-disk.ts'
import { everything, howMany, spread } from './how-many.ts'
import { atEach, isWhole, type OpenScene, openScene } from './rebuild-scene.ts'
import { straced } from './strace.ts'

let scene: OpenScene

before(async () => {
  scene = await openScene(straced)
})

const long = { timeout: 3_600_000 }

test(
  'a build that is killed at any change leaves each file old or new, and the next one heals',
  long,
  async (t) => {
    const chosen = spread(scene.points, howMany(7, 400))
    const hits = await atEach(
      scene,
      chosen,
      { what: 'SIGKILL' },
      (found) => isWhole(found, scene),
      howMany(2, 400),
    )
    t.diagnostic(`${hits} kills, at ${scene.points.length} points of a rebuild of 20 posts`)
    assert.ok(hits >= howMany(2, 300), `only ${hits} kills`)
  },
)

test('so does one that is killed at each of its changes', {
  ...long,
  skip: !everything && 'npm run test:faults tries it',
}, async (t) => {
  const each = await openScene(failingDisk)
  const hits = await atEach(each, each.points, { what: 'SIGKILL' }, (found) => isWhole(found, each))
  t.diagnostic(`${hits} kills, at each of ${each.points.length} changes`)
  assert.equal(hits, each.points.length)
})

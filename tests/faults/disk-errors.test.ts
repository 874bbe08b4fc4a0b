import assert from 'node:assert/strict'
import path from 'node:path'
import { before, test } from 'node:test'
import { newFolder, runProgram } from './disk-site.ts'
import { type Ends, endsWell } from './ends.ts'
import { diskOf } from './failing-disk.ts'
import { everything, spread } from './how-many.ts'
import { errors } from './injector.ts'
import { atEach, isWhole, type OpenScene, openScene } from './rebuild-scene.ts'
import { straced } from './strace.ts'

let scene: OpenScene

before(async () => {
  scene = await openScene(straced)
})

const long = { timeout: 3_600_000 }

for (const what of errors)
  test(
    `${what} at a change leaves the old site whole, with a message and exit 1`,
    long,
    async () => {
      const ends: Ends = { refused: 0, unharmed: 0 }
      const hits = await atEach(
        scene,
        spread(scene.points, 5),
        { what },
        (found, ended) =>
          endsWell(ended, found, ends, {
            fresh: scene.fresh,
            old: (site) => assert.deepEqual(site, scene.old),
          }),
        1,
      )
      assert.equal(hits, 1)
    },
  )

test(
  'a disk that fails from some change on leaves each file old or new, and the next build heals',
  long,
  async () => {
    const ends: Ends = { refused: 0, unharmed: 0 }
    const hits = await atEach(
      scene,
      spread(scene.points, 5),
      { what: 'EIO', onward: true },
      (found, ended) =>
        // A disk that fails once all is in place can only keep what nobody needs any more.
        endsWell(ended, found, ends, { fresh: scene.fresh, old: (site) => isWhole(site, scene) }),
      1,
    )
    assert.equal(hits, 1)
  },
)

/** What builds in a process of their own tell, whose disk failed at one call after the other. */
interface Told extends Ends {
  readonly points: number
  readonly hits: number
  readonly failures: readonly string[]
}

async function builds(what: string, where: 'changes' | 'reads', onward = ''): Promise<Told> {
  const root = newFolder()
  const script = path.join(import.meta.dirname, 'failing-builds.ts')
  const { code, out, err } = await runProgram(
    [process.execPath, '-C', 'source', script, root, what, where, onward],
    { cwd: root, env: { ...process.env, ...diskOf(root) } },
  )
  assert.equal(code, 0, err)
  // The test runner of the other process ends it with a summary.
  return JSON.parse(out.split('\n', 1)[0] ?? '')
}

const all = [
  ...errors.map((what) => [what, 'changes', ''] as const),
  ...errors.map((what) => [what, 'changes', 'onward'] as const),
  ...(['EIO', 'EACCES', 'EMFILE'] as const).map((what) => [what, 'reads', ''] as const),
]
for (const [what, where, onward] of all)
  test(`${what} at each of all ${where}, ${onward ? 'and ever after' : 'once'}`, {
    ...long,
    skip: !everything && 'npm run test:faults tries it',
  }, async (t) => {
    const { points, hits, refused, unharmed, failures } = await builds(what, where, onward)
    t.diagnostic(
      `${what} at ${hits} of ${points} ${where} ${onward}: ${refused} refused, ${unharmed} done all the same`,
    )
    assert.deepEqual(failures, [])
    assert.equal(hits, points)
  })

import assert from 'node:assert/strict'
import type { Files } from './rebuild-scene.ts'

/** How builds ended whose disk had failed. */
export interface Ends {
  refused: number
  unharmed: number
}

/**
 * A build that came to its end has the whole new site; one that did not says why, and left what is wanted of the old.
 *
 * @param found what stands in the output folder
 */
export function endsWell(
  { code, err }: { readonly code: number | null; readonly err: string },
  found: Files,
  ends: Ends,
  { fresh, old }: { readonly fresh: Files; readonly old: (found: Files) => void },
): void {
  assert.doesNotMatch(err, /^\s+at /m, 'no trace')
  if (code === 0) {
    ends.unharmed++
    assert.deepEqual(found, fresh)
    return
  }
  ends.refused++
  assert.equal(code, 1)
  // Where the disk of the site fails for good, Ibid may not be able to read its own files either.
  const ownFiles =
    /^ibid: (?!Something went wrong inside)[A-Z].+ It was at \/.+\.$|TH107.+: too many open files\./m
  assert.ok(/\bFS[34]\d\d\b/.test(err) || ownFiles.test(err), err)
  old(found)
}

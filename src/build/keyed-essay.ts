import { noteKey } from '../essay/key.ts'
import { lastingId } from '../feeds/identity.ts'
import type { Essay } from '../model/essay.ts'
import { sha256 } from './sha256.ts'

/**
 * Gives a post without an `id` the note ids that it keeps once `ibid freeze` has written one: links to
 * its notes, in feeds and elsewhere, stay what they are.
 */
export function keyedEssay(essay: Essay): Essay {
  if (essay.kind === 'page' || essay.front.id !== undefined) return essay
  return { ...essay, key: noteKey(lastingId(essay, sha256)) }
}

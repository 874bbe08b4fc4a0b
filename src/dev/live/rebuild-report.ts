import { toldProblems } from './problems.ts'
import type { Problem, Update } from './protocol.ts'
import { isStuck, type View } from './view.ts'

/**
 * Lines for the terminal about a rebuild: what it found, and each error that is new. Browsers show code frames,
 * the terminal the place; of an error of the engine it shows all.
 *
 * @param duration milliseconds
 * @returns nothing where nothing changed, as after a save without an edit
 */
export function rebuildReport(
  before: View,
  after: View,
  update: Update,
  duration: number,
): readonly string[] {
  const known = new Set(toldProblems(before).problems.map(keyOf))
  const fresh = update.problems.filter((problem) => !known.has(keyOf(problem)))
  const mended = known.size + fresh.length !== update.problems.length
  const shown = update.changed.length > 0 && !(isStuck(before) && isStuck(after))
  if (before.version > 0 && !shown && fresh.length === 0 && !mended) return []
  const found = [counted(update.errors, 'error'), counted(update.warnings, 'warning')].join('')
  const verb = before.version === 0 || (before.isPart && !after.isPart) ? 'Built' : 'Rebuilt'
  return [`${verb} in ${Math.round(duration)} ms${found}`, ...fresh.flatMap(problemLines)]
}

function problemLines({ place, name, message, frame }: Problem): readonly string[] {
  const line = `  ${place === '' ? name : `${place} ${name}`}: ${message}`
  return place === '' && frame !== '' ? [line, frame] : [line]
}

function keyOf(problem: Problem): string {
  return JSON.stringify(problem)
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `, ${count} ${noun}${count === 1 ? '' : 's'}`
}

import type { ImportProblem } from '../imported.ts'
import { type FaultPlace, faultOf } from './export-faults.ts'
import type { FaultToTell } from './xml-faults.ts'

/** More faults of the XML than these are not told. */
const mostTold = 20

/**
 * Tells faults once each: the parser speaks of some at every character, so that what is said again in the same line is
 * left out, and what may go through a whole file is said once.
 *
 * @returns takes a fault, and says how many there were so far, but for characters that are left out
 */
export function toldFaults(
  file: string,
  found: (problem: ImportProblem) => void,
): (fault: FaultToTell, at: FaultPlace) => number {
  const last = { message: '', line: 0 }
  const wide = new Set<string>()
  let faults = 0
  let told = 0
  return (fault, at) => {
    if (fault.kind !== 'control') faults++
    const problem = faultOf(file, fault, at)
    const again = last.message === problem.message && last.line === at.line
    last.message = problem.message
    last.line = at.line
    if (again || wide.has(problem.message) || (fault.kind !== 'control' && told === mostTold))
      return faults
    if (fault.kind === 'control' || (fault.kind === 'form' && fault.what === 'outside'))
      wide.add(problem.message)
    if (fault.kind !== 'control') told++
    found(problem)
    return faults
  }
}

import { type EssayTerms, eachTerm } from './essay-terms.ts'
import type { TermEntry } from './wire.ts'

/** How often a term stands in one field of one essay now; 0 where it no longer does. */
interface TermCount {
  readonly field: number
  readonly essay: number
  readonly count: number
}

/** By term, what has become of it. */
export type TermChanges = ReadonlyMap<string, readonly TermCount[]>

/** An essay of an index whose terms are no longer what they were. */
export interface ChangedEssay {
  readonly number: number
  readonly before: EssayTerms
  readonly after: EssayTerms
}

/** The terms that stand more or less often in some essays than they did. */
export function termChanges(essays: readonly ChangedEssay[]): TermChanges {
  const changes = new Map<string, TermCount[]>()
  for (const { number, before, after } of essays)
    for (const field of after.keys()) {
      const old = countsOf(before[field])
      const now = countsOf(after[field])
      for (const term of new Set([...old.keys(), ...now.keys()])) {
        const count = now.get(term) ?? 0
        if (count === (old.get(term) ?? 0)) continue
        const change = { field, essay: number, count }
        const known = changes.get(term)
        if (known) known.push(change)
        else changes.set(term, [change])
      }
    }
  return changes
}

function countsOf(field = ''): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  eachTerm(field, (term, count) => {
    counts.set(term, count)
  })
  return counts
}

/** Entries in the order of their terms, after changes to some of them; those that stand nowhere any more are left out. */
export function changedEntries(
  entries: readonly TermEntry[],
  changes: TermChanges,
): readonly TermEntry[] {
  const byTerm = new Map(entries.map((entry) => [entry[0], entry]))
  for (const [term, counts] of changes) {
    const entry = changedEntry(byTerm.get(term) ?? [term], counts)
    if (entry.length > 1) byTerm.set(term, entry)
    else byTerm.delete(term)
  }
  return [...byTerm.values()].sort(([a], [b]) => (a < b ? -1 : 1))
}

function changedEntry([term, ...lists]: TermEntry, counts: readonly TermCount[]): TermEntry {
  const fields = new Map(lists.map(([field = 0, ...numbers]) => [field, essaysOf(numbers)]))
  for (const { field, essay, count } of counts) {
    const essays = fields.get(field) ?? new Map<number, number>()
    if (count > 0) essays.set(essay, count)
    else essays.delete(essay)
    fields.set(field, essays)
  }
  const written = [...fields]
    .filter(([, essays]) => essays.size > 0)
    .sort(([a], [b]) => a - b)
    .map(([field, essays]) => [field, ...numbersFor(essays)])
  return [term, ...written]
}

/** How often a term stands in each essay, from the numbers of one field; see `TermEntry`. */
export function essaysOf(numbers: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  let essay = 0
  for (const number of numbers) {
    if (number >= 0) essay += number
    counts.set(essay, number < 0 ? -number : 1)
  }
  return counts
}

function numbersFor(essays: ReadonlyMap<number, number>): readonly number[] {
  const numbers: number[] = []
  let last = 0
  for (const [essay, count] of [...essays].sort(([a], [b]) => a - b)) {
    numbers.push(essay - last)
    if (count > 1) numbers.push(-count)
    last = essay
  }
  return numbers
}

import type { Essay } from '../model/essay.ts'
import { textOf } from '../model/plain-text.ts'
import { termsOf } from '../model/terms.ts'
import { fields } from './wire.ts'

/**
 * How often each term stands in each field of one essay, fields by number: `logs quiet:2 week`, a term
 * without a number standing once. Plain data, and short, so that it can be kept.
 */
export type EssayTerms = readonly string[]

/** What can be found of an essay: its words and those of its notes, never a mark of a note. */
export function essayTerms(essay: Essay): EssayTerms {
  const texts: Record<(typeof fields)[number], readonly string[]> = {
    title: [essay.title, essay.front.subtitle ?? '', essay.standfirst ?? ''],
    tags: [...essay.front.tags, ...(essay.front.advisory?.cve ?? [])],
    headings: essay.outline.map((heading) => heading.text),
    text: [textOf(essay.body), essay.front.summary ?? ''],
    notes: essay.notes.map((note) => textOf(note.content)),
  }
  return fields.map((field) => written(texts[field]))
}

function written(texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const text of texts)
    for (const term of termsOf(text, 'index')) counts.set(term, (counts.get(term) ?? 0) + 1)
  return [...counts].map(([term, count]) => (count > 1 ? `${term}:${count}` : term)).join(' ')
}

/** Goes through the terms of one field with their numbers. */
export function eachTerm(field: string, found: (term: string, count: number) => void): void {
  // Without lists in between: a site has some hundreds of terms for each essay.
  for (let start = 0, end = 0; start < field.length; start = end + 1) {
    end = field.indexOf(' ', start)
    if (end < 0) end = field.length
    const each = field.slice(start, end)
    const colon = each.indexOf(':')
    if (colon < 0) found(each, 1)
    else found(each.slice(0, colon), Number(each.slice(colon + 1)))
  }
}

/** How many different terms a field holds. */
export function countTerms(field: string): number {
  return field === '' ? 0 : field.split(' ').length
}

import type { Nodes, Root } from 'mdast'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { textOf } from '../../model/plain-text.ts'
import { pullQuoteFinding } from './check-pull-quote.ts'
import type { ComponentSource } from './directive.ts'
import { misspeltFences } from './misspelt-fence.ts'
import { planTitles } from './plan-titles.ts'
import { readingOrder } from './reading-order.ts'
import { rebuild } from './rebuild.ts'
import { settleColons } from './settle-colons.ts'

export { pullQuoteFinding } from './check-pull-quote.ts'
export type { ComponentSource } from './directive.ts'
export { settleColons } from './settle-colons.ts'
export { type Terms, termMarker } from './terms.ts'

/** Words that are set apart, so that they prove nothing about what the essay says. */
export const quotedApart: ReadonlySet<string> = new Set(['pullQuote'])

export interface ComponentOptions {
  /** Whether a paragraph "Key facts:" followed by a list is read as key facts. */
  readonly automaticKeyFacts: boolean
  /** True for the blocks of a note: nothing is lifted out of it, and no list in it is made key facts unasked. */
  readonly inNote?: boolean | undefined
  /** Ids that stand elsewhere on the page. Ids of headings in the tree (`data.id`) need not be named. */
  readonly usedIds?: ReadonlySet<string> | undefined
  /** Plain text of the notes: a pull quote may quote them too. */
  readonly notesText?: string | undefined
}

/**
 * Finds components: pull quotes, key facts, notices, epigraphs, figures, and what is said of code. No
 * directive is left in the tree: one that does not exist is reported and printed. Run it after the
 * headings have their levels and ids.
 *
 * @param tree mdast with directives, its calls bound; stays as it is
 * @param source the file that the tree's positions count in
 */
export function findComponents(
  tree: Root,
  source: ComponentSource,
  options: ComponentOptions,
): { readonly tree: Root; readonly diagnostics: readonly Diagnostic[] } {
  const inNote = options.inNote ?? false
  const settled = settleColons(tree, source)
  const order = readingOrder(settled.tree)
  const automatic = options.automaticKeyFacts && !inNote
  const plans = planTitles(order, automatic, options.usedIds ?? new Set())
  const rebuilt = rebuild(order, { source, plans, lift: !inNote })
  const finished = rebuilt.tree === settled.tree ? order : readingOrder(rebuilt.tree)
  const findings = [
    ...settled.diagnostics,
    ...rebuilt.diagnostics,
    ...misspeltFences(finished, source),
    ...(inNote ? [] : misquoted(rebuilt.tree, finished, source, options.notesText ?? '')),
  ]
  return { tree: rebuilt.tree, diagnostics: inReadingOrder(findings) }
}

/** A finding for each pull quote that stands by itself and whose words the essay does not have. */
function misquoted(
  tree: Root,
  order: readonly Nodes[],
  source: ComponentSource,
  notesText: string,
): Diagnostic[] {
  const quotes = order.filter((node) => node.type === 'pullQuote' && !node.lifted)
  if (quotes.length === 0) return []
  const text = `${textOf(tree, quotedApart)} ${notesText}`
  return quotes.flatMap(
    (quote) =>
      pullQuoteFinding(textOf(quote), text, { file: source.path, place: quote.position }) ?? [],
  )
}

function inReadingOrder(findings: readonly Diagnostic[]): Diagnostic[] {
  const place = (finding: Diagnostic): number => finding.place?.start.offset ?? 0
  return findings.toSorted((a, b) => place(a) - place(b))
}

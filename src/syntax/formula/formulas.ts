import type { Root } from 'mdast'
import type { SyntaxExtension } from '../syntax-extension.ts'
import { nodesOf } from '../walk.ts'
import { fencedFormula, type RefusedFences } from './fenced-formula.ts'
import { formulaFromMarkdown } from './from-markdown.ts'
import type { OpenFormula } from './nodes.ts'
import { spanFormula } from './span-formula.ts'

export type { RefusedFences } from './fenced-formula.ts'

/** With so many fences refused, one more ends the search: none opens a formula, and no text takes long. */
const mostRefused = 8

/** Formulas in TeX: `$…$`, `$$…$$`, and lines between two lines of `$$`. */
export function formulas(refused: RefusedFences): SyntaxExtension {
  return {
    micromark: { flow: { 36: fencedFormula(refused) }, text: { 36: spanFormula } },
    mdast: formulaFromMarkdown(),
  }
}

/**
 * The fences to refuse in the next reading, because nothing closes the formulas that they open: else one
 * slip would take the rest of an essay for a formula.
 *
 * @param refused those that were refused in this reading
 * @returns nothing where the tree is good
 */
export function fencesToRefuse(tree: Root, refused: RefusedFences): RefusedFences | undefined {
  if (refused === 'all') return undefined
  const open = nodesOf(tree).filter(
    (node) => node.type === 'formula' && (node as OpenFormula).fences !== undefined,
  )
  if (open.length === 0) return undefined
  const all = new Set([...refused, ...open.map((node) => node.position?.start.offset ?? 0)])
  return refused.size >= mostRefused ? 'all' : all
}

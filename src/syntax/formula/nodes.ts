import type { FormulaNode } from '../../model/components.ts'

/** A formula while it is read. */
export interface OpenFormula extends FormulaNode {
  /** How many of its two fences have been met; absent for a formula in running text. */
  fences?: number
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    fencedFormula: 'fencedFormula'
    formulaFence: 'formulaFence'
    spanFormula: 'spanFormula'
    formulaDollars: 'formulaDollars'
    formulaLine: 'formulaLine'
  }
}

import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'
import type { OpenFormula } from './nodes.ts'

/** Tokens of formulas to mdast: `formula` nodes. */
export function formulaFromMarkdown(): Extension {
  return {
    enter: { fencedFormula: enterFenced, spanFormula: enterSpan },
    exit: {
      formulaFence: exitFence,
      formulaDollars: exitDollars,
      formulaLine: exitLine,
      fencedFormula: exitFenced,
      spanFormula: exit,
    },
  }
}

function enterFenced(this: CompileContext, token: Token): undefined {
  const formula: OpenFormula = { type: 'formula', display: true, value: '', lines: [], fences: 0 }
  this.enter(formula, token)
}

function enterSpan(this: CompileContext, token: Token): undefined {
  this.enter({ type: 'formula', display: false, value: '', lines: [] }, token)
}

function exitFence(this: CompileContext): undefined {
  const formula = this.stack.at(-1) as OpenFormula
  formula.fences = (formula.fences ?? 0) + 1
}

function exitDollars(this: CompileContext, token: Token): undefined {
  const formula = this.stack.at(-1) as OpenFormula
  formula.display = this.sliceSerialize(token).length > 1
}

function exitLine(this: CompileContext, token: Token): undefined {
  const formula = this.stack.at(-1) as OpenFormula
  const text = this.sliceSerialize(token)
  const start = formula.position?.start ?? token.start
  const lines = token.start.line - start.line
  const at = {
    line: lines,
    column: token.start.column,
    offset: token.start.offset - (start.offset ?? 0),
  }
  formula.lines = [...formula.lines, { ...at, length: text.length }]
  formula.value += formula.lines.length > 1 ? `\n${text}` : text
}

function exitFenced(this: CompileContext, token: Token): undefined {
  const formula = this.stack.at(-1) as OpenFormula
  // TeX allows no blank line in a formula; where there is one, a fence further down was taken for the end.
  const whole = formula.lines.every(({ line }, i) => line === i + 1)
  if (formula.fences === 2 && whole) delete formula.fences
  this.exit(token)
}

function exit(this: CompileContext, token: Token): undefined {
  this.exit(token)
}

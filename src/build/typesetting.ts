import type { EssayContext } from '../hast/context.ts'
import { setFormula } from '../hast/formula.ts'
import { createHighlighter } from '../hast/highlight.ts'
import type { EssaySettings } from '../model/settings.ts'

/** Made once for all essays, and only where there is code: it takes longer than an essay. */
const highlighter = once(createHighlighter)

/** What sets the code and the formulas of an essay. */
export function typesetting({
  code,
}: Pick<EssaySettings, 'code'>): Pick<EssayContext, 'highlight' | 'formula'> {
  return {
    highlight: code.highlight ? (text, language) => highlighter()(text, language) : undefined,
    formula: setFormula,
  }
}

/** The same value for every call. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

import type { Diagnostic } from '../model/diagnostic.ts'
import type { Compiled, Essay, Source } from '../model/essay.ts'
import { textOf } from '../model/plain-text.ts'
import { placeOfKey } from '../schema/front-matter.ts'
import { pullQuoteFinding } from '../semantics/components/index.ts'
import { annotate, type CompileContext } from './annotate.ts'
import { understand } from './understand.ts'

export type { CompileContext }

/** One source all the way to an essay, or to the reasons why it cannot be one. Never throws on any text. */
export function compileEssay(source: Source, context: CompileContext): Compiled {
  const read = annotate(source, context)
  if (!read.readable)
    return { source: source.path, essay: undefined, diagnostics: read.diagnostics }
  const essay = understand(source, read.front, read.resolved, context.settings)
  const diagnostics = [
    ...read.diagnostics,
    ...essay.diagnostics,
    ...misquoted(essay, placeOfKey(read.split, 'pullquote')),
  ]
  return { source: source.path, essay: { ...essay, diagnostics }, diagnostics }
}

/** A finding where the pull quote of the front matter does not stand in the essay or its notes. */
function misquoted(essay: Essay, place: Diagnostic['place']): readonly Diagnostic[] {
  if (essay.standfirst === undefined) return []
  const body = essay.body.children.filter((node) => node.type !== 'pullQuote')
  const text = textOf([...body, ...essay.notes.flatMap((note) => note.content)])
  const finding = pullQuoteFinding(essay.standfirst, text, { file: essay.source, place })
  return finding ? [finding] : []
}

import type { Diagnostic } from '../model/diagnostic.ts'
import type { Compiled, Essay, Source } from '../model/essay.ts'
import { textOf } from '../model/plain-text.ts'
import type { Settings } from '../model/settings.ts'
import { placeOfKey, readFrontMatter } from '../schema/front-matter.ts'
import { pullQuoteFinding } from '../semantics/components/index.ts'
import { resolveNotes, type SharedNote } from '../semantics/notes/index.ts'
import { splitFrontMatter } from '../syntax/front-matter.ts'
import { checkLimits } from '../syntax/limits.ts'
import { parse } from '../syntax/parse.ts'
import { understand } from './understand.ts'

/** What an essay depends on besides its own text. */
export interface CompileContext {
  readonly settings: Settings
  /** Notes that all posts share, by normalised label. */
  readonly sharedNotes: ReadonlyMap<string, SharedNote>
}

/** One source all the way to an essay, or to the reasons why it cannot be one. Never throws on any text. */
export function compileEssay(source: Source, context: CompileContext): Compiled {
  const refused = (diagnostics: readonly Diagnostic[]): Compiled => ({
    source: source.path,
    essay: undefined,
    diagnostics,
  })
  const limits = checkLimits(source.path, source.text)
  if (limits.some((found) => found.severity === 'error')) return refused(limits)
  const split = splitFrontMatter(source.path, source.text)
  if (split.fatal) return refused([...limits, ...split.diagnostics])
  const { front, diagnostics, fatal } = readFrontMatter(source.path, split)
  if (fatal) return refused([...limits, ...split.diagnostics, ...diagnostics])
  const parsed = parse(source, split.bodyStart, {
    stars: front.notes.stars ?? context.settings.notes.stars,
    math: false,
    labels: [...context.sharedNotes.keys()],
  })
  const annotated = resolveNotes(parsed, source, { shared: context.sharedNotes })
  const essay = understand(source, front, annotated, context.settings)
  const all = [
    ...limits,
    ...split.diagnostics,
    ...diagnostics,
    ...annotated.diagnostics,
    ...essay.diagnostics,
    ...misquoted(essay, placeOfKey(split, 'pullquote')),
  ]
  return { source: source.path, essay: { ...essay, diagnostics: all }, diagnostics: all }
}

/** A finding where the pull quote of the front matter does not stand in the essay or its notes. */
function misquoted(essay: Essay, place: Diagnostic['place']): readonly Diagnostic[] {
  if (essay.standfirst === undefined) return []
  const body = essay.body.children.filter((node) => node.type !== 'pullQuote')
  const text = textOf([...body, ...essay.notes.flatMap((note) => note.content)])
  const finding = pullQuoteFinding(essay.standfirst, text, { file: essay.source, place })
  return finding ? [finding] : []
}

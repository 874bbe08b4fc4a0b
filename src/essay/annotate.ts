import type { Diagnostic } from '../model/diagnostic.ts'
import type { Source } from '../model/essay.ts'
import type { FrontMatter } from '../model/front-matter.ts'
import type { QuickReader } from '../model/quick-reader.ts'
import type { EssaySettings } from '../model/settings.ts'
import { readFrontMatter } from '../schema/front-matter.ts'
import { type ResolvedNotes, resolveNotes, type SharedNote } from '../semantics/notes/index.ts'
import { checkTableRows } from '../semantics/table-rows.ts'
import { type FrontMatterSplit, splitFrontMatter } from '../syntax/front-matter.ts'
import { checkTreeDepth } from '../syntax/limits/tree-depth.ts'
import { checkLimits } from '../syntax/limits.ts'
import { parse } from '../syntax/parse.ts'

/** What an essay depends on besides its own text. */
export interface CompileContext {
  readonly settings: EssaySettings
  /** Notes that all posts share, by normalised label. */
  readonly sharedNotes: ReadonlyMap<string, SharedNote>
  /** A quicker parser, for texts that it is known to read alike. An essay does not depend on it. */
  readonly quick?: QuickReader | undefined
}

/** A source read as far as its notes; or the reasons why it cannot be. */
export type Annotation =
  | {
      readonly readable: true
      readonly front: FrontMatter
      readonly split: FrontMatterSplit
      readonly resolved: ResolvedNotes
      /** All that was found so far, the notes' findings among them. */
      readonly diagnostics: readonly Diagnostic[]
    }
  | { readonly readable: false; readonly diagnostics: readonly Diagnostic[] }

/** Text → front matter → mdast → notes. Never throws on any text. */
export function annotate(source: Source, context: CompileContext): Annotation {
  const limits = checkLimits(source.path, source.text)
  if (limits.some((found) => found.severity === 'error'))
    return { readable: false, diagnostics: limits }
  const split = splitFrontMatter(source.path, source.text)
  if (split.fatal) return { readable: false, diagnostics: [...limits, ...split.diagnostics] }
  const { front, diagnostics, fatal } = readFrontMatter(source.path, split)
  const found = [...limits, ...split.diagnostics, ...diagnostics]
  if (fatal) return { readable: false, diagnostics: found }
  const { settings, sharedNotes, quick } = context
  const parsed = parse(source, split.bodyStart, {
    stars: front.notes.stars ?? settings.notes.stars,
    math: front.math ?? settings.math,
    labels: [...sharedNotes.keys()],
    quick,
  })
  const depth = checkTreeDepth(source.path, parsed.tree)
  if (depth.length > 0) return { readable: false, diagnostics: [...found, ...depth] }
  const rows = checkTableRows(parsed.tree, source.path)
  const resolved = resolveNotes(parsed, source, { shared: sharedNotes })
  return {
    readable: true,
    front,
    split,
    resolved,
    diagnostics: [...found, ...rows, ...resolved.diagnostics],
  }
}

import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { Source } from '../model/essay.ts'
import { parseSharedNotes, type SharedNote } from '../semantics/notes/index.ts'
import { splitFrontMatter } from '../syntax/front-matter.ts'
import { checkLimits } from '../syntax/limits.ts'

export type { SharedNote }

/** What one file of shared notes holds. */
export type ReadNotes = ReturnType<typeof parseSharedNotes>

/**
 * The notes of all files in `content/notes/`, by normalised label; of two with one label the first in order of
 * path wins.
 *
 * @param read how one file is read
 */
export function gatherSharedNotes(
  sources: readonly Source[],
  read: (source: Source) => ReadNotes = readSharedNotes,
): {
  readonly notes: ReadonlyMap<string, SharedNote>
  readonly diagnostics: readonly Diagnostic[]
} {
  const notes = new Map<string, SharedNote>()
  const diagnostics: Diagnostic[] = []
  for (const source of sources) {
    const found = read(source)
    diagnostics.push(...found.diagnostics)
    for (const note of found.notes) {
      const first = notes.get(note.identifier)
      if (first) diagnostics.push(duplicate(note, first))
      else notes.set(note.identifier, note)
    }
  }
  return { notes, diagnostics }
}

/** The notes of one file. */
export function readSharedNotes(source: Source): ReadNotes {
  const limits = checkLimits(source.path, source.text)
  if (limits.some((found) => found.severity === 'error'))
    return { notes: [], diagnostics: [...limits] }
  const split = splitFrontMatter(source.path, source.text)
  if (split.fatal) return { notes: [], diagnostics: [...split.diagnostics] }
  return parseSharedNotes(source, split.bodyStart)
}

function duplicate(note: SharedNote, first: SharedNote): Diagnostic {
  return diagnose('FN102', {
    message: `The shared note [^${note.label}] is written in two files; the one in ${first.file} is used.`,
    file: note.file,
    place: note.definition.position,
    hint: 'Give one of the two another label.',
    related: [
      { message: 'The first one is here.', file: first.file, place: first.definition.position },
    ],
  })
}

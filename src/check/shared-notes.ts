import type { FootnoteDefinition } from 'mdast'
import type { Diagnostic } from '../model/diagnostic.ts'
import { diagnose } from '../model/diagnostic.ts'
import type { Essay } from '../model/essay.ts'

/** A note of `content/notes/`, and where it is written. */
export interface WrittenNote {
  readonly label: string
  readonly file: string
  readonly definition: Pick<FootnoteDefinition, 'position'>
}

/** Shared notes that no essay calls, drafts counted. */
export function checkSharedNotes(
  notes: readonly WrittenNote[],
  essays: readonly Essay[],
): Diagnostic[] {
  const called = new Set(
    essays.flatMap((essay) =>
      essay.notes.map((note) => `${note.file}:${note.kind === 'shared' && note.label}`),
    ),
  )
  return notes
    .filter(({ file, label }) => !isCalled(called, file, label))
    .map(({ label, file, definition }) =>
      diagnose('FN209', {
        message: `No post calls the shared note [^${label}].`,
        file,
        place: definition.position,
        hint: 'Take it away, or call it where it belongs.',
      }),
    )
}

/** Labels are compared as calls are: without regard to case. */
function isCalled(called: ReadonlySet<string>, file: string, label: string): boolean {
  if (called.has(`${file}:${label}`)) return true
  const folded = `${file}:${label}`.toLowerCase()
  return [...called].some((each) => each.toLowerCase() === folded)
}

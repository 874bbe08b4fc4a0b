import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import type { FoundCall } from './calls.ts'
import type { NoteSource } from './note-source.ts'

/** Finds labelled calls with a space before them: the mark would stand apart, even on the next line. */
export function checkSpacesBefore(calls: Iterable<FoundCall>, source: NoteSource): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const { node, index } of calls) {
    const start = node.position?.start.offset
    if (index === 0 || start === undefined || source.text[start] !== '[') continue
    let from = start
    while (from > 0 && /[ \t]/.test(source.text[from - 1] as string)) from--
    if (from === start || from === 0 || /[\r\n]/.test(source.text[from - 1] as string)) continue
    found.push(
      diagnose('FN204', {
        message: 'A space stands before this call, so its mark may be torn from the word.',
        file: source.file,
        place: node.position,
        hint: `Type the call right behind the word: word[^${node.label}]`,
        fix: [{ start: from, end: start, insert: '' }],
      }),
    )
  }
  return found
}

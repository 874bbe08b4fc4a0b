import type { Nodes } from 'mdast'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import type { FoundCall } from './calls.ts'
import type { NoteSource } from './note-source.ts'

/** Finds labelled calls with a space before them: the mark would stand apart, even on the next line. */
export function checkSpacesBefore(calls: Iterable<FoundCall>, source: NoteSource): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const { node, parent, index } of calls) {
    const start = node.position?.start.offset
    const before = parent.children[index - 1]
    if (!before || beginsLine(before) || start === undefined || source.text[start] !== '[') continue
    let from = start
    while (from > 0 && /[ \t]/.test(source.text[from - 1] as string)) from--
    if (from === start) continue
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

/** Whether what follows a node stands at the beginning of a line, maybe behind the marker of a quote. */
function beginsLine(before: Nodes): boolean {
  return before.type === 'break' || (before.type === 'text' && /[\r\n]$/.test(before.value))
}

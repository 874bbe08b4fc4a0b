import type { Diagnostic } from '../../model/diagnostic.ts'
import { codeFrame, linesOf } from '../../report/code-frame.ts'

/**
 * The lines that a finding is about, numbered, with carets under what is meant; in a fixed-width font.
 *
 * @returns empty where the finding has no place, or its text is not known
 */
export function frameText(
  { file, place }: Pick<Diagnostic, 'file' | 'place'>,
  sources: (path: string) => string | undefined,
): string {
  const text = place && sources(file)
  if (!place || text === undefined) return ''
  const frame = codeFrame(linesOf(text), place)
  const width = String(frame.at(-1)?.number ?? 0).length
  return frame
    .flatMap((line) => [
      `${String(line.number).padStart(width)} | ${line.text}`.trimEnd(),
      `${' '.repeat(width)} | ${line.carets}`,
    ])
    .join('\n')
}

import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { Essay } from '../model/essay.ts'

/** Headings that skip a level, which loses readers who move from heading to heading (WCAG 2.2, 1.3.1). */
export function checkHeadings(essay: Essay): Diagnostic[] {
  const found: Diagnostic[] = []
  let above = 1
  for (const heading of essay.outline) {
    if (heading.depth > above + 1)
      found.push(
        diagnose('HD101', {
          message: `“${heading.text}” is a heading of level ${heading.depth}, but the one above it is of level ${above}.`,
          file: essay.source,
          place: heading.place,
          hint: `${'#'.repeat(above + 1)} ${heading.text}`,
        }),
      )
    above = heading.depth
  }
  return found
}

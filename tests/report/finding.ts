import type { Position } from 'unist'
import { type Diagnostic, type DiagnosticDetails, diagnose } from '../../src/model/diagnostic.ts'
import type { DiagnosticCode } from '../../src/model/diagnostic-codes.ts'

/** A place from its lines and columns. */
export function at(line: number, column: number, endLine = line, endColumn = column + 1): Position {
  return { start: { line, column }, end: { line: endLine, column: endColumn } }
}

export function finding(
  code: DiagnosticCode,
  details: Partial<DiagnosticDetails> = {},
): Diagnostic {
  return diagnose(code, { message: 'Something is wrong.', file: 'content/posts/a.md', ...details })
}

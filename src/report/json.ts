import type { Diagnostic } from '../model/diagnostic.ts'
import { catalogue } from '../model/diagnostic-codes.ts'
import { inReadingOrder } from './order.ts'
import { regionOf } from './region.ts'

/** What a build or a check came to, beside its findings. */
export interface RunFigures {
  readonly ok: boolean
  readonly posts: number
  readonly pages: number
  readonly written: number
  readonly kept: number
  readonly removed: number
  readonly durationMs: number
}

/** One object for other programs: the figures, and the findings with lines and columns from 1. Ends with a line end. */
export function reportJson(figures: RunFigures, diagnostics: readonly Diagnostic[]): string {
  const { ok, posts, pages, written, kept, removed, durationMs } = figures
  const found = inReadingOrder(diagnostics).map(finding)
  return `${JSON.stringify({ ok, posts, pages, written, kept, removed, durationMs, diagnostics: found }, undefined, 2)}\n`
}

function finding({ code, severity, message, file, place, hint, related }: Diagnostic): object {
  return {
    code,
    name: catalogue[code].name,
    severity,
    message,
    file,
    ...regionOf(place),
    ...(hint === undefined ? {} : { hint }),
    ...(related === undefined || related.length === 0
      ? {}
      : {
          related: related.map((other) => ({
            message: other.message,
            file: other.file,
            ...regionOf(other.place),
          })),
        }),
  }
}

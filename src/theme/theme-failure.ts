import { isJsxError, type JsxFault, sourceOf } from '../jsx/jsx-error.ts'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { DiagnosticCode } from '../model/diagnostic-codes.ts'
import type { RoutePath } from '../model/paths.ts'

/** A theme could not draw a page. What to tell its author is in `diagnostic`. */
export class ThemeFailure extends Error {
  readonly diagnostic: Diagnostic

  constructor(diagnostic: Diagnostic, cause: unknown) {
    super(diagnostic.message, { cause })
    this.name = 'ThemeFailure'
    this.diagnostic = diagnostic
  }
}

const faultCodes = {
  'unknown-component': 'TH106',
  'forbidden-attribute': 'TH109',
  'bad-attribute': 'TH110',
  'bad-child': 'TH108',
} as const satisfies Record<JsxFault, DiagnosticCode>

/**
 * What to tell the author of a theme that threw.
 *
 * @param error whatever the theme threw
 * @param theme the theme's name
 * @param page the page that was being drawn; nothing while the theme itself is loaded
 * @param locate finds `file:line:column` in the theme's sources from an error's stack
 */
export function failureOf(
  error: unknown,
  theme: string,
  page: RoutePath | undefined,
  locate?: (error: unknown) => string | undefined,
): ThemeFailure {
  const known = isJsxError(error)
  // The runtime's own errors come from inside the runtime: the place of the element says more than their stack.
  const source = (known ? sourceOf(error) : locate?.(error)) ?? sourceOf(error) ?? locate?.(error)
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const doing = page === undefined ? 'be loaded' : `draw ${page}`
  const diagnostic = diagnose(known ? faultCodes[error.fault] : 'TH107', {
    message: known
      ? `The theme “${theme}” could not ${doing}. ${error.message}`
      : `The theme “${theme}” could not ${doing}. It threw ${said}`,
    hint: known ? error.hint : undefined,
    ...placeOf(source),
  })
  return new ThemeFailure(diagnostic, error)
}

/** `themes/plain/post.tsx:12:7` → the file and the place in it. */
function placeOf(source: string | undefined): Pick<Diagnostic, 'file' | 'place'> {
  const match = /^(.*):(\d+):(\d+)$/.exec(source ?? '')
  if (match === null) return { file: source ?? '' }
  const point = { line: Number(match[2]), column: Math.max(1, Number(match[3])) }
  return { file: match[1] ?? '', place: { start: point, end: point } }
}

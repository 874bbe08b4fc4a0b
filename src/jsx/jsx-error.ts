import type { ElementSource } from './element-source.ts'

/** What a theme did that cannot become a tree. */
export type JsxFault = 'unknown-component' | 'forbidden-attribute' | 'bad-attribute' | 'bad-child'

/**
 * A mistake in a theme's markup. Compiled themes carry their own copy of this class, so that it is
 * told by `name` and not by `instanceof`: see `isJsxError`.
 */
export class JsxError extends Error {
  readonly fault: JsxFault
  readonly hint: string

  constructor(fault: JsxFault, message: string, hint: string) {
    super(message)
    this.name = 'JsxError'
    this.fault = fault
    this.hint = hint
  }
}

/** True for a `JsxError`, of whichever copy of the runtime. */
export function isJsxError(error: unknown): error is JsxError {
  return error instanceof Error && error.name === 'JsxError' && 'fault' in error && 'hint' in error
}

/** Kept in the registry of all symbols, because a compiled theme has its own copy of this module. */
const sourceKey = Symbol.for('ibid.jsx.source')

/** Notes on an error where in the theme it came up; the innermost place wins. */
export function tellSource(error: unknown, source: ElementSource): void {
  if (typeof error !== 'object' || error === null || sourceKey in error) return
  if (Object.isExtensible(error)) Object.defineProperty(error, sourceKey, { value: source })
}

/** The place that `tellSource` noted, if any. */
export function sourceOf(error: unknown): ElementSource | undefined {
  if (typeof error !== 'object' || error === null || !(sourceKey in error)) return undefined
  const source = (error as { [sourceKey]?: unknown })[sourceKey]
  return typeof source === 'string' ? source : undefined
}

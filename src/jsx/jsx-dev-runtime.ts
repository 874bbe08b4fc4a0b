import type { Element, Root } from 'hast'
import { createElement, type ElementProps, type ElementType } from './create-element.ts'

export { Fragment, type JSX } from './jsx-runtime.ts'

/** What the compiler tells about the place of an element; lines and columns from 1. */
interface WrittenAt {
  readonly fileName: string
  readonly lineNumber: number
  readonly columnNumber: number
}

/** Called by TSX that was compiled with places: each element knows the line that wrote it. */
export function jsxDEV(
  type: ElementType | undefined,
  props: ElementProps,
  _key?: unknown,
  _isStatic?: boolean,
  at?: WrittenAt,
): Element | Root {
  const source = at && `${at.fileName}:${at.lineNumber}:${at.columnNumber}`
  return createElement(type, props, source)
}

import type { Element as HastElement, Root } from 'hast'
import type { Child, Component } from './child.ts'
import {
  createElement,
  type ElementProps,
  type ElementType as RuntimeType,
} from './create-element.ts'
import type { Elements } from './elements.ts'

export type { Child, Component } from './child.ts'

/** Called by compiled TSX for each element and component. */
export function jsx(type: RuntimeType | undefined, props: ElementProps): HastElement | Root {
  return createElement(type, props)
}

/** The same for an element with several children. */
export const jsxs = jsx

/** `<>…</>`: several things without an element around them. */
export function Fragment(props: { readonly children?: Child }): Child {
  return props.children
}

/** What the type checker knows about TSX. */
export declare namespace JSX {
  type Element = HastElement | Root
  type ElementType = keyof Elements | Component
  interface ElementChildrenAttribute {
    children: unknown
  }
  interface IntrinsicElements extends Elements {}
}

import type { Element, Root } from 'hast'
import { propertiesOf } from './attributes.ts'
import type { Child, Component } from './child.ts'
import { contentOf, flatten } from './children.ts'
import type { ElementSource } from './element-source.ts'
import { JsxError, tellSource } from './jsx-error.ts'

/** What stands between `<` and the attributes: an element's name or a component. */
export type ElementType = string | Component

/** The attributes or properties, and what stands inside. */
export type ElementProps = Readonly<Record<string, unknown>>

/**
 * One JSX expression as a tree: an element, or what a component returns, wrapped in a root where that
 * is not exactly one element.
 *
 * @param source where the expression was written, if the theme was compiled with places
 * @throws JsxError, with the place noted on it, for what cannot become a tree; whatever a component throws
 */
export function createElement(
  type: ElementType | undefined | null,
  props: ElementProps,
  source?: ElementSource,
): Element | Root {
  try {
    if (typeof type === 'string') return htmlElement(type, props, source)
    if (typeof type !== 'function') throw unknownComponent(type)
    return asTree(type(props as never))
  } catch (error) {
    if (source !== undefined) tellSource(error, source)
    throw error
  }
}

function htmlElement(tagName: string, props: ElementProps, source?: ElementSource): Element {
  const element: Element = {
    type: 'element',
    tagName,
    properties: propertiesOf(tagName, props),
    children: contentOf(props.children as Child),
  }
  if (source !== undefined) element.data = { source }
  return element
}

/** Any content as a tree: itself where it is one element, else a root. */
export function asTree(child: Child): Element | Root {
  const nodes = flatten(child)
  const [only] = nodes
  return nodes.length === 1 && only?.type === 'element' ? only : { type: 'root', children: nodes }
}

function unknownComponent(type: unknown): JsxError {
  return new JsxError(
    'unknown-component',
    `A component is ${type === undefined || type === null ? String(type) : `of type ${typeof type}`}.`,
    'Its name is probably missing from the imports, or from the exports of the file that holds it.',
  )
}

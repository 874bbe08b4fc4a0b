import type { Element, ElementContent, Properties } from 'hast'
import type { Image } from 'mdast'
import { defaultHandlers, type State } from 'mdast-util-to-hast'
import { isAbsolute, safeAddress, schemeOf } from '../address.ts'
import type { Picture, Rendering } from '../context.ts'
import { element, text } from '../element.ts'
import { refusedAddress } from '../refused-address.ts'

/**
 * A picture. One that lies on another site and is not allowed there becomes a link, so that the page
 * itself asks no other site for anything.
 */
export function image(state: State, node: Image, rendering: Rendering): ElementContent {
  const alt = node.alt ?? ''
  const shown = pictureFor(node.url, rendering)
  if (shown.kind === 'refused') {
    rendering.report(refusedAddress(node.url, 'picture', rendering.file, node.position))
    return text(alt)
  }
  const { src } = shown.picture
  const made = defaultHandlers.image(state, { ...node, url: src, alt })
  if (shown.kind === 'elsewhere') return pictureLink(String(made.properties.src), alt)
  Object.assign(made.properties, pictureProperties(shown.picture))
  return withSources(made, shown.picture)
}

/** Lets a browser choose a better format and a fitting width (HTML, 4.8.4). */
export function withSources(shown: Element, { sources = [], sizes }: Picture): Element {
  if (sources.length === 0) return shown
  const offers = sources.map(({ type, srcset }) =>
    element('source', { type, srcSet: srcset, ...(sizes === undefined ? {} : { sizes }) }),
  )
  return element('picture', {}, [...offers, shown])
}

/** What a page may do with the address of a picture. */
export type Shown =
  | { readonly kind: 'shown' | 'elsewhere'; readonly picture: Picture }
  | { readonly kind: 'refused' }

export function pictureFor(url: string, rendering: Rendering): Shown {
  const safe = safeAddress(url)
  if (safe === undefined || schemeOf(safe) === 'mailto') return { kind: 'refused' }
  const found = rendering.context.image(safe, rendering.file)
  const picture = found ?? { src: safe }
  if (safeAddress(picture.src) === undefined) return { kind: 'refused' }
  return { kind: !found && isAbsolute(safe) ? 'elsewhere' : 'shown', picture }
}

/** Size, so that the page does not jump, and what keeps a long page quick. */
export function pictureProperties(picture: Picture): Properties {
  return {
    ...(picture.width === undefined ? {} : { width: picture.width }),
    ...(picture.height === undefined ? {} : { height: picture.height }),
    loading: 'lazy',
    decoding: 'async',
  }
}

export function pictureLink(src: string, alt: string): ElementContent {
  return element('a', { href: src, rel: ['noopener'] }, [text(alt || src)])
}

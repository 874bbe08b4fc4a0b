import type { Element, Root } from 'hast'
import type { Picture } from '../context.ts'
import { allNodes, isElement } from '../element.ts'
import { withSources } from '../handlers/image.ts'

/**
 * Gives pictures of raw HTML the formats and widths that Markdown's get. Changes the tree, which is sanitised.
 *
 * @param shown what is known of the pictures, by their address in the page
 */
export function offerFormats(tree: Root, shown: ReadonlyMap<string, Picture>): void {
  if (shown.size === 0) return
  for (const node of allNodes(tree)) {
    if (!('children' in node) || isElement(node, 'picture')) continue
    node.children = node.children.map((child) =>
      isElement(child, 'img') ? offered(child, shown) : child,
    ) as never
  }
}

function offered(image: Element, shown: ReadonlyMap<string, Picture>): Element {
  const picture = shown.get(String(image.properties.src))
  if (!picture) return image
  const { width } = image.properties
  // A width that the author gave says how wide the picture is shown.
  const own = /^\d+$/.test(String(width)) && Number(width) !== picture.width
  return withSources(image, own ? { ...picture, sizes: `${String(width)}px` } : picture)
}

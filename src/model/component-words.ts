import type { Nodes, PhrasingContent } from 'mdast'

/** Words that a component shows before its children: a heading, or a caption above. */
export function wordsBefore(node: Nodes): readonly PhrasingContent[] {
  switch (node.type) {
    case 'keyFacts':
    case 'notice':
      return node.title
    case 'figure':
      return node.captionFirst ? node.caption : []
    default:
      return []
  }
}

/** Words that a component shows after its children: a caption below, or whose words they are. */
export function wordsAfter(node: Nodes): readonly PhrasingContent[] {
  switch (node.type) {
    case 'figure':
      return node.captionFirst ? [] : node.caption
    case 'epigraph':
      return node.attribution
    default:
      return []
  }
}

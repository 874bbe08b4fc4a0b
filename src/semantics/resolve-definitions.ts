import type { Definition, Nodes, Parents, Root, RootContent } from 'mdast'

/** The mdast that a pass works on: the body, and the blocks of each note. */
export interface Trees {
  readonly body: Root
  readonly notes: readonly (readonly RootContent[])[]
}

/**
 * Replaces reference links and pictures (`[text][label]`) by plain ones and drops their definitions,
 * so that a note that is shown away from its definition keeps its links. Rewrites the trees in place.
 *
 * The first definition of a label wins (CommonMark 0.31.2, 4.7).
 */
export function resolveDefinitions(trees: Trees): void {
  const parents = [...parentsOf(trees)]
  const definitions = new Map<string, Definition>()
  for (const parent of parents)
    for (const child of parent.children)
      if (child.type === 'definition' && isEarlier(child, definitions.get(child.identifier)))
        definitions.set(child.identifier, child)
  if (definitions.size === 0) return
  for (const parent of parents) {
    const children = parent.children as Nodes[]
    let kept = 0
    for (const child of children)
      if (child.type !== 'definition') children[kept++] = resolved(child, definitions)
    children.length = kept
  }
}

/** True where a definition stands before another one in the file: the trees are walked in no order. */
function isEarlier(definition: Definition, other: Definition | undefined): boolean {
  const offsetOf = ({ position }: Definition): number => position?.start.offset ?? 0
  return other === undefined || offsetOf(definition) < offsetOf(other)
}

function resolved(node: Nodes, definitions: ReadonlyMap<string, Definition>): Nodes {
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return node
  const definition = definitions.get(node.identifier)
  if (!definition) return node
  const target = { url: definition.url, title: definition.title ?? null }
  const position = node.position === undefined ? {} : { position: node.position }
  return node.type === 'linkReference'
    ? { type: 'link', ...target, children: node.children, ...position }
    : { type: 'image', ...target, alt: node.alt ?? null, ...position }
}

/** Every parent of the trees. The blocks of a note count as children of a root of their own. */
function* parentsOf(trees: Trees): Generator<Parents> {
  const stack: Nodes[] = [trees.body]
  for (const note of trees.notes) stack.push({ type: 'root', children: note as RootContent[] })
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('children' in node)) continue
    // A linkReference's own children are walked before it is replaced: the children array is kept.
    for (const child of node.children) stack.push(child as Nodes)
    yield node as Parents
  }
}

import type { Element, ElementContent, Nodes, Root } from 'hast'
import { parentsIn } from './hast-words.ts'

/** Elements that stand in a line. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
)
/** Blocks whose words keep no emphasis from around them. */
const verbatim = new Set(['pre', 'listing', 'xmp'])

/**
 * Moves elements of the line that hold blocks into those blocks, so that `<b><p>a</p></b>` is `<p><b>a</b></p>`:
 * Markdown can say nothing else. A tree no deeper than `deepestHtml`.
 */
export function settleBlocks(root: Root): Root {
  const parents = parentsIn(root)
  const straddling = new Set<Nodes>()
  for (const node of parents.keys()) {
    if (node.type !== 'element' || inline.has(node.tagName) || !isBlock(node)) continue
    for (let up = parents.get(node); up?.type === 'element' && inline.has(up.tagName); ) {
      straddling.add(up)
      up = parents.get(up)
    }
  }
  if (straddling.size === 0) return root
  return { ...root, children: settled(root.children as ElementContent[], [], straddling) }
}

const blockNames = new Set(
  'address article aside blockquote center details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table ul caption colgroup dd dt figcaption summary tbody td tfoot th thead tr'.split(
    ' ',
  ),
)

function isBlock(node: Element): boolean {
  return blockNames.has(node.tagName)
}

function settled(
  children: readonly ElementContent[],
  around: readonly Element[],
  straddling: ReadonlySet<Nodes>,
): ElementContent[] {
  const made: ElementContent[] = []
  let run: ElementContent[] = []
  const flush = (): void => {
    if (run.some((node) => node.type !== 'text' || node.value.trim() !== ''))
      made.push(...wrapped(run, around))
    else made.push(...run)
    run = []
  }
  for (const child of children) {
    if (child.type === 'element' && straddling.has(child)) {
      flush()
      made.push(...settled(child.children, [...around, child], straddling))
    } else if (child.type === 'element' && isBlock(child) && !verbatim.has(child.tagName)) {
      flush()
      made.push({ ...child, children: settled(child.children, around, straddling) })
    } else if (child.type === 'element' && verbatim.has(child.tagName)) {
      flush()
      made.push(child)
    } else run.push(child)
  }
  flush()
  return made
}

function wrapped(run: ElementContent[], around: readonly Element[]): ElementContent[] {
  let inner = run
  for (const element of around.toReversed()) inner = [{ ...element, children: inner }]
  return inner
}

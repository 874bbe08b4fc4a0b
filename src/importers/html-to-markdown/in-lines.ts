import type { Nodes, PhrasingContent } from 'mdast'

const flowTypes = new Set(
  'blockquote code containerDirective definition footnoteDefinition heading list listItem paragraph root table tableCell tableRow thematicBreak'.split(
    ' ',
  ),
)

/** True for what may stand in a line. */
export function isPhrasing(node: Nodes): node is PhrasingContent {
  return !flowTypes.has(node.type)
}

const lineBreak: PhrasingContent = { type: 'html', value: '<br>' }

/** Blocks as lines with breaks between them, for a cell of a table, which can hold nothing else. */
export function inLines(nodes: readonly Nodes[]): PhrasingContent[] {
  const lines: PhrasingContent[][] = [[]]
  for (const node of nodes) {
    if (node.type === 'break') lines.push([])
    else if (isPhrasing(node)) lines.at(-1)?.push(node)
    else lines.push(...linesOf(node), [])
  }
  return lines
    .filter((line) => line.some((node) => node.type !== 'text' || node.value.trim() !== ''))
    .flatMap((line, index) => (index === 0 ? line : [lineBreak, ...line]))
}

function linesOf(node: Nodes): PhrasingContent[][] {
  if (node.type === 'code')
    return node.value.split('\n').map((value): PhrasingContent[] => [{ type: 'inlineCode', value }])
  if (node.type === 'list')
    return node.children.map((item, index) => [
      {
        type: 'text',
        value: node.ordered === true ? `${(node.start ?? 1) + index}. ` : '• ',
      },
      ...inLines(item.children),
    ])
  return 'children' in node ? [inLines(node.children)] : []
}

import type { Element, ElementContent } from 'hast'
import type { Table, TableRow } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { textOf } from '../../model/plain-text.ts'
import type { Rendering } from '../context.ts'
import { element, text } from '../element.ts'

/**
 * A table in a box that scrolls where the table is wider than the page. The box can take the focus and
 * is named by the table's column heads, so that it can be reached and told from others without a mouse.
 */
export function table(state: State, node: Table, rendering: Rendering): Element {
  const [head, ...body] = node.children
  const sections: ElementContent[] = []
  if (head) sections.push(section('thead', [row(state, head, node, 'th')]))
  if (body.length > 0)
    sections.push(
      section(
        'tbody',
        body.map((each) => row(state, each, node, 'td')),
      ),
    )
  const name = (head?.children ?? []).map((cell) => textOf(cell)).filter((words) => words !== '')
  const made = element('table', {}, lines(sections))
  const named =
    name.length > 0 ? { role: 'region', ariaLabel: rendering.uniqueLabel(name.join(', ')) } : {}
  const box = element('div', { className: ['table-scroll'], ...named, tabIndex: 0 }, [made])
  return node.position ? { ...box, position: node.position } : box
}

function row(state: State, node: TableRow, parent: Table, tagName: 'th' | 'td'): Element {
  const columns = parent.align?.length ?? node.children.length
  const cells = Array.from({ length: columns }, (_, column) => {
    const cell = node.children[column]
    const align = parent.align?.[column]
    return element(
      tagName,
      {
        ...(tagName === 'th' ? { scope: 'col' } : {}),
        ...(align ? { className: [`align-${align}`] } : {}),
      },
      cell ? state.all(cell) : [],
    )
  })
  return element('tr', {}, lines(cells))
}

function section(tagName: string, rows: readonly Element[]): Element {
  return element(tagName, {}, lines(rows))
}

function lines(children: readonly ElementContent[]): ElementContent[] {
  return [text('\n'), ...children.flatMap((child) => [child, text('\n')])]
}

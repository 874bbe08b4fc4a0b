import type { Element } from 'hast'
import type { Parents } from 'mdast'
import type { FormulaNode } from '../../model/components.ts'
import { diagnose } from '../../model/diagnostic.ts'
import type { Rendering } from '../context.ts'
import { element, isElement, text } from '../element.ts'

/** The class of a paragraph that is a formula. */
const formulaClass = 'formula'

/** Nodes that hold words, in which a formula is one more of them. */
const phrasing: ReadonlySet<string> = new Set(
  'paragraph heading emphasis strong delete link linkReference tableCell abbreviation textDirective'.split(
    ' ',
  ),
)

/** A formula as MathML; as its TeX where it cannot be set. One that stands among blocks is a paragraph of its own. */
export function formula(
  node: FormulaNode,
  parent: Parents | undefined,
  rendering: Rendering,
): Element {
  const math = mathOf(node, rendering)
  if (parent && phrasing.has(parent.type)) return math
  return standsAlone(math) ? formulaParagraph([math]) : element('p', {}, [math])
}

/** Whether an element is a formula that is set on lines of its own. */
export function standsAlone(node: Element['children'][number] | undefined): boolean {
  return isElement(node, 'math') && node.properties.display === 'block'
}

/** A formula in a box that scrolls where it is wider than the page; it can take the focus for that. */
export function formulaParagraph(children: Element['children']): Element {
  return element('p', { className: [formulaClass], tabIndex: 0 }, children)
}

function mathOf(node: FormulaNode, rendering: Rendering): Element {
  const set = rendering.context.formula?.(node.value, node.display)
  if (set?.math) return set.math
  if (set)
    rendering.report(
      diagnose('HT208', {
        message: `This formula cannot be set: ${set.problem}`,
        file: rendering.file,
        place: placeIn(node, set.offset),
        hint: 'Its TeX is printed instead. Mend it, or type \\$ where a dollar is meant.',
      }),
    )
  return element('code', {}, [text(node.value)])
}

/** The place of one character of a formula, in the file; the whole formula where that is not known. */
function placeIn(node: FormulaNode, offset: number | undefined): FormulaNode['position'] {
  const start = node.position?.start
  if (!start || offset === undefined) return node.position
  let before = 0
  for (const line of node.lines) {
    if (offset <= before + line.length) {
      const point = {
        line: start.line + line.line,
        column: line.column + offset - before,
        offset: (start.offset ?? 0) + line.offset + offset - before,
      }
      const end = { ...point, column: point.column + 1, offset: point.offset + 1 }
      return { start: point, end }
    }
    before += line.length + 1
  }
  return node.position
}

import type { ElementContent } from 'hast'
import type { FootnoteReference } from 'mdast'
import { noteId, referenceId } from '../../model/notes.ts'
import type { Rendering } from '../context.ts'
import { element, isElement, text } from '../element.ts'
import { noteMark } from '../note-mark.ts'

/** `sup > a`: popups of feed readers look for it in this order. */
const className = 'note-ref'

/** The call of a note; the characters that were typed where no note answers it. */
export function footnoteReference(node: FootnoteReference, rendering: Rendering): ElementContent {
  const bound = node.data?.note
  if (!bound) return text(`[^${node.label ?? node.identifier}]`)
  const { essay, context, notes } = rendering
  const shown = noteMark(bound.number, notes.get(bound.number), context.marks)
  const call = element(
    'a',
    {
      id: referenceId(essay.key, bound.name, bound.ordinal),
      href: `#${noteId(essay.key, bound.name)}`,
      role: 'doc-noteref',
      ariaLabel: context.strings.footnote(bound.number),
      // By it a static style sheet knows beside which call a note stands in the margin.
      ...(bound.ordinal === 1 ? { dataNote: String(bound.number) } : {}),
    },
    [text(shown)],
  )
  const mark = element('sup', { className: [className] }, [call])
  return node.position ? { ...mark, position: node.position } : mark
}

/** Whether a node is the call of a note. */
export function isCall(node: ElementContent): boolean {
  const classes = isElement(node, 'sup') ? node.properties.className : undefined
  return Array.isArray(classes) && classes.includes(className)
}

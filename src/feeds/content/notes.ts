import type { Element, ElementContent } from 'hast'
import { allNodes, element, isElement, text } from '../../hast/element.ts'
import { rewrite } from './rewrite.ts'
import type { Rewriting } from './rewriting.ts'

/**
 * The notes at the end of an item: a rule, a heading, a list. Each note begins with its mark, since
 * readers number the list themselves, or not at all.
 *
 * @param section the page's section of notes
 * @param heading "Notes" in the language of the essay
 * @param marks what the calls of each note show, by the note's id
 */
export function itemNotes(
  section: Element,
  heading: string,
  marks: ReadonlyMap<string, string>,
  rewriting: Rewriting,
): ElementContent[] {
  const list = allNodes(section).find((node) => isElement(node, 'ol'))
  const notes = isElement(list) ? list.children.filter((node) => isElement(node, 'li')) : []
  if (notes.length === 0) return []
  return [
    element('hr', {}),
    element('h2', {}, [text(heading)]),
    element(
      'ol',
      {},
      notes.map((note, index) => {
        const id = String(note.properties.id ?? '')
        const mark = marks.get(id) ?? String(note.properties.value ?? index + 1)
        return element('li', { id }, marked(rewrite(note.children, rewriting), mark))
      }),
    ),
  ]
}

/** A note's content with the mark before its first words. */
function marked(content: readonly ElementContent[], mark: string): ElementContent[] {
  const start = content.findIndex((node) => node.type !== 'text' || node.value.trim() !== '')
  const first = content[start]
  const rest = content.slice(start + 1)
  if (isElement(first, 'p'))
    return [{ ...first, children: [text(`${mark} `), ...first.children] }, ...rest]
  return [element('p', {}, [text(mark)]), ...(first ? [first, ...rest] : [])]
}

import type { FootnoteDefinition } from 'mdast'

/**
 * Gives the items of lists in a note the ends that the parser of record gives them, in place: each but the last
 * reaches to where the words of the next begin, since mdast-util-from-markdown 2.1.0 does not look behind the
 * indentation of a note when it looks for the end of an item.
 *
 * @param note without lists in its lists
 */
export function endItemsAsRecorded(note: FootnoteDefinition): void {
  for (const list of note.children) {
    if (list.type !== 'list') continue
    for (const [index, item] of list.children.entries()) {
      const next = list.children[index + 1]?.children[0]?.position
      if (item.position && next) item.position = { ...item.position, end: { ...next.start } }
    }
  }
}

import type { Link, Root } from 'mdast'
import type { TextEdit } from '../../model/diagnostic.ts'
import type { Note } from '../../model/notes.ts'
import { nodesOf } from '../../syntax/walk.ts'

/**
 * Edits that close the addresses which stand bare right before a call: stars end such an address, but a
 * bracket would become part of it (GFM 0.29, 6.9).
 *
 * @param calls offsets at which calls begin
 */
export function closeAddresses(
  text: string,
  { body, notes }: { readonly body: Root; readonly notes: readonly Note[] },
  calls: ReadonlySet<number>,
): TextEdit[] {
  const own = notes.filter((note) => note.file === undefined)
  const roots: Root[] = [
    body,
    ...own.map((note): Root => ({ type: 'root', children: [...note.content] })),
  ]
  return roots.flatMap(nodesOf).flatMap((node) => {
    if (node.type !== 'link' || !calls.has(node.position?.end.offset ?? -1)) return []
    return closed(text, node)
  })
}

function closed(text: string, { url, position }: Link): TextEdit[] {
  const start = position?.start.offset ?? 0
  const end = position?.end.offset ?? 0
  const typed = text.slice(start, end)
  if (/^[<[]/.test(typed)) return []
  const [before, after] =
    url === typed || url === `mailto:${typed}` ? ['<', '>'] : ['[', `](${url})`]
  return [
    { start, end: start, insert: before },
    { start: end, end, insert: after },
  ]
}

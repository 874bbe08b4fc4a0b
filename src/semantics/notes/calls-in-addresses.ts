import type { Link, Nodes, Parents, Root } from 'mdast'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import { parentsOf } from '../../syntax/walk.ts'
import type { NoteSource } from './note-source.ts'

/** Whether a node is an address that stands bare in the text, without brackets of any kind. */
export function isBareAddress(node: Nodes | Parents, { text }: NoteSource): node is Link {
  const start = node.position?.start.offset
  return node.type === 'link' && start !== undefined && !/[<[]/.test(text[start] ?? '<')
}

/**
 * Finds calls that were read as the end of a bare address, which goes on to the next space (GFM 0.29, 6.9).
 *
 * @param isNote whether there is a note with a label
 */
export function checkAddresses(
  tree: Root,
  source: NoteSource,
  isNote: (label: string) => boolean,
): Diagnostic[] {
  return parentsOf(tree).flatMap((node) => {
    if (!isBareAddress(node, source)) return []
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? start
    const typed = /\[\^([^\]\s]+)\]|\^\[/g
    typed.lastIndex = start
    const call = typed.exec(source.text)
    if (!call || call.index >= end || (call[1] !== undefined && !isNote(call[1]))) return []
    return [
      diagnose('FN205', {
        message: 'This call was read as part of the address before it, so it calls nothing.',
        file: source.file,
        place: source.lines.positionOf(call.index, call.index + call[0].length),
        hint: `Put the address between angle brackets: <${source.text.slice(start, call.index)}>${call[0]}`,
      }),
    ]
  })
}

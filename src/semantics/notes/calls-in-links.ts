import type { FootnoteReference, Nodes, Parents } from 'mdast'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { movedCall } from '../../model/moved-call.ts'
import { parentsOf } from '../../syntax/walk.ts'

/**
 * Moves calls out of the words of links, to right behind the link, in place: a link cannot hold another.
 */
export function moveCallsOutOfLinks(root: Parents, file: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  for (const parent of parentsOf(root)) {
    const children = parent.children as Nodes[]
    let changed: Nodes[] | undefined
    for (let index = 0; index < children.length; index++) {
      const child = children[index] as Nodes
      const calls = child.type === 'link' || child.type === 'linkReference' ? takeCalls(child) : []
      if (calls.length > 0) changed ??= children.slice(0, index)
      changed?.push(child)
      for (const call of calls) {
        changed?.push(call)
        diagnostics.push(movedCall(call, file))
      }
    }
    if (changed) parent.children = changed as never
  }
  return diagnostics
}

function takeCalls(link: Parents): FootnoteReference[] {
  const taken: FootnoteReference[] = []
  for (const parent of parentsOf(link)) {
    const calls = (parent.children as Nodes[]).filter((node) => node.type === 'footnoteReference')
    if (calls.length === 0) continue
    for (const call of calls) taken.push(call)
    parent.children = (parent.children as Nodes[]).filter(
      (node) => node.type !== 'footnoteReference',
    ) as never
  }
  return taken.sort((a, b) => (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0))
}

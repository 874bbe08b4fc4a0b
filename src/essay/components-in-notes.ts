import type { Nodes, Root } from 'mdast'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { OutlineEntry, Source } from '../model/essay.ts'
import type { Note } from '../model/notes.ts'
import { findComponents } from '../semantics/components/index.ts'

/**
 * Finds components inside notes. No id of theirs is one that the body has.
 *
 * A shared note is read without its own text, and its findings are left out: they belong to its file.
 */
export function componentsInNotes(
  notes: readonly Note[],
  source: Source,
  body: Root,
  outline: readonly OutlineEntry[],
): { readonly notes: readonly Note[]; readonly diagnostics: readonly Diagnostic[] } {
  const usedIds = new Set([...outline.map((heading) => heading.id), ...titleIds(body.children)])
  const diagnostics: Diagnostic[] = []
  const finished = notes.map((note) => {
    const shared = note.file !== undefined
    const tree: Root = { type: 'root', children: [...note.content] }
    const found = findComponents(tree, shared ? { path: source.path, text: '' } : source, {
      automaticKeyFacts: false,
      inNote: true,
      usedIds,
    })
    for (const id of titleIds(found.tree.children)) usedIds.add(id)
    if (!shared) diagnostics.push(...found.diagnostics)
    return { ...note, content: found.tree.children }
  })
  return { notes: finished, diagnostics }
}

function titleIds(nodes: readonly Nodes[]): readonly string[] {
  const ids: string[] = []
  const stack: Nodes[] = [...nodes]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'keyFacts' || node.type === 'notice') ids.push(node.id)
    if ('children' in node) for (const child of node.children) stack.push(child as Nodes)
  }
  return ids
}

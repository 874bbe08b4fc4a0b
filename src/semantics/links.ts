import type { Nodes, Root } from 'mdast'
import { wordsAfter, wordsBefore } from '../model/component-words.ts'
import type { EssayLink } from '../model/essay.ts'
import type { Note } from '../model/notes.ts'
import { type SourcePath, sourcePath } from '../model/paths.ts'
import type { EssaySettings } from '../model/settings.ts'
import { linksInHtml } from './html-links.ts'

/**
 * Every link and picture of the body and of the notes, in reading order. Definitions must be resolved.
 *
 * @param source the essay's own file; a shared note's links belong to the note's
 * @param html what becomes of raw HTML; links in HTML that is dropped are none
 */
export function collectLinks(
  body: Root,
  notes: readonly Note[],
  source: SourcePath,
  html: EssaySettings['html'],
): readonly EssayLink[] {
  return [
    ...linksIn(body.children, source, html),
    ...notes.flatMap((note) =>
      linksIn(note.content, note.file === undefined ? source : sourcePath(note.file), html),
    ),
  ]
}

function linksIn(
  nodes: readonly Nodes[],
  source: SourcePath,
  html: EssaySettings['html'],
): EssayLink[] {
  const found: EssayLink[] = []
  const stack: Nodes[] = []
  const push = (more: readonly Nodes[]): void => {
    for (let i = more.length - 1; i >= 0; i--) stack.push(more[i] as Nodes)
  }
  push(nodes)
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const place = node.position
    if (node.type === 'link') found.push({ kind: 'link', url: node.url, source, place })
    if (node.type === 'image')
      found.push({ kind: 'image', url: node.url, alt: node.alt ?? '', source, place })
    if (node.type === 'html' && html === 'safe') found.push(...linksInHtml(node, source))
    if (node.type === 'pullQuote' && node.lifted) continue
    push(wordsAfter(node))
    if ('children' in node) push(node.children)
    push(wordsBefore(node))
  }
  return found
}

import type { Element, ElementContent, Root } from 'hast'
import type { Root as MdastRoot, RootContent } from 'mdast'
import { type State, toHast } from 'mdast-util-to-hast'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Essay } from '../model/essay.ts'
import { removeForbiddenCharacters } from './characters.ts'
import type { EssayContext, Rendering } from './context.ts'
import { allNodes } from './element.ts'
import { handlersFor } from './handlers/index.ts'
import { notesSection } from './notes-section.ts'
import { authorIdPrefix } from './raw/author-schema.ts'
import { sanitise } from './sanitise.ts'

/** What rendering needs of an essay. */
export type EssayToRender = Pick<Essay, 'source' | 'key' | 'body' | 'notes' | 'titleContent'>

/** An essay as trees, ready to be placed by a theme, and what had to be left out of them. */
export interface RenderedEssay {
  readonly body: Root
  /** `<section class="notes">…`; absent where the essay has no notes. */
  readonly notes: Element | undefined
  /** The words of the heading that gave the essay its title, with markup and calls; absent where none did. */
  readonly title: readonly ElementContent[] | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Renders an essay. Its body and each of its notes are rendered apart from each other, so that raw HTML
 * in a note cannot leave it. The essay stays as it is.
 */
export function essayTrees(essay: EssayToRender, context: EssayContext): RenderedEssay {
  const diagnostics: Diagnostic[] = []
  const render = renderer(essay, context, diagnostics)
  const titled =
    essay.titleContent &&
    render([{ type: 'heading', depth: 1, children: [...essay.titleContent] }], essay.source)
  const body = render(essay.body.children, essay.source)
  const rendered = essay.notes
    .toSorted((a, b) => a.number - b.number)
    .map((note) => ({ note, content: render(note.content, note.file ?? essay.source) }))
  const notes = rendered.length > 0 ? notesSection(essay.key, rendered, context) : undefined
  const title = titled?.children.flatMap((block) =>
    block.type === 'element' ? block.children : [],
  )
  const trees: Root[] = [body]
  if (notes) trees.push({ type: 'root', children: [notes] })
  if (title) trees.push({ type: 'root', children: title })
  followAuthorIds(trees)
  return { body, notes, title, diagnostics }
}

/** Renders blocks of one essay; what is unique in the essay is kept between calls. */
function renderer(
  essay: EssayToRender,
  context: EssayContext,
  diagnostics: Diagnostic[],
): (blocks: readonly RootContent[], file: string) => Root {
  const notes = new Map(essay.notes.map((note) => [note.number, note]))
  const labels = new Map<string, number>()
  const ids = new Set<string>()
  return (blocks, file) => {
    const rendering: Rendering = {
      essay,
      notes,
      context,
      file,
      report: (finding) => diagnostics.push(finding),
      uniqueLabel: (label) => {
        const count = (labels.get(label) ?? 0) + 1
        labels.set(label, count)
        return count === 1 ? label : `${label} (${count})`
      },
      claimId: (id) => !ids.has(id) && ids.add(id) !== undefined,
    }
    const source: MdastRoot = { type: 'root', children: [...blocks] }
    // What `toHast` is given it first searches for definitions, which took longer than all the rest. An
    // essay has none any more, so it is given a root with nothing below.
    const handlers = {
      ...handlersFor(rendering),
      root: (state: State) => state.wrap(state.all(source)),
    }
    const made = toHast({ type: 'root', children: [] }, { handlers, allowDangerousHtml: true })
    const tree: Root = made.type === 'root' ? made : { type: 'root', children: [made as Element] }
    const clean = sanitise(tree, rendering)
    removeForbiddenCharacters(clean, rendering)
    return clean
  }
}

/** Leads links to ids of the author's own to where the ids are now: behind their prefix. */
function followAuthorIds(trees: readonly Root[]): void {
  const ids = new Set<string>()
  const links: Element[] = []
  for (const tree of trees)
    for (const node of allNodes(tree)) {
      if (node.type !== 'element') continue
      const { id, name, href } = node.properties
      if (typeof id === 'string') ids.add(id)
      if (typeof name === 'string') ids.add(name)
      if (String(href ?? '').startsWith('#')) links.push(node)
    }
  for (const link of links) {
    const fragment = String(link.properties.href).slice(1)
    const id = decoded(fragment)
    if (!ids.has(id) && ids.has(authorIdPrefix + id))
      link.properties.href = `#${authorIdPrefix}${fragment}`
  }
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

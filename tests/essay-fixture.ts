import type { FootnoteDefinition, Nodes, Root, RootContent } from 'mdast'
import type { EssayContext } from '../src/hast/context.ts'
import type { EssayToRender } from '../src/hast/essay-trees.ts'
import type { Strings } from '../src/locale/strings.ts'
import type { Note, NoteReference } from '../src/model/notes.ts'
import { sourcePath } from '../src/model/paths.ts'
import { findComponents } from '../src/semantics/components/index.ts'
import { assignHeadingIds } from '../src/semantics/headings.ts'
import { resolveDefinitions } from '../src/semantics/resolve-definitions.ts'
import { mdastOf } from './markdown.ts'

/** The key of every essay made here. */
export const key = 'k7q2'

/** English words for what these tests look at. */
export const strings = {
  lang: 'en',
  direction: 'ltr',
  notes: 'Notes',
  keyFacts: 'Key facts',
  notice: 'Notice',
  warning: 'Warning',
  footnote: (number: number) => `Footnote ${number}`,
  backToText: (number: number, ordinal: number, count: number) =>
    count > 1 ? `Back to call ${ordinal} of note ${number}` : `Back to the text, note ${number}`,
} as Strings

/** A context that leaves links as they are and knows no picture. */
export function contextWith(changes: Partial<EssayContext> = {}): EssayContext {
  return {
    strings,
    html: 'safe',
    marks: 'number',
    resolveLink: (url) => url,
    image: () => undefined,
    ...changes,
  }
}

/** An essay with labelled notes only, bound in the plainest way there is: body first, then note by note. */
export function essayFrom(markdown: string): EssayToRender {
  const body = mdastOf(markdown)
  const definitions = new Map<string, FootnoteDefinition>()
  for (const node of nodesOf(body))
    if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
  for (const node of nodesOf(body))
    if ('children' in node)
      node.children = node.children.filter((child) => child.type !== 'footnoteDefinition') as never
  const notes = bindNotes(body, definitions)
  assignHeadingIds(body)
  const source = sourcePath('content/posts/essay.md')
  const options = { automaticKeyFacts: true }
  const { tree } = findComponents(body, { path: source, text: markdown }, options)
  resolveDefinitions({ body: tree, notes: notes.map((note) => note.content) })
  return { source, key, body: tree, notes, titleContent: undefined }
}

function bindNotes(body: Root, definitions: ReadonlyMap<string, FootnoteDefinition>): Note[] {
  const notes: { identifier: string; note: Note & { references: NoteReference[] } }[] = []
  const bind = (blocks: readonly RootContent[], inNote: number | undefined): void => {
    for (const node of nodesOf({ type: 'root', children: [...blocks] })) {
      const definition = node.type === 'footnoteReference' && definitions.get(node.identifier)
      if (node.type !== 'footnoteReference' || !definition) continue
      let known = notes.find(({ identifier }) => identifier === node.identifier)
      if (!known) {
        const number = notes.length + 1
        const name = /^[a-z][a-z-]*$/.test(node.identifier) ? node.identifier : String(number)
        const content = definition.children
        const label = node.label ?? node.identifier
        const note: Note & { references: NoteReference[] } = {
          number,
          name,
          kind: 'label',
          label,
          content,
          references: [],
          place: definition.position,
        }
        known = { identifier: node.identifier, note }
        notes.push(known)
      }
      const { number, name, references } = known.note
      const ordinal = references.length + 1
      references.push({ ordinal, inNote, place: node.position })
      node.data = { note: { number, name, ordinal } }
    }
  }
  bind(body.children, undefined)
  for (let i = 0; i < notes.length; i++) bind(notes[i]?.note.content ?? [], i + 1)
  return notes.map(({ note }) => note)
}

function* nodesOf(tree: Root): Generator<Nodes> {
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node
    if ('children' in node) stack.push(...([...node.children].reverse() as Nodes[]))
  }
}

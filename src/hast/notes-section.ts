import type { Element, ElementContent, Root } from 'hast'
import { type Note, noteId, referenceId } from '../model/notes.ts'
import type { EssayContext } from './context.ts'
import { element, isElement, text } from './element.ts'
import { noteMark } from './note-mark.ts'

/** A note and its blocks, rendered. */
export interface RenderedNote {
  readonly note: Note
  readonly content: Root
}

/** The notes of an essay as endnotes; themes decide by style where they stand. */
export function notesSection(
  key: string,
  notes: readonly RenderedNote[],
  context: Pick<EssayContext, 'strings' | 'marks'>,
): Element {
  const heading = `notes-${key}`
  const items = notes.flatMap((each) => [text('\n'), noteItem(key, each, context)])
  return element(
    'section',
    { className: ['notes'], role: 'doc-endnotes', ariaLabelledBy: [heading] },
    [
      element('h2', { id: heading }, [text(context.strings.notes)]),
      text('\n'),
      element('ol', {}, [...items, text('\n')]),
    ],
  )
}

function noteItem(
  key: string,
  { note, content }: RenderedNote,
  context: Pick<EssayContext, 'strings' | 'marks'>,
): Element {
  const mark = noteMark(note.number, note, context.marks)
  return element(
    'li',
    {
      id: noteId(key, note.name),
      value: String(note.number),
      ...(context.marks === 'number' ? {} : { dataMark: mark }),
    },
    withBacklinks(content.children as ElementContent[], backlinks(key, note, context)),
  )
}

/** The ways back stand at the end of the last paragraph, or in a paragraph of their own. */
function withBacklinks(
  blocks: readonly ElementContent[],
  ways: readonly ElementContent[],
): ElementContent[] {
  if (ways.length === 0) return [...blocks]
  const last = blocks.findLastIndex((block) => block.type !== 'text' || block.value.trim() !== '')
  const paragraph = blocks[last]
  if (isElement(paragraph, 'p')) {
    const longer = { ...paragraph, children: [...paragraph.children, text(' '), ...ways] }
    return blocks.toSpliced(last, 1, longer)
  }
  return [...blocks, text('\n'), element('p', { className: ['note-back'] }, ways)]
}

/** One way back for each call. */
function backlinks(
  key: string,
  note: Note,
  { strings }: Pick<EssayContext, 'strings'>,
): ElementContent[] {
  const count = note.references.length
  return note.references.flatMap(({ ordinal }, index) => {
    const which = count > 1 ? [element('sup', {}, [text(String(ordinal))])] : []
    const way = element(
      'a',
      {
        href: `#${referenceId(key, note.name, ordinal)}`,
        role: 'doc-backlink',
        ariaLabel: strings.backToText(note.number, ordinal, count),
      },
      [text('↩'), ...which],
    )
    return index === 0 ? [way] : [text(' '), way]
  })
}

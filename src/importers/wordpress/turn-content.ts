import type { Root } from 'hast'
import { noteShelf, shelve } from '../html-to-markdown/note-shelf.ts'
import { parseHtml } from '../html-to-markdown/parse-html.ts'
import { tooDeep, turnTree } from '../html-to-markdown.ts'
import { autop } from './autop.ts'
import { readBlocks } from './block-comments.ts'
import type { KnownAttachment } from './blog-index.ts'
import { bindCoreNotes, coreNotes } from './core-notes.ts'
import {
  type AddressBook,
  type AddressFindings,
  noFindings,
  settleAddresses,
} from './settle-addresses.ts'
import { type ShortcodeContext, turnShortcodes } from './turn-shortcodes.ts'

/** The text of a post as WordPress keeps it. */
export interface PostContent {
  readonly id: string
  /** The file that it is to stand in. */
  readonly path: string
  readonly html: string
  /** The custom field `footnotes`. */
  readonly footnotes: string | undefined
}

/** Something that is to be told of a post. */
export interface ContentRemark {
  readonly message: string
  readonly hint?: string | undefined
  /** Where in the text, in UTF-16 code units; absent where the post is meant. */
  readonly offset?: number | undefined
}

/** The text of a post as Markdown. */
export interface TurnedContent {
  readonly markdown: string
  readonly remarks: readonly ContentRemark[]
  readonly addresses: AddressFindings
}

/**
 * Turns the text of a post into Markdown: blocks, classic paragraphs, shortcodes, and notes of every form
 * that is known. Never throws.
 */
export function turnContent(content: PostContent, book: AddressBook): TurnedContent {
  const remarks: ContentRemark[] = []
  const addresses = noFindings()
  const shelf = noteShelf()
  const { html, blocks, missing } = readBlocks(content.html)
  for (const { name, offset } of missing) remarks.push(missingBlock(name, offset))
  const treeOf = (text: string): Root => {
    const { tree, flattened } = parseHtml(text)
    if (flattened) remarks.push(tooDeep)
    settleAddresses(tree, content.path, book, addresses)
    return tree
  }
  const context = shortcodeContext(content.id, book, remarks, (note) =>
    shelve(shelf, treeOf(blocks ? note : autop(note.trim()))),
  )
  const turned = turnShortcodes(html, context)
  const tree = treeOf(blocks ? turned : autop(turned))
  const known = coreNotes(content.footnotes)
  if (known === undefined)
    remarks.push({
      message: 'The field “footnotes” of this post cannot be read, so its notes are missing.',
    })
  const labels = new Map([...(known ?? [])].map(([id, note]) => [id, shelve(shelf, treeOf(note))]))
  for (const mark of bindCoreNotes(tree, (id) => labels.get(id)))
    remarks.push({
      message: `The call “${mark}” has no note in the export; its mark stays as text.`,
      hint: 'Write the note: [^label] behind the word, and a line that begins with [^label]: below.',
    })
  const { markdown, losses } = turnTree(tree, shelf)
  return { markdown, remarks: [...remarks, ...losses], addresses }
}

function missingBlock(name: string, offset: number): ContentRemark {
  return {
    message: `The block “${name}” is filled by WordPress itself; nothing of it is in the export.`,
    hint: 'Look at the old page, and write what it showed.',
    offset,
  }
}

function shortcodeContext(
  id: string,
  { index }: AddressBook,
  remarks: ContentRemark[],
  keepNote: ShortcodeContext['keepNote'],
): ShortcodeContext {
  return {
    keepNote,
    named: new Map(),
    tell: (message, offset, hint) => remarks.push({ message, offset, hint }),
    picture: (wanted) => {
      const attachment = index.attachments.get(wanted)
      return attachment && pictureHtml(attachment)
    },
    ownPictures: () =>
      [...index.attachments]
        .filter(
          ([, { parent, url }]) => parent === id && /\.(?:jpe?g|png|gif|webp|avif)$/i.test(url),
        )
        .map(([wanted]) => wanted),
  }
}

function pictureHtml({ url, alt, title, caption }: KnownAttachment): string {
  const words = alt === '' ? title : alt
  const image = `<img src="${quoted(url)}" alt="${quoted(words)}">`
  return `<figure>${image}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>`
}

function quoted(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}

import type { Root as HastRoot } from 'hast'
import { toMdast } from 'hast-util-to-mdast'
import type { Nodes, Root } from 'mdast'
import { bindAnchoredNotes } from './html-to-markdown/anchored-notes.ts'
import { linkAddresses } from './html-to-markdown/bare-addresses.ts'
import { dropActive } from './html-to-markdown/drop-active.ts'
import { handlers } from './html-to-markdown/handlers.ts'
import { settleHeadings } from './html-to-markdown/heading-levels.ts'
import { type NoteShelf, noteShelf, withNotes } from './html-to-markdown/note-shelf.ts'
import { parseHtml } from './html-to-markdown/parse-html.ts'
import { printMarkdown } from './html-to-markdown/print-markdown.ts'
import { settleBlocks } from './html-to-markdown/settle-blocks.ts'
import { settlePlaces } from './html-to-markdown/settle-places.ts'
import { keepStarNotes } from './html-to-markdown/star-notes.ts'
import { tidy } from './html-to-markdown/tidy.ts'

/** HTML as Markdown, and what of it Markdown could not say. */
export interface TurnedHtml {
  /** Ends with a line end; empty where there are no words. */
  readonly markdown: string
  readonly losses: readonly HtmlLoss[]
}

/** Something that is not in the Markdown as it was in the HTML. */
export interface HtmlLoss {
  /** A sentence. */
  readonly message: string
  readonly hint?: string | undefined
}

/**
 * HTML of a post as Markdown that Ibid reads as the same text: notes made of links become labelled notes,
 * figures and pull quotes what Ibid has for them. Nothing that could run is left. Never throws.
 */
export function htmlToMarkdown(html: string): TurnedHtml {
  const { tree, flattened } = parseHtml(html)
  const turned = turnTree(tree, noteShelf())
  return flattened ? { ...turned, losses: [tooDeep, ...turned.losses] } : turned
}

/** Of elements that were nested too deep to be read, words are left. */
export const tooDeep: HtmlLoss = {
  message:
    'Elements lie more than a hundred deep in each other here, so only the words were taken over.',
  hint: 'Look through the post, and set headings, links and pictures again.',
}

/**
 * A tree as Markdown.
 *
 * @param tree is changed
 * @param shelf notes that were found in it before; their calls are `ibid-note-call` elements
 */
export function turnTree(tree: HastRoot, shelf: NoteShelf): TurnedHtml {
  const dropped = dropActive(tree)
  const loose = bindAnchoredNotes(tree, shelf)
  const missing = settlePlaces(tree)
  const body = settleHeadings(mdastOf(tree))
  const notes = new Map([...shelf.notes].map(([label, note]) => [label, mdastOf(noteTree(note))]))
  const whole = withNotes(body, notes)
  const markdown = printMarkdown(whole, keepStarNotes(whole))
  return {
    markdown: markdown.trim() === '' ? '' : markdown,
    losses: [
      ...dropped.map((what) => ({
        message: `Left out: ${what}. A post runs nothing and embeds nothing.`,
      })),
      ...loose.map(({ mark, target }) => ({
        message: `“${mark}” calls a note (#${target}) that is not in the post; the mark stays as text.`,
        hint: 'Write the note: [^label] behind the word, and a line that begins with [^label]: below.',
      })),
      ...missing.map((name) => ({
        message: `A link leads to a place of this post that is not there (#${name}); its words stay.`,
      })),
    ],
  }
}

function noteTree(tree: HastRoot): HastRoot {
  dropActive(tree)
  settlePlaces(tree)
  return tree
}

function mdastOf(tree: HastRoot): Root {
  const made: Nodes = toMdast(settleBlocks(tree), {
    handlers: { ...handlers },
    nodeHandlers: { comment: () => undefined },
    quotes: ['“”', '‘’'],
    document: true,
  })
  const root: Root = made.type === 'root' ? made : { type: 'root', children: [made as never] }
  return linkAddresses(tidy(root))
}

import type { Delete, Nodes, Parents, Root } from 'mdast'
import { directiveToMarkdown, type TextDirective } from 'mdast-util-directive'
import { gfmAutolinkLiteralToMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item'
import { type Info, type Options, type State, toMarkdown } from 'mdast-util-to-markdown'

/** What no file of the engine may hold (see `decodeText`). */
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g

/**
 * A tree as Markdown that Ibid reads as the same tree: whatever means something to it beyond CommonMark and
 * GFM is escaped too. Bullets are dashes, so that no star can be read as a note; where stars are notes, emphasis
 * has none.
 *
 * @param stars whether there are notes with stars in it
 */
export function printMarkdown(root: Root, stars: boolean): string {
  return toMarkdown(root, options(stars ? '_' : '*'))
    .replace(controls, '')
    .toWellFormed()
}

function options(emphasis: '*' | '_'): Options {
  const { containerDirective } = directiveToMarkdown().handlers ?? {}
  return {
    bullet: '-',
    bulletOther: '+',
    emphasis,
    listItemIndent: 'one',
    rule: '-',
    fences: true,
    extensions: [
      gfmAutolinkLiteralToMarkdown(),
      gfmFootnoteToMarkdown({ firstLineBlank: false }),
      gfmStrikethroughToMarkdown(),
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmTaskListItemToMarkdown(),
    ],
    handlers: {
      ...(containerDirective ? { containerDirective } : {}),
      delete: struckOut,
      textDirective: htmlInline,
    },
    unsafe: [
      // A container of blocks (docs/components.md); the bracket of `:pull[` is escaped as any other.
      { atBreak: true, character: ':', after: ':' },
      // What stands behind a call at the beginning of a paragraph would make it a note.
      { before: '\\]', character: ':', inConstruct: 'phrasing' },
    ],
  }
}

/** Tildes strike out what begins and ends with a letter or digit, wherever it stands; else they may be words. */
function struckOut(node: Delete, _: Parents | undefined, state: State, info: Info): string {
  const tracker = state.createTracker(info)
  const leave = state.enter('strikethrough' as never)
  tracker.move('~~')
  const words = state.containerPhrasing(node, { ...tracker.current(), before: '~', after: '~' })
  leave()
  return /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su.test(words)
    ? `~~${words}~~`
    : htmlInline({ ...node, type: 'textDirective', name: 'del' }, undefined, state, info)
}
struckOut.peek = (_: Nodes) => '~'

/** An element in the line, with Markdown in it. */
function htmlInline(node: TextDirective, _: Parents | undefined, state: State, info: Info): string {
  const attributes = Object.entries(node.attributes ?? {}).map(
    ([name, value]) =>
      ` ${name}="${String(value ?? '')
        .replaceAll('&', '&amp;')
        .replaceAll('"', '&quot;')
        .replaceAll('<', '&lt;')
        .replace(/\s+/g, ' ')}"`,
  )
  const tracker = state.createTracker(info)
  let value = tracker.move(`<${node.name}${attributes.join('')}>`)
  const leave = state.enter('phrasing')
  value += tracker.move(
    state.containerPhrasing(node, { ...tracker.current(), before: '>', after: '<' }),
  )
  leave()
  return value + tracker.move(`</${node.name}>`)
}
htmlInline.peek = (_: Nodes) => '<'

import type { ElementContent, Root } from 'hast'
import { element } from '../../hast/element.ts'
import { printFragment } from '../../hast/print.ts'
import { directionOf, stringsFor } from '../../locale/strings.ts'
import { absoluteUrlOf, type Post, type Site } from '../../model/site.ts'
import { cleanHtml } from '../clean-text.ts'
import type { PageTrees } from '../context.ts'
import { correctionsOf, leadOf } from './lead.ts'
import { marksOf } from './note-call.ts'
import { itemNotes } from './notes.ts'
import { rewrite } from './rewrite.ts'

/**
 * A post as feeds carry it: what leads to the essay, the essay, its corrections, its notes last.
 * It is made from the trees of the post's page, so that it is as safe and says the same.
 */
export function itemContent(post: Post, site: Site, trees: PageTrees): Root {
  const { essay } = post
  const strings = stringsFor(essay.lang)
  const rewriting = { permalink: absoluteUrlOf(site, post.route), key: essay.key }
  const sources = [
    ...trees.body.children,
    ...(trees.title ?? []),
    ...(trees.notes ? [trees.notes] : []),
  ]
  const marks = marksOf(
    sources.filter((node) => node.type !== 'doctype'),
    rewriting,
  )
  const children: ElementContent[] = [
    ...leadOf(post, site, strings),
    ...rewrite(trees.body.children, rewriting),
    ...correctionsOf(essay, strings),
    ...(trees.notes ? itemNotes(trees.notes, strings.notes, marks, rewriting) : []),
  ]
  if (directionOf(essay.lang) === 'ltr') return { type: 'root', children }
  // Readers take text for left-to-right unless the item itself says otherwise.
  return { type: 'root', children: [element('div', { lang: essay.lang, dir: 'rtl' }, children)] }
}

/** The content of an item as HTML that any feed may carry. */
export function printItem(content: Root): string {
  return cleanHtml(printFragment(content)).trim()
}

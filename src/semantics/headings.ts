import GithubSlugger, { slug } from 'github-slugger'
import type { Heading, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import type { OutlineEntry } from '../model/essay.ts'
import { textOf } from '../model/plain-text.ts'

/** Ids that the engine itself gives out; a heading must not take one. */
const reserved = /^(?:fn|fnref|notes|u)-/

/**
 * Takes the first heading of an essay as its title, where the essay begins with one of the first level.
 *
 * @returns the words of the title, its calls among them; the heading is taken out of the body
 */
export function liftTitle(body: Root): readonly PhrasingContent[] | undefined {
  const index = body.children.findIndex((node) => node.type !== 'html')
  const first = body.children[index]
  if (first?.type !== 'heading' || first.depth !== 1) return undefined
  body.children.splice(index, 1)
  return first.children
}

/**
 * Gives each heading its id, from its words without note marks, so that an address does not change when
 * a note is added. Where the author used first-level headings, all move one level down: the page's first
 * level is its title.
 *
 * @returns the headings in reading order
 */
export function assignHeadingIds(body: Root): OutlineEntry[] {
  const headings = [...headingsOf(body)]
  const shift = headings.some((heading) => heading.depth === 1) ? 1 : 0
  const slugger = new GithubSlugger()
  return headings.map((heading) => {
    heading.depth = Math.min(6, heading.depth + shift) as Heading['depth']
    const text = textOf(heading)
    const words = slug(text.normalize('NFC')) || 'section'
    const id = slugger.slug(reserved.test(words) ? `section-${words}` : words)
    heading.data = { ...heading.data, id }
    return { depth: heading.depth, id, text, place: heading.position }
  })
}

/** The level of the highest heading in a note: one below that of the heading above all notes. */
const noteLevel = 3

/**
 * Brings the headings in a note below the heading that stands above all notes, in place, so that a page has
 * one heading of the first level and skips none.
 */
export function lowerNoteHeadings(blocks: readonly RootContent[]): void {
  const headings = [...headingsOf({ type: 'root', children: [...blocks] })]
  const highest = Math.min(...headings.map((heading) => heading.depth))
  for (const heading of headings)
    heading.depth = Math.min(6, heading.depth + noteLevel - highest) as Heading['depth']
}

function* headingsOf(body: Root): Generator<Heading> {
  const stack: Nodes[] = [...body.children].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'heading') yield node
    else if ('children' in node)
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Nodes)
  }
}

import type { OutlineEntry } from '../model/essay.ts'
import type { FrontMatter } from '../model/front-matter.ts'

/** A heading and those below it. */
export interface OutlineBranch {
  readonly entry: OutlineEntry
  readonly children: readonly OutlineBranch[]
}

interface GrowingBranch extends OutlineBranch {
  readonly children: GrowingBranch[]
}

/**
 * The headings of an essay as a tree. A level that was skipped makes no empty branch: an h4 right under
 * an h2 is that h2's child. A heading without words is left out: a link to it would have no name.
 */
export function outlineTree(outline: readonly OutlineEntry[]): readonly OutlineBranch[] {
  const top: GrowingBranch[] = []
  const open: GrowingBranch[] = []
  for (const entry of named(outline)) {
    while ((open.at(-1)?.entry.depth ?? 0) >= entry.depth) open.pop()
    const branch: GrowingBranch = { entry, children: [] }
    const siblings = open.at(-1)?.children ?? top
    siblings.push(branch)
    open.push(branch)
  }
  return top
}

/** Headings from which an essay is long enough for a table of contents of its own accord. */
const headingsForContents = 3

/** Whether an essay shows its table of contents: as its front matter says, else from three headings on. */
export function showsContents(essay: {
  readonly front: Pick<FrontMatter, 'toc'>
  readonly outline: readonly OutlineEntry[]
}): boolean {
  return (
    named(essay.outline).length >= (essay.front.toc === true ? 1 : headingsForContents) &&
    essay.front.toc !== false
  )
}

function named(outline: readonly OutlineEntry[]): readonly OutlineEntry[] {
  return outline.filter((entry) => entry.text !== '')
}

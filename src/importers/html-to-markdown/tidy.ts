import type { Nodes, Paragraph, Parents, PhrasingContent } from 'mdast'
import { parentsOf } from '../../syntax/walk.ts'

type Marked = Extract<PhrasingContent, { children: PhrasingContent[] }>

/** Marks that mean nothing twice, and whose ends may not be white space. */
const marks = new Set(['emphasis', 'strong', 'delete'])

/**
 * Puts in order what editors leave behind, in place: white space at the ends of emphasis and links, empty
 * emphasis, the same emphasis twice, runs of hard spaces, line breaks at the ends of paragraphs, two line
 * breaks where a paragraph was meant, and empty paragraphs.
 */
export function tidy<Root extends Parents>(root: Root): Root {
  for (const parent of parentsOf(root).reverse()) {
    if (holdsPhrasing(parent)) parent.children = tidyLine(parent) as never
    else parent.children = (parent.children as Nodes[]).flatMap(tidyBlock) as never
  }
  return root
}

const lines = new Set(['paragraph', 'heading', 'tableCell'])

function holdsPhrasing(parent: Parents): boolean {
  return (
    lines.has(parent.type) || marks.has(parent.type) || /^(?:link|textDirective)$/.test(parent.type)
  )
}

function tidyBlock(node: Nodes): Nodes[] {
  if (node.type === 'paragraph') return paragraphs(node)
  if (node.type === 'heading') return node.children.length === 0 ? [] : [node]
  if (node.type === 'blockquote' || node.type === 'list')
    return node.children.length === 0 ? [] : [node]
  return [node]
}

/** Two line breaks in a row part paragraphs; a paragraph of nothing is none. */
function paragraphs(node: Paragraph): Paragraph[] {
  if (node.data?.['directiveLabel' as keyof typeof node.data]) return [node]
  const parts: PhrasingContent[][] = [[]]
  const children = node.children
  for (let i = 0; i < children.length; i++) {
    const child = children[i] as PhrasingContent
    let end = i
    while (isGap(children[end + 1])) end++
    const breaks = children.slice(i, end + 1).filter(({ type }) => type === 'break').length
    if (child.type === 'break' && breaks > 1) {
      parts.push([])
      i = end
    } else parts.at(-1)?.push(child)
  }
  return parts
    .map((part) => trimmed(part))
    .filter((part) => part.length > 0)
    .map((part) => ({ ...node, children: part }))
}

function isGap(node: PhrasingContent | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && /^\s*$/.test(node.value))
}

/** A line without white space and line breaks at its ends. */
function trimmed(children: readonly PhrasingContent[]): PhrasingContent[] {
  const line = [...children]
  while (isGap(line[0])) line.shift()
  while (isGap(line.at(-1))) line.pop()
  const first = line[0]
  if (first?.type === 'text') line[0] = { ...first, value: first.value.trimStart() }
  const last = line.at(-1)
  if (last?.type === 'text') line[line.length - 1] = { ...last, value: last.value.trimEnd() }
  return line
}

function tidyLine(parent: Parents): PhrasingContent[] {
  const made: PhrasingContent[] = []
  const oneLine = parent.type === 'heading' || parent.type === 'tableCell'
  for (const child of parent.children as PhrasingContent[]) {
    if (child.type === 'text') append(made, { ...child, value: spaced(child.value) })
    else if (child.type === 'break' && oneLine) append(made, { type: 'text', value: ' ' })
    else if (marks.has(child.type) || child.type === 'link')
      for (const part of outside(child as Marked, parent)) append(made, part)
    else append(made, child)
  }
  return lines.has(parent.type) ? trimmed(made) : made
}

/** Line ends of a text mean nothing in HTML; nor do hard spaces beside other spaces. */
function spaced(value: string): string {
  return value.replace(/[\t\n\r\f ]+/g, ' ').replace(/[ \u00a0]{2,}/g, ' ')
}

/** Emphasis or a link with the white space and breaks at its ends before and behind it; nothing of it where it is empty. */
function outside(node: Marked, parent: Parents): PhrasingContent[] {
  const inner = [...node.children]
  const before: PhrasingContent[] = []
  const after: PhrasingContent[] = []
  while (isGap(inner[0])) before.push(inner.shift() as PhrasingContent)
  while (isGap(inner.at(-1))) after.unshift(inner.pop() as PhrasingContent)
  const first = inner[0]
  if (first?.type === 'text' && /^\s/.test(first.value)) {
    before.push({ type: 'text', value: ' ' })
    inner[0] = { ...first, value: first.value.trimStart() }
  }
  const last = inner.at(-1)
  if (last?.type === 'text' && /\s$/.test(last.value)) {
    after.unshift({ type: 'text', value: ' ' })
    inner[inner.length - 1] = { ...last, value: last.value.trimEnd() }
  }
  if (inner.length === 0) return [...before, ...after]
  // Emphasis in emphasis of the same kind is said once.
  const bare = parent.type === node.type || (node.type === 'link' && parent.type === 'link')
  const middle: PhrasingContent[] = bare ? inner : [{ ...node, children: inner } as PhrasingContent]
  return [...before, ...middle, ...after]
}

/** Adds to a line; texts, code and emphasis of one kind that touch become one. */
function append(line: PhrasingContent[], node: PhrasingContent): void {
  const last = line.at(-1)
  if (last?.type === 'text' && node.type === 'text') {
    line[line.length - 1] = { type: 'text', value: spaced(last.value + node.value) }
  } else if (last?.type === 'inlineCode' && node.type === 'inlineCode') {
    line[line.length - 1] = { type: 'inlineCode', value: last.value + node.value }
  } else if (last && last.type === node.type && marks.has(node.type)) {
    const children = [...(last as Marked).children]
    for (const child of (node as Marked).children) append(children, child)
    line[line.length - 1] = { ...last, children } as PhrasingContent
  } else if (node.type !== 'text' || node.value !== '') line.push(node)
}

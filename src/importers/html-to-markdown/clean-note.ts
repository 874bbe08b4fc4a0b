import type { Element, Nodes, Parents, Root } from 'hast'
import { elementsOf, wordsOf } from './hast-words.ts'

/** Numbers, letters, Roman numbers and signs, with brackets or without. */
export const markShape =
  /^[[({]?\s*(?:note\s*|fn\s*)?(?:\d{1,4}|[a-z]|[ivxlc]{1,7}|[*†‡§¶‖]{1,6})\s*[\])}]?[.:]?$/i

/** Takes links back and the note's own mark out of it. */
export function cleanNote(
  tree: Root,
  { target, back, mark }: { target: Element; back: ReadonlySet<Element>; mark: string },
): void {
  for (const parent of [tree, ...elementsOf(tree)] as Parents[]) {
    parent.children = parent.children.flatMap((child) => {
      if (child.type !== 'element' || !(back.has(child) || child === target)) return [child]
      const words = wordsOf(child).trim()
      if (child === target && !(child.tagName === 'a' || child.tagName === 'sup')) return [child]
      return words.length > 12 && !markShape.test(words) ? child.children : []
    }) as never
    joinTexts(parent)
  }
  stripMark(tree, mark.replace(/[^\p{L}\p{N}*†‡§¶‖]/gu, ''))
  stripEmptyBrackets(tree)
}

/** Texts that touch become one. */
function joinTexts(parent: Parents): void {
  const joined: Nodes[] = []
  for (const child of parent.children as Nodes[]) {
    const last = joined.at(-1)
    if (last?.type === 'text' && child.type === 'text')
      joined[joined.length - 1] = { type: 'text', value: last.value + child.value }
    else joined.push(child)
  }
  parent.children = joined as never
}

/** The mark that stands at the beginning of a note as text: `1. `, `[1] `, `1)`. */
function stripMark(tree: Root, mark: string): void {
  const first = textsOf(tree).find(({ value }) => value.trim() !== '')
  if (!first) return
  // What stood behind a mark that was a link.
  first.value = first.value.replace(/^\s*[.:)]\s+/, '')
  const shape =
    /^\s*(?:[[(]\s*[\])][.:]?\s*)?(?:[[(]([^\])\s]{1,8})[\])][.:]?|([^\s.:)]{1,8})[.:)](?=\s|$)|([*†‡§¶‖]+))?\s*/u
  const found = shape.exec(first.value)
  const typed = found?.[1] ?? found?.[2] ?? found?.[3]
  if (found && (typed === undefined || typed === mark))
    first.value = first.value.slice(found[0].length)
  else if (mark !== '' && new RegExp(`^\\s*${escapeRegExp(mark)}\\s`, 'u').test(first.value))
    first.value = first.value.trimStart().slice(mark.length).trimStart()
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

function stripEmptyBrackets(tree: Root): void {
  for (const text of textsOf(tree))
    text.value = text.value.replace(/\s*(?:\[\s*\]|\(\s*\))\s*$/, '')
}

function textsOf(tree: Nodes): { value: string }[] {
  const found: { value: string }[] = []
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') found.push(node)
    if ('children' in node)
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Nodes)
  }
  return found
}

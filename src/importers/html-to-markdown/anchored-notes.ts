import type { Element, ElementContent, Nodes, Parents, Root } from 'hast'
import { attribute, elementsOf, parentsIn, wordsOf } from './hast-words.ts'
import { becomeCall, type NoteShelf, shelve } from './note-shelf.ts'
import { removeBlocks } from './remove-blocks.ts'

/** A call that leads to no note. */
export interface LooseCall {
  /** What it says: `1`, `[3]`. */
  readonly mark: string
  /** The place that it wants to lead to. */
  readonly target: string
}

interface Call {
  readonly link: Element
  readonly mark: string
  readonly target: Element
}

interface Page {
  readonly root: Root
  readonly parents: ReadonlyMap<Nodes, Parents>
  readonly order: ReadonlyMap<Nodes, number>
  readonly named: ReadonlyMap<string, Element>
  /** Links by the place of the page that they lead to. */
  readonly linksTo: ReadonlyMap<string, readonly Element[]>
}

/** Numbers, letters, Roman numbers and signs, with brackets or without. */
const markShape =
  /^[[({]?\s*(?:note\s*|fn\s*)?(?:\d{1,4}|[a-z]|[ivxlc]{1,7}|[*†‡§¶‖]{1,6})\s*[\])}]?[.:]?$/i
/** Names that word processors, converters and plugins give to the places of notes. */
const noteName =
  /^_?(?:ftn|edn|fn|sdfootnote|sdendnote|footnote|endnote|note|easy-footnote|mfn|cite_note|fussnote|anm|nota|ref)s?(?=[-_:.\d]|$)/i
const blockNames = new Set(['li', 'p', 'div', 'dd', 'td', 'section', 'aside', 'blockquote'])

/**
 * Binds notes that are made of links: a mark that leads down to a place, at which the words stand, mostly
 * with a link back. MultiMarkdown, Jetpack, Word, LibreOffice and people who type HTML write them in their ways.
 * Changes the tree: calls become `ibid-note-call`, and the words go to the shelf.
 *
 * @returns calls that have no note; of them the mark stays, and no link
 */
export function bindAnchoredNotes(root: Root, shelf: NoteShelf): LooseCall[] {
  const elements = elementsOf(root)
  const page: Page = {
    root,
    parents: parentsIn(root),
    order: new Map(elements.map((element, index) => [element, index])),
    named: namesOf(elements),
    linksTo: groupedBy(
      elements.filter((element) => placeOf(element) !== undefined),
      (link) => placeOf(link) ?? '',
    ),
  }
  const loose: LooseCall[] = []
  const calls: Call[] = []
  for (const link of elements) {
    const name = placeOf(link)
    const mark = wordsOf(link).trim()
    if (name === undefined || !markShape.test(mark)) continue
    const target = page.named.get(name)
    if (target && isCall(page, link, target, name)) calls.push({ link, mark, target })
    else if (!target && noteName.test(name)) {
      loose.push({ mark, target: name })
      unlink(link)
    }
  }
  bind(page, calls, shelf)
  return loose
}

function namesOf(elements: readonly Element[]): Map<string, Element> {
  const named = new Map<string, Element>()
  for (const element of elements)
    for (const name of [attribute(element, 'id'), attribute(element, 'name')])
      if (name !== '' && !named.has(name)) named.set(name, element)
  return named
}

/** The place of the same page that a link leads to. */
function placeOf(link: Element): string | undefined {
  if (link.tagName !== 'a') return undefined
  const href = attribute(link, 'href')
  const name = /#(.+)$/.exec(href)?.[1]
  if (name === undefined || (!href.startsWith('#') && !noteName.test(name))) return undefined
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** A call leads down; its note leads back, or has the name of a note. */
function isCall(page: Page, link: Element, target: Element, name: string): boolean {
  if ((page.order.get(target) ?? 0) <= (page.order.get(link) ?? 0)) return false
  const block = blockOf(page, target)
  if (!block || isWithin(page, link, block)) return false
  return noteName.test(name) || backLinks(page, block, link).length > 0
}

/** The links in a note's block that lead to the place of a call. */
function backLinks(page: Page, block: Element, link: Element): Element[] {
  return [...callNames(page, link)]
    .flatMap((name) => page.linksTo.get(name) ?? [])
    .filter((each) => isWithin(page, each, block))
}

function isWithin(page: Page, element: Element, block: Element): boolean {
  for (let node: Nodes | undefined = element; node; node = page.parents.get(node))
    if (node === block) return true
  return false
}

/** Names by which the place of a call is known: its own, its mark's, and that of an anchor right before. */
function callNames(page: Page, link: Element): Set<string> {
  const near: Element[] = [...elementsOf(link)]
  let node: Element = link
  for (let level = 0; level < 3; level++) {
    const parent = page.parents.get(node)
    if (!parent) break
    const before = parent.children[(parent.children as Nodes[]).indexOf(node) - 1]
    if (before?.type === 'element' && wordsOf(before).trim() === '')
      near.push(...elementsOf(before))
    if (parent.type !== 'element' || blockNames.has(parent.tagName)) break
    near.push(parent)
    node = parent
  }
  const names = near.flatMap((each) => [attribute(each, 'id'), attribute(each, 'name')])
  return new Set(names.filter((name) => name !== ''))
}

function blockOf(page: Page, target: Element): Element | undefined {
  for (let node: Nodes | undefined = target; node; node = page.parents.get(node))
    if (node.type === 'element' && blockNames.has(node.tagName)) return node
  return undefined
}

function bind(page: Page, calls: readonly Call[], shelf: NoteShelf): void {
  const targets = new Set(calls.map(({ target }) => target))
  const parts = partsOf(page, targets)
  const back = new Set<Element>()
  for (const { link, target } of calls)
    for (const each of backLinks(page, blockOf(page, target) ?? target, link)) back.add(each)
  const marks = new Map(calls.map(({ target, mark }) => [target, mark]))
  const labels = new Map<Element, string>()
  const gone: Element[] = []
  for (const target of targets) {
    const { content, blocks } = contentOf(page, target, { targets, calls, parts })
    gone.push(...blocks)
    // Taken before any call in it is replaced: trees are shared, and calls are replaced in place.
    const tree: Root = { type: 'root', children: content }
    labels.set(target, shelve(shelf, tree))
    cleanNote(tree, { target, back, mark: marks.get(target) ?? '' })
  }
  for (const { link, target, mark } of calls)
    replaceCall(page, link, mark, labels.get(target) ?? '')
  removeBlocks(page.root, new Set(gone))
}

interface Notes {
  readonly targets: ReadonlySet<Element>
  readonly calls: readonly Call[]
  /** What the notes hold that share a paragraph with others. */
  readonly parts: ReadonlyMap<Element, ElementContent[]>
}

/** What a note holds, and the blocks of the page that go with it. */
function contentOf(
  page: Page,
  target: Element,
  { targets, calls, parts }: Notes,
): { content: ElementContent[]; blocks: Element[] } {
  const block = blockOf(page, target) ?? target
  const part = parts.get(target)
  if (part) return { content: part, blocks: [block] }
  const whole = widest(page, block, targets, calls)
  const blocks = [whole, ...following(page, whole, targets)]
  const [only] = blocks
  const content = blocks.length === 1 && only && only.tagName !== 'p' ? only.children : [...blocks]
  return { content, blocks }
}

/** Parts of paragraphs that hold several notes: from the place of each to the next. */
function partsOf(page: Page, targets: ReadonlySet<Element>): Map<Element, ElementContent[]> {
  const parts = new Map<Element, ElementContent[]>()
  const shared = groupedBy(targets, (target) => blockOf(page, target) ?? target)
  for (const [block, inside] of shared) {
    if (inside.length < 2) continue
    const indexes = new Map(block.children.map((child, index) => [child as Nodes, index]))
    const starts = inside
      .map((target) => ({ target, from: indexes.get(childWith(page, target, block)) ?? 0 }))
      .sort((a, b) => a.from - b.from)
    for (const [index, { target, from }] of starts.entries()) {
      const next = starts.slice(index + 1, index + 20).find((each) => each.from > from)
      parts.set(target, block.children.slice(from, next?.from))
    }
  }
  return parts
}

/** The child of a block that an element of it stands in. */
function childWith(page: Page, element: Element, block: Element): Nodes {
  let node: Nodes = element
  for (let up = page.parents.get(node); up && up !== block; up = page.parents.get(node)) node = up
  return node
}

/** The largest block around a note that holds nothing but it. */
function widest(
  page: Page,
  block: Element,
  targets: ReadonlySet<Element>,
  calls: readonly Call[],
): Element {
  let whole = block
  for (;;) {
    const parent = page.parents.get(whole)
    if (parent?.type !== 'element' || !/^(?:li|div|section|aside)$/.test(parent.tagName))
      return whole
    const first = parent.children.find(
      (child) => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''),
    )
    if (first !== whole) return whole
    const elements = elementsOf(parent)
    const alone = elements.filter((each) => targets.has(each)).length === 1
    const calling = calls.some(
      ({ link, target }) => elements.includes(link) && elements.includes(target),
    )
    if (!alone || calling) return whole
    whole = parent
  }
}

/** Paragraphs between a note and the next one belong to it. */
function following(page: Page, block: Element, targets: ReadonlySet<Element>): Element[] {
  if (block.tagName !== 'p') return []
  const siblings = (page.parents.get(block)?.children ?? []).filter(
    (node) => node.type === 'element',
  )
  const found: Element[] = []
  for (const node of siblings.slice(siblings.indexOf(block) + 1)) {
    if (elementsOf(node).some((each) => targets.has(each))) return found
    if (!/^(?:p|ul|ol|blockquote|pre)$/.test(node.tagName)) return []
    found.push(node)
  }
  return []
}

/** Takes links back and the note's own mark out of it. */
function cleanNote(
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

/** Puts a call in the place of a link, with the superscript and the brackets around it. */
function replaceCall(page: Page, link: Element, mark: string, label: string): void {
  let node = link
  for (;;) {
    const parent = page.parents.get(node)
    if (
      parent?.type !== 'element' ||
      !/^(?:sup|span|small|strong|b|em|i|font|a)$/.test(parent.tagName)
    )
      break
    if (wordsOf(parent).replace(/[\s[\](){}]/g, '') !== mark.replace(/[\s[\](){}]/g, '')) break
    node = parent
  }
  dropBrackets(page, node)
  becomeCall(node, label)
}

function dropBrackets(page: Page, node: Element): void {
  const siblings = (page.parents.get(node)?.children ?? []) as Nodes[]
  const index = siblings.indexOf(node)
  const before = siblings[index - 1]
  const after = siblings[index + 1]
  if (before?.type !== 'text' || after?.type !== 'text') return
  if (!/\[\s*$/.test(before.value) || !/^\s*\]/.test(after.value)) return
  before.value = before.value.replace(/\[\s*$/, '')
  after.value = after.value.replace(/^\s*\]/, '')
}

/** `Map.groupBy`, which Node 20 does not have. */
function groupedBy<Key>(
  elements: Iterable<Element>,
  keyOf: (element: Element) => Key,
): Map<Key, Element[]> {
  const groups = new Map<Key, Element[]>()
  for (const element of elements) {
    const key = keyOf(element)
    const known = groups.get(key)
    if (known) known.push(element)
    else groups.set(key, [element])
  }
  return groups
}

/** A link becomes its words. */
function unlink(link: Element): void {
  link.tagName = 'span'
  link.properties = {}
}

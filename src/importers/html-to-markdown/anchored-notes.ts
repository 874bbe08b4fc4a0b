import type { Element, Nodes, Root } from 'hast'
import { cleanNote, markShape } from './clean-note.ts'
import { attribute, elementsOf, parentsIn, wordsOf } from './hast-words.ts'
import {
  blockNames,
  blockOf,
  type Call,
  contentOf,
  groupedBy,
  type Page,
  partsOf,
} from './note-content.ts'
import { becomeCall, type NoteShelf, shelve } from './note-shelf.ts'
import { removeBlocks } from './remove-blocks.ts'

/** A call that leads to no note. */
export interface LooseCall {
  /** What it says: `1`, `[3]`. */
  readonly mark: string
  /** The place that it wants to lead to. */
  readonly target: string
}

/** Names that word processors, converters and plugins give to the places of notes. */
const noteName =
  /^_?(?:ftn|edn|fn|sdfootnote|sdendnote|footnote|endnote|note|easy-footnote|mfn|cite_note|fussnote|anm|nota|ref)s?(?=[-_:.\d]|$)/i

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

/** A link becomes its words. */
function unlink(link: Element): void {
  link.tagName = 'span'
  link.properties = {}
}

import type { Element, ElementContent } from 'hast'
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast'
import type { Nodes, PhrasingContent } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import { codeLanguage } from './code-language.ts'
import { figure } from './figure.ts'
import { attribute, elementsOf, wordsOf } from './hast-words.ts'
import { inLines, isPhrasing } from './in-lines.ts'
import { anchorTag, noteCallTag } from './own-elements.ts'
import { quotation } from './quotation.ts'

/** Elements for which Markdown has no sign; posts may hold them as HTML, and their words as Markdown. */
const keptInline = 'abbr bdi cite dfn ins kbd mark rp rt ruby samp sub sup time u var'.split(' ')
/** The attributes that such an element keeps. */
const keptAttributes = ['title', 'datetime', 'dir', 'lang']

/** How elements become Markdown where the package's own way loses something that posts of Ibid can hold. */
export const handlers: Readonly<Record<string, Handle>> = {
  ...Object.fromEntries(keptInline.map((name) => [name, inlineHtml])),
  [noteCallTag]: (_, node) => ({
    type: 'footnoteReference',
    identifier: attribute(node, 'note'),
    label: attribute(node, 'note'),
  }),
  [anchorTag]: (_, node) => anchorAt(attribute(node, 'name')),
  audio: mediaLink,
  blockquote: quotation,
  details,
  embed: mediaLink,
  figure,
  iframe: mediaLink,
  object: mediaLink,
  pre: code,
  table,
  td: cell,
  th: cell,
  video: mediaLink,
}

/** An element of HTML in the line, with what it holds as Markdown; printed by `printMarkdown`. */
function inlineHtml(state: State, node: Element): Nodes | Nodes[] {
  const children = state.all(node)
  if (children.some((child) => !isPhrasing(child))) return children
  const attributes = Object.fromEntries(
    keptAttributes.flatMap((name) => {
      const value = attribute(node, name)
      return value === '' ? [] : [[name, value]]
    }),
  )
  return {
    type: 'textDirective',
    name: node.tagName,
    attributes,
    children: children as PhrasingContent[],
  } satisfies TextDirective
}

function anchorAt(id: string): TextDirective {
  return { type: 'textDirective', name: 'a', attributes: { id }, children: [] }
}

/** A link to what an element would have shown or played. */
function mediaLink(state: State, node: Element): Nodes | Nodes[] | undefined {
  const sources = [node, ...elementsOf(node)].flatMap((each) => [
    attribute(each, 'src'),
    attribute(each, 'data'),
  ])
  const url = sources.find(
    (each) => /^(?:https?:)?\/\/./i.test(each) || /^(?![a-z][a-z0-9+.-]*:)[./\w]/i.test(each),
  )
  const title = attribute(node, 'title').trim()
  if (url === undefined) return node.tagName === 'object' ? state.all(node) : undefined
  const shown = watchAddress(url)
  return {
    type: 'link',
    url: shown,
    children: [{ type: 'text', value: title === '' ? shown : title }],
  }
}

/** The page of a film where the address is that of a player. */
function watchAddress(url: string): string {
  const absolute = url.startsWith('//') ? `https:${url}` : url
  const youtube =
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,20})(?:[?#]|$)/.exec(
      absolute,
    )
  if (youtube) return `https://www.youtube.com/watch?v=${youtube[1]}`
  const vimeo = /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/.exec(absolute)
  return vimeo ? `https://vimeo.com/${vimeo[1]}` : absolute
}

function code(_: State, node: Element): Nodes | undefined {
  const value = wordsOf(node)
    .replace(/^\r?\n/, '')
    .replace(/\s+$/, '')
  return value === '' ? undefined : { type: 'code', lang: codeLanguage(node) ?? null, value }
}

/** `<details>` stays HTML around Markdown. */
function details(state: State, node: Element): Nodes[] {
  const isSummary = (child: ElementContent): child is Element =>
    child.type === 'element' && child.tagName === 'summary'
  const summary = node.children.find(isSummary)
  const title = summary ? wordsOf(summary).trim().replace(/\s+/g, ' ') : ''
  const rest = { ...node, children: node.children.filter((child) => child !== summary) }
  const open = attribute(node, 'open') === '' && !('open' in node.properties) ? '' : ' open'
  return [
    { type: 'html', value: `<details${open}><summary>${escapeHtml(title)}</summary>` },
    ...state.toFlow(state.all(rest)),
    { type: 'html', value: '</details>' },
  ]
}

/** Text between tags. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** A table of one cell only places what it holds; in other cells blocks become lines. */
function table(state: State, node: Element): Nodes | Nodes[] | undefined {
  const elements = elementsOf(node)
  const cells = elements.filter(({ tagName }) => tagName === 'td' || tagName === 'th')
  const only = cells[0]
  if (!only) return state.toFlow(state.all(node))
  const caption = elements.find(({ tagName }) => tagName === 'caption')
  const before = caption ? state.toFlow(state.all(caption)) : []
  if (cells.length === 1) return [...before, ...state.toFlow(state.all(only))]
  const made = defaultHandlers.table(state, node)
  return before.length === 0 ? made : [...before, made]
}

function cell(state: State, node: Element): Nodes {
  const made = defaultHandlers.td(state, node)
  return { ...made, children: inLines(made.children) }
}

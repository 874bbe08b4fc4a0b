import type { Element, ElementContent } from 'hast'
import { allNodes, element, isElement, text } from '../../hast/element.ts'
import { plain } from './attributes.ts'
import { blockElements } from './elements.ts'
import { isBacklink, isCall, noteCall } from './note-call.ts'
import type { Inside, Rewriter, Rewriting } from './rewriting.ts'
import { hasClass, wordsOf } from './words.ts'

/** Elements that need more than their attributes looked at, one rule each. */
export const rewriters: ReadonlyMap<string, Rewriter> = new Map<string, Rewriter>([
  ['a', anchor],
  ['img', image],
  ['picture', picture],
  ['input', taskBox],
  ['details', (node, inside) => inside(node)],
  ['summary', (node, inside) => [element('p', {}, [element('strong', {}, inside(node))])]],
  ['math', formula],
  ['figure', figure],
  ['section', section],
  ['div', division],
  ['aside', (node, inside) => [element('blockquote', {}, inside(node))]],
  ['p', paragraph],
])

function anchor(node: Element, inside: Inside, rewriting: Rewriting): ElementContent[] {
  if (isBacklink(node)) return []
  if (isCall(node, rewriting)) return [noteCall(node, rewriting)]
  const { href, ...rest } = plain(node, rewriting)
  return href === undefined ? inside(node) : [element('a', { href, ...rest }, inside(node))]
}

/** A picture with its words; the words alone where it has no address. */
function image(node: Element, _: Inside, rewriting: Rewriting): ElementContent[] {
  const { src, alt = '', ...rest } = plain(node, rewriting)
  return src === undefined ? [text(String(alt))] : [element('img', { src, alt, ...rest })]
}

/** Only the picture that every program can show. */
function picture(node: Element, inside: Inside): ElementContent[] {
  return inside({ ...node, children: node.children.filter((child) => !isElement(child, 'source')) })
}

/** The box of a task as text: forms do not live in feeds. */
function taskBox(node: Element): ElementContent[] {
  if (node.properties.type !== 'checkbox') return []
  return [text(node.properties.checked ? '[x]' : '[ ]')]
}

/** A formula as its source, which RSS can carry; MathML is refused there. */
function formula(node: Element): ElementContent[] {
  const source = allNodes(node).find(
    (each) => isElement(each, 'annotation') && each.properties.encoding === 'application/x-tex',
  )
  const alternative = node.properties.altText ?? node.properties.alttext
  const words = source ? wordsOf([source]) : String(alternative ?? wordsOf([node]))
  return [element('code', {}, [text(words.trim())])]
}

/** A pull quote and an epigraph are block quotes and nothing else; other figures stay. */
function figure(node: Element, inside: Inside, rewriting: Rewriting): ElementContent[] {
  if (hasClass(node, 'epigraph')) return [epigraph(node, inside)]
  if (!hasClass(node, 'pull-quote'))
    return [element('figure', plain(node, rewriting), inside(node))]
  return inside(node).map(captionAsParagraph)
}

/** The words with whose they are below them, in one block quote. */
function epigraph(node: Element, inside: Inside): Element {
  const content = inside(node).flatMap((child) =>
    isElement(child, 'blockquote') ? child.children : [captionAsParagraph(child)],
  )
  return element('blockquote', {}, content)
}

function captionAsParagraph(child: ElementContent): ElementContent {
  return isElement(child, 'figcaption') ? { ...child, tagName: 'p' } : child
}

/** A notice is set off, under its title as a line in bold; other sections give way to what they hold. */
function section(node: Element, inside: Inside, rewriting: Rewriting): ElementContent[] {
  const content = inside(node)
  if (hasClass(node, 'notice')) {
    const titled = content.map((child, i) =>
      isElement(child) && /^h[1-6]$/.test(child.tagName) && i === firstElement(content)
        ? element('p', {}, [element('strong', {}, child.children)])
        : child,
    )
    return [element('blockquote', plain(node, rewriting), titled)]
  }
  const attributes = plain(node, rewriting)
  return Object.keys(attributes).length === 0 ? content : [element('div', attributes, content)]
}

function firstElement(content: readonly ElementContent[]): number {
  return content.findIndex((child) => isElement(child))
}

/** Boxes that are there for the looks of a page give way to the blocks in them. */
function division(node: Element, inside: Inside, rewriting: Rewriting): ElementContent[] {
  const content = inside(node)
  const attributes = plain(node, rewriting)
  const blocksOnly = content.every(
    (child) =>
      (isElement(child) && blockElements.has(child.tagName)) ||
      (child.type === 'text' && child.value.trim() === ''),
  )
  return blocksOnly && Object.keys(attributes).length === 0
    ? content
    : [element('div', attributes, content)]
}

/** A paragraph without the space that a removed way back leaves; nothing where nothing else was in it. */
function paragraph(node: Element, inside: Inside, rewriting: Rewriting): ElementContent[] {
  const content = inside(node)
  for (let last = content.at(-1); last?.type === 'text'; last = content.at(-1)) {
    const value = last.value.trimEnd()
    content.pop()
    if (value === '') continue
    content.push(text(value))
    break
  }
  return content.length === 0 ? [] : [element('p', plain(node, rewriting), content)]
}

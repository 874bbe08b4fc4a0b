import type { Element, ElementContent } from 'hast'
import { schemeOf } from '../../hast/address.ts'
import type { Picture } from '../../hast/context.ts'
import { pictureProperties, withSources } from '../../hast/handlers/image.ts'
import { type Answering, type Question, questionOf } from './addresses.ts'
import type { KeptText } from './compact-tree.ts'

/**
 * A text that was rendered before its site was known, with the answers of the site.
 *
 * @param text stays as it is
 * @returns the text as it would have been rendered with them; undefined where it has to be rendered anew, since one
 * of them would change more than an address and a size
 */
export function answeredText(
  text: KeptText,
  questions: readonly Question[],
  answering: Answering,
): KeptText | undefined {
  if (questions.length === 0) return text
  const answers = questions.map(([kind, url, from]) =>
    kind === 'link'
      ? { src: answering.resolveLink(url, from) }
      : (answering.image(url, from) ?? { src: url }),
  )
  if (!answers.every(({ src }) => isAsItIs(src))) return undefined
  const { body, notes, title } = text.trees
  return {
    ...text,
    trees: {
      body: { type: 'root', children: answeredAll(body.children as ElementContent[], answers) },
      notes: notes && (answered(notes, answers) as Element),
      title: title && answeredAll(title, answers),
    },
  }
}

/**
 * True for an address within the site that rendering neither refuses, encodes nor marks: it stands in the page letter
 * by letter.
 */
function isAsItIs(address: string): boolean {
  return (
    /^(?![/\\]{2}|#)(?:[!#$&-;=?-Z_a-z~]|%[\dA-Fa-f]{2})+$/.test(address) &&
    schemeOf(address) === undefined
  )
}

function answeredAll(
  nodes: readonly ElementContent[],
  answers: readonly Picture[],
): ElementContent[] {
  return nodes.map((node) => (node.type === 'element' ? answered(node, answers) : node))
}

function answered(node: Element, answers: readonly Picture[]): Element {
  const { tagName, properties } = node
  const children = node.children.length > 0 ? answeredAll(node.children, answers) : node.children
  const link = tagName === 'a' ? answers[questionOf(properties.href) ?? -1] : undefined
  if (link) return { ...node, properties: { ...properties, href: link.src }, children }
  const picture = tagName === 'img' ? answers[questionOf(properties.src) ?? -1] : undefined
  if (picture) return withSources(shown(node, picture), picture)
  return { ...node, children }
}

/** The same attributes in the same order as where the picture was known at once. */
function shown(node: Element, picture: Picture): Element {
  const { loading: _, decoding: __, ...own } = node.properties
  return { ...node, properties: { ...own, src: picture.src, ...pictureProperties(picture) } }
}

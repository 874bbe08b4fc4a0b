import type { Root } from 'mdast'
import { textOf } from '../model/plain-text.ts'

/** Longest description that search engines and feed readers show whole, in UTF-16 code units. */
const longest = 200

/** The start of an essay as plain text without note marks: whole sentences where they fit, else whole words and an ellipsis. */
export function excerptOf(body: Root): string {
  const paragraphs = body.children.filter((node) => node.type === 'paragraph')
  const first = paragraphs.map((node) => textOf(node)).find((text) => text !== '')
  return shorten(first ?? textOf(body))
}

/** Cuts plain text to a length that fits a description. */
export function shorten(text: string): string {
  if (text.length <= longest) return text
  const room = text.slice(0, longest)
  const sentence = Math.max(
    ...['. ', '! ', '? ', '。', '！', '？'].map((end) => room.lastIndexOf(end)),
  )
  if (sentence > longest / 3) return room.slice(0, sentence + 1).trimEnd()
  const space = room.lastIndexOf(' ')
  const end = space > longest / 3 ? space : longest - 1
  // A cut inside a surrogate pair would leave half a character.
  const whole = /[\uD800-\uDBFF]$/.test(room.slice(0, end)) ? end - 1 : end
  return `${room.slice(0, whole).replace(/[\s,;:–—-]+$/u, '')}…`
}

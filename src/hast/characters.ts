import type { Root } from 'hast'
import { diagnose } from '../model/diagnostic.ts'
import { holdsSuspects } from '../model/suspect-characters.ts'
import type { Rendering } from './context.ts'
import { allNodes } from './element.ts'

/**
 * Characters that no HTML document may hold: controls but tab and line ends, halves of surrogate pairs,
 * and code points that are no characters (HTML, 13.2.3.5 "control-character-in-input-stream" and its
 * neighbours).
 */
const forbiddenRange =
  '[\\0-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\p{Surrogate}\\p{Noncharacter_Code_Point}]'
const forbidden = new RegExp(forbiddenRange, 'u')
const everyForbidden = new RegExp(forbiddenRange, 'gu')

/** The first character of a text that no page may hold, as `U+0001`. */
export function forbiddenCharacter(value: string): string | undefined {
  if (!holdsSuspects(value)) return undefined
  const code = forbidden.exec(value)?.[0].codePointAt(0)
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/**
 * Takes out of a tree, in place, the characters that no page may hold; they can be written as `&#1;`. Lines end
 * as HTML has them (HTML, 13.2.3.5), so that the line ends of a file make no difference.
 */
export function removeForbiddenCharacters(tree: Root, rendering: Rendering): void {
  let found: string | undefined
  const clean = (text: string): string => {
    const value = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
    const character = forbiddenCharacter(value)
    found ??= character
    return character === undefined ? value : value.replace(everyForbidden, '')
  }
  for (const node of allNodes(tree)) {
    if (node.type === 'text') node.value = clean(node.value)
    if (node.type !== 'element') continue
    for (const name of Object.keys(node.properties)) {
      const value = node.properties[name]
      if (typeof value === 'string') node.properties[name] = clean(value)
      else if (Array.isArray(value))
        node.properties[name] = value.map((each) => (typeof each === 'string' ? clean(each) : each))
    }
  }
  if (found === undefined) return
  rendering.report(
    diagnose('HT106', {
      message: `The text holds characters that no page may hold, such as ${found}; they were left out.`,
      file: rendering.file,
      hint: 'They cannot be seen; search for them by their number, or for a reference such as &#1;, and delete them.',
    }),
  )
}

import { pointable } from '../link-destinations.ts'
import { inBrackets, plainWords, quotedTitle } from '../markdown-words.ts'
import type { Shortcode } from './shortcodes.ts'

/** A figure as a picture that stands alone, with its caption for a title. */
export function figure({ named, positional }: Shortcode): string {
  const get = (key: string) => named.get(key)?.trim() ?? ''
  const caption = [get('title'), get('caption'), get('attr')]
    .map(plainWords)
    .filter((part) => part !== '')
  const words = get('alt') || caption.join('. ')
  const source = get('src') || positional[0] || ''
  const picture = `![${inBrackets(plainWords(words))}](${pointable(source)}${quotedTitle(caption.join('. '))})`
  return get('link') === '' ? picture : `[${picture}](${pointable(get('link'))})`
}

import { wordsOf } from '../html-to-markdown/hast-words.ts'
import { parseHtml } from '../html-to-markdown/parse-html.ts'

/** The words of a title or another short text that WordPress keeps as HTML, on one line. */
export function plainWords(html: string): string {
  const words = /[<&]/.test(html) ? wordsOf(parseHtml(html).tree) : html
  return words
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .toWellFormed()
    .trim()
}

import type { Element } from 'hast'
import { attribute, elementsOf } from './hast-words.ts'

/** Words that highlighters put where a language stands, and that mean none. */
const none = new Set([
  'text',
  'plain',
  'plaintext',
  'none',
  'raw',
  'default',
  'generic',
  'undefined',
])

/**
 * The language of code, as highlighters write it: `class="language-go"`, `lang-go`, `brush: go`, `lang:go`,
 * `data-enlighter-language="go"`, `lang="go"`.
 *
 * @param pre the element, which may hold `<code>`
 */
export function codeLanguage(pre: Element): string | undefined {
  const inner = elementsOf(pre).find(({ tagName }) => tagName === 'code')
  for (const element of inner && inner !== pre ? [pre, inner] : [pre]) {
    const classes = attribute(element, 'className')
    const found =
      /(?:^|\s)(?:language|lang|brush)(?:-|:\s*)([\w+#.-]+)/i.exec(classes)?.[1] ??
      [attribute(element, 'dataEnlighterLanguage'), attribute(element, 'dataLang')].find(Boolean) ??
      attribute(element, 'lang')
    if (/^[\w+#.-]{1,40}$/.test(found) && !none.has(found.toLowerCase())) return found.toLowerCase()
  }
  return undefined
}

import type { Element } from 'hast'
import type { Code } from 'mdast'
import type { Rendering } from '../context.ts'
import { element, text } from '../element.ts'

/** A block of code. It can take the focus, so that a wide one can be scrolled without a mouse. */
export function code(node: Code, rendering: Rendering): Element {
  const value = node.value === '' ? '' : `${node.value}\n`
  const language = /^\S+/.exec(node.lang ?? '')?.[0]
  const spans = language === undefined ? undefined : rendering.context.highlight?.(value, language)
  const inner = element(
    'code',
    language === undefined ? {} : { className: [`language-${language}`] },
    spans ?? [text(value)],
  )
  const made = element('pre', { tabIndex: 0 }, [inner])
  return node.position ? { ...made, position: node.position } : made
}

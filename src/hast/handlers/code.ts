import type { Element } from 'hast'
import type { Code } from 'mdast'
import type { CodeInfo } from '../../model/components.ts'
import type { Rendering } from '../context.ts'
import { element, text } from '../element.ts'
import { markLines } from '../mark-lines.ts'

/**
 * A block of code; under its title where it has one. It can take the focus, so that a wide one can be
 * scrolled without a mouse.
 */
export function code(node: Code, rendering: Rendering): Element {
  const value = node.value === '' ? '' : `${node.value}\n`
  const { language, title, marked } = node.data?.info ?? plainInfo(node)
  const spans = language === undefined ? undefined : rendering.context.highlight?.(value, language)
  const inner = element(
    'code',
    language === undefined ? {} : { className: [`language-${language}`] },
    markLines(spans ?? [text(value)], marked),
  )
  const block = element('pre', { tabIndex: 0 }, [inner])
  const made =
    title === undefined
      ? block
      : element('figure', { className: ['code'] }, [
          element('figcaption', {}, [text(title)]),
          text('\n'),
          block,
        ])
  return node.position ? { ...made, position: node.position } : made
}

/** Code of which nothing is known but its language. */
function plainInfo(node: Code): CodeInfo {
  return { language: /^\S+/.exec(node.lang ?? '')?.[0], title: undefined, marked: [] }
}

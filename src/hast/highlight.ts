import type { ElementContent } from 'hast'
import { common, createLowlight } from 'lowlight'
import type { EssayContext } from './context.ts'

/** Longer code is shown without colours: the time that colouring takes grows with it. UTF-16 code units. */
const longest = 60_000
/** Longer lines are no code that anyone reads, and some grammars take very long for them. */
const longestLine = 4000

/**
 * The colouring of code, by classes that begin with `hljs-` (highlight.js by way of lowlight, its set of
 * common languages). The same code always gives the same spans. Making it takes time; make it once.
 */
export function createHighlighter(): NonNullable<EssayContext['highlight']> {
  const lowlight = createLowlight(common)
  return (code, language) => {
    const name = language.toLowerCase()
    if (!lowlight.registered(name) || code.length > longest || hasLongLine(code)) return undefined
    return lowlight.highlight(name, code).children as ElementContent[]
  }
}

function hasLongLine(code: string): boolean {
  for (let start = 0; start < code.length; ) {
    const end = code.indexOf('\n', start)
    if ((end < 0 ? code.length : end) - start > longestLine) return true
    if (end < 0) return false
    start = end + 1
  }
  return false
}

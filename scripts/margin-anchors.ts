/**
 * Writes `themes/common/margin-anchors.css`: beside which call each note of an essay stands. Pages may
 * carry no style attributes (their content security policy refuses them), so a static sheet gives the
 * names that CSS anchor positioning needs (https://drafts.csswg.org/css-anchor-position-1/).
 *
 *     node scripts/margin-anchors.ts
 */
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'

/** How many notes of an essay can stand in the margin; `margin-notes.css` says the same number. */
const count = 300

/**
 * Note 7's call and its list item each get the name of the call. The notes themselves share one name, by which each
 * finds the one above it: of several boxes with a name, the last that is placed before counts (CSS Anchor Positioning,
 * "Finding an anchor").
 */
function anchorRules(): string {
  const rules = Array.from({ length: count }, (_, index) => {
    const n = index + 1
    return `[data-note="${n}"], [value="${n}"] { --call: --c${n} }`
  })
  return [
    `/* Written by scripts/margin-anchors.ts: names for the first ${count} notes of an essay. */`,
    ...rules,
    '',
  ].join('\n')
}

const file = resolve(import.meta.dirname, '../themes/common/margin-anchors.css')
await writeFile(file, anchorRules())

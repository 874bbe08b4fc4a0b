import type { Parents } from 'mdast'
import type { Info, Options, State } from 'mdast-util-to-markdown'
import type { StarCall, StarLoose, StarNote } from './nodes.ts'

/**
 * mdast of star notes to Markdown, for `mdast-util-to-markdown`. A space after the stars removes all
 * doubt, so it is always written.
 */
export function starNoteToMarkdown(): Options {
  return {
    handlers: { starNote, starCall: stars, starLoose: stars } as NonNullable<Options['handlers']>,
  }
}

function starNote(node: StarNote, _: Parents | undefined, state: State, info: Info): string {
  const tracker = state.createTracker(info)
  const marker = tracker.move(`${'*'.repeat(node.count)} `)
  const leave = state.enter('listItem')
  tracker.shift(2)
  const content = state.indentLines(
    state.containerFlow(node, tracker.current()),
    (line, index, blank) => (index === 0 || blank ? line : `  ${line}`),
  )
  leave()
  return marker + tracker.move(content)
}

function stars(node: StarCall | StarLoose): string {
  return node.value
}

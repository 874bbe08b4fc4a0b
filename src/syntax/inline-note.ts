import type { Parent, PhrasingContent } from 'mdast'
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import type {
  Code,
  Construct,
  Event,
  Extension,
  State,
  TokenizeContext,
} from 'micromark-util-types'
import remarkFootnotes from 'remark-footnotes'

/** The note of `^[words]`, as remark-footnotes puts it into mdast. */
export interface InlineNote extends Parent {
  type: 'footnote'
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    footnote: InlineNote
  }
  interface RootContentMap {
    footnote: InlineNote
  }
}

const caret = 94
const closingBracket = 93

interface NoteContext extends TokenizeContext {
  /** How many notes are open in this run of text. */
  openNotes?: number
}

/**
 * The inline-note parts of remark-footnotes, and nothing else of it: `[^x]` belongs to GFM. Three things
 * differ from the package: brackets inside a note pair up first, so that `^[see [sic] there]` is one note;
 * a note may stand in the text of a link; and many unclosed notes take linear time.
 */
export function inlineNotes(): { micromark: Extension; mdast: FromMarkdownExtension } {
  const { micromark, mdast } = packageParts()
  const open = micromark.text?.[caret] as Construct
  const close = micromark.text?.[closingBracket] as Construct
  return {
    micromark: {
      text: {
        [caret]: {
          name: 'inlineNoteStart',
          tokenize: countingStart(open),
          resolveAll: dropUnclosed,
        },
        // Before the end of a label, which would take the bracket for a link around the note.
        [closingBracket]: {
          name: 'inlineNoteEnd',
          tokenize: pairedEnd(close),
          resolveAll: dropUnclosed,
          ...(close.resolveTo && { resolveTo: close.resolveTo }),
        },
      },
    },
    mdast: {
      canContainEols: mdast.canContainEols ?? [],
      enter: { inlineNote: mdast.enter?.inlineNote } as NonNullable<FromMarkdownExtension['enter']>,
      exit: { inlineNote: mdast.exit?.inlineNote } as NonNullable<FromMarkdownExtension['exit']>,
    },
  }
}

interface PackageParts {
  readonly micromark: Extension
  readonly mdast: FromMarkdownExtension
}

/** remark-footnotes 4 is typed for unified 10 and only to be had as a plugin; this is the one bridge. */
function packageParts(): PackageParts {
  const data: {
    micromarkExtensions?: Extension[]
    fromMarkdownExtensions?: FromMarkdownExtension[]
  } = {}
  const plugin = remarkFootnotes as unknown as (
    this: { data: () => typeof data },
    options: { inlineNotes: boolean },
  ) => void
  plugin.call({ data: () => data }, { inlineNotes: true })
  return {
    micromark: data.micromarkExtensions?.[0] ?? {},
    mdast: data.fromMarkdownExtensions?.[0] ?? {},
  }
}

/**
 * ```markdown
 * > | a^[b] c
 *      ^^
 * ```
 */
function countingStart(open: Construct): Construct['tokenize'] {
  return function (this: NoteContext, effects, ok, nok) {
    const opened: State = (code: Code) => {
      this.openNotes = (this.openNotes ?? 0) + 1
      return ok(code)
    }
    return open.tokenize.call(this, effects, opened, nok)
  }
}

/**
 * ```markdown
 * > | a^[b [c] d] e
 *              ^
 * ```
 */
function pairedEnd(close: Construct): Construct['tokenize'] {
  return function (this: NoteContext, effects, ok, nok) {
    if (!this.openNotes || !closesNote(this.events)) return nok
    const closed: State = (code: Code) => {
      this.openNotes = (this.openNotes ?? 1) - 1
      return ok(code)
    }
    return close.tokenize.call(this, effects, closed, nok)
  }
}

/** Whether the innermost open bracket is that of a note, not that of a link or an image. */
function closesNote(events: readonly Event[]): boolean {
  for (let index = events.length - 1; index >= 0; index--) {
    const token = events[index]?.[1]
    if (token?.type === ('inlineNoteStart' as string)) return true
    if ((token?.type === 'labelLink' || token?.type === 'labelImage') && !token._balanced)
      return false
  }
  return false
}

/** Turns the starts that were never closed back into text, in place: micromark keeps the first array. */
function dropUnclosed(events: Event[]): Event[] {
  let kept = 0
  for (let index = 0; index < events.length; index++) {
    const event = events[index] as Event
    events[kept++] = event
    if (event[0] === 'enter' && event[1].type === ('inlineNoteStart' as string)) {
      event[1].type = 'data'
      // The enter and exit of its two markers.
      index += 4
    }
  }
  events.length = kept
  return events
}

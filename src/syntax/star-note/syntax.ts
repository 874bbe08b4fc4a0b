import { attention } from 'micromark-core-commonmark'
import { factorySpace } from 'micromark-factory-space'
import type {
  Code,
  Construct,
  Event,
  Extension,
  State,
  Token,
  TokenizeContext,
} from 'micromark-util-types'
import { indentedContinuation } from '../indented-continuation.ts'
import { isAttached } from './attachment.ts'
import './nodes.ts'

const star = 42
const underscore = 95
const noBreakSpace = 160

/** What further blocks of a note are indented by, at least. */
const indentColumns = 2

/** What is known about a run of stars before emphasis takes its share. */
interface Run {
  readonly start: number
  readonly end: number
  readonly attached: boolean
  /** Whether it could end emphasis (CommonMark 0.31.2, 6.2). */
  readonly closes: boolean
}

/**
 * The micromark extension for star notes.
 *
 * @param text the text that is going to be read, for its neighbours' sake
 * @param markers offset of the first star of each line that is to open a note → number of its stars
 */
export function starNoteSyntax(text: string, markers: ReadonlyMap<number, number>): Extension {
  const attentionWithCalls = callConstruct(text)
  return {
    // Also for `_`: else the resolver of the core construct runs first and turns all stars into data.
    text: { [star]: attentionWithCalls, [underscore]: attentionWithCalls },
    insideSpan: { null: [{ resolveAll: attentionWithCalls.resolveAll }] },
    document: { [star]: noteConstruct(markers) },
  }
}

/** Attention (CommonMark 0.31.2, 6.2) whose left-over stars become calls. */
function callConstruct(text: string): Construct & Required<Pick<Construct, 'resolveAll'>> {
  const runs = new Map<Token, Run>()
  return {
    name: 'starCall',
    tokenize(this: TokenizeContext, effects, ok, nok) {
      const before = this.previous
      const after: State = (code) => {
        const token = this.events.at(-1)?.[1]
        if (token && text.charCodeAt(token.start.offset) === star) {
          const run = { ...runOf(text, token, before, code), closes: token._close === true }
          runs.set(token, run)
          // The one loosening of CommonMark: a call never opens emphasis, as in `(always.**)`.
          if (run.attached && token._close) token._open = false
        }
        return ok(code)
      }
      return attention.tokenize.call(this, effects, after, nok)
    },
    resolveAll(events, context) {
      const sequences = new Set<Token>()
      for (const [, token] of events) if (runs.has(token)) sequences.add(token)
      const futile = futileEnds(text, events)
      for (const token of futile) token._close = false
      const resolved = attention.resolveAll?.(events, context) ?? events
      for (const token of futile) token._close = true
      if (sequences.size > 0) nameLeftovers(text, resolved, sequences, runs)
      return resolved
    },
  }
}

/**
 * Runs that could end emphasis where none has begun: micromark would look for its beginning from each of them
 * back to the start of the text, which takes long where there are thousands of calls. Not those that may begin
 * emphasis as well: that they can also end it decides which runs they pair with (CommonMark 0.31.2, 6.2, rule 9).
 */
function futileEnds(text: string, events: readonly Event[]): Token[] {
  const begun = new Set<number>()
  const futile: Token[] = []
  for (const [kind, token] of events) {
    if (kind !== 'enter' || token.type !== 'attentionSequence') continue
    const sign = text.charCodeAt(token.start.offset)
    if (token._close && !token._open && !begun.has(sign)) futile.push(token)
    if (token._open) begun.add(sign)
  }
  return futile
}

function runOf(
  text: string,
  { start, end }: Token,
  before: Code,
  after: Code,
): Omit<Run, 'closes'> {
  // The end of the block is the end of the line or, in a table, of the cell. Where a line begins, the
  // character before is the marker of a block: `>* text` calls nothing. Negative codes are line endings.
  const attached =
    before !== null &&
    before > 0 &&
    isAttached(after === null ? text.slice(0, end.offset) : text, start.offset, end.offset)
  return { start: start.offset, end: end.offset, attached }
}

/** Gives the runs that emphasis did not use, or not all of, their own token types. */
function nameLeftovers(
  text: string,
  events: readonly Event[],
  sequences: ReadonlySet<Token>,
  runs: Map<Token, Run>,
): void {
  const spanEnds = new Set<number>()
  for (const [kind, { type, end }] of events)
    if (kind === 'exit' && (type === 'emphasis' || type === 'strong')) spanEnds.add(end.offset)
  for (const token of sequences) {
    const run = runs.get(token)
    // Once named, a run is done with: around a span, its token may have grown into the words beside it.
    runs.delete(token)
    if (!run || token.type !== 'data' || token.end.offset <= token.start.offset) continue
    // `FOO_*` is a pattern of file names; `_word_*` is a call.
    const glob = text[run.start - 1] === '_' && !spanEnds.has(run.start)
    if (!glob && run.attached && run.closes && token.end.offset === run.end) token.type = 'starCall'
    else if (token.end.offset - token.start.offset === run.end - run.start) token.type = 'starLoose'
  }
}

/** A container that opens on the given lines, like an item of a list whose content is indented by two. */
function noteConstruct(markers: ReadonlyMap<number, number>): Construct {
  return {
    name: 'starNote',
    continuation: indentedContinuation(indentColumns, 'starNoteIndent'),
    exit(effects) {
      effects.exit('starNote')
    },
    tokenize(this: TokenizeContext, effects, ok, nok) {
      let left = markers.get(this.now().offset) ?? 0
      return start

      // > | ** text
      //     ^
      function start(code: Code): State | undefined {
        if (left === 0 || code !== star) return nok(code)
        effects.enter('starNote')._container = true
        effects.enter('starNoteMarker')
        return marker(code)
      }

      // > | ** text
      //     ^^
      function marker(code: Code): State | undefined {
        if (code === star && left > 0) {
          left--
          effects.consume(code)
          return marker
        }
        effects.exit('starNoteMarker')
        return gap(code)
      }

      // > | ** text
      //       ^
      function gap(code: Code): State | undefined {
        if (code !== noBreakSpace)
          return factorySpace(effects, afterSpace, 'starNoteWhitespace')(code)
        effects.enter('starNoteWhitespace')
        effects.consume(code)
        effects.exit('starNoteWhitespace')
        return gap
      }

      function afterSpace(code: Code): State | undefined {
        return code === noBreakSpace ? gap(code) : ok(code)
      }
    },
  }
}

import { factorySpace } from 'micromark-factory-space'
import { markdownLineEnding, markdownSpace } from 'micromark-util-character'
import type { Code, Construct, Effects, State, TokenizeContext } from 'micromark-util-types'
import './nodes.ts'

const dollar = 36

/** Places where a fence is only words: it opens a formula that nothing closes. */
export type RefusedFences = ReadonlySet<number> | 'all'

/**
 * A formula between two lines of `$$`, which may have white space about them and nothing else. It may
 * interrupt a paragraph, as fenced code may (CommonMark 0.31.2, 4.5, which it follows for the rest).
 *
 * @param refused offsets of fences that open nothing
 */
export function fencedFormula(refused: RefusedFences): Construct {
  return {
    name: 'fencedFormula',
    concrete: true,
    tokenize(this: TokenizeContext, effects, ok, nok) {
      const isRefused = refused === 'all' || refused.has(this.now().offset)
      return isRefused ? nok : tokens(this, effects, ok, nok)
    },
  }
}

function tokens(context: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const indent = indentBefore(context)

  const start: State = (code) => {
    effects.enter('fencedFormula')
    return fence(effects, opened, nok)(code)
  }
  const opened: State = (code) =>
    context.interrupt ? ok(code) : effects.check(nextLine(context), atLineEnd, nok)(code)
  /** At a line ending that the next line continues. */
  const atLineEnd: State = (code) => effects.attempt(closingFence, after, toLine)(code)
  const toLine: State = (code) => {
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return lineStart
  }
  const lineStart: State = (code) =>
    indent > 0 && markdownSpace(code)
      ? factorySpace(effects, line, 'linePrefix', indent + 1)(code)
      : line(code)
  const line: State = (code) => {
    if (code === null || markdownLineEnding(code)) return lineEnd(code)
    effects.enter('formulaLine')
    return inLine(code)
  }
  const inLine: State = (code) => {
    if (code !== null && !markdownLineEnding(code)) {
      effects.consume(code)
      return inLine
    }
    effects.exit('formulaLine')
    return lineEnd(code)
  }
  const lineEnd: State = (code) => effects.check(nextLine(context), atLineEnd, after)(code)
  const after: State = (code) => {
    effects.exit('fencedFormula')
    return ok(code)
  }
  return start
}

/** `$$` and white space to the end of the line. */
function fence(effects: Effects, ok: State, nok: State): State {
  let size = 0
  const dollars: State = (code) => {
    if (code === dollar && size < 2) {
      size++
      effects.consume(code)
      return dollars
    }
    if (size < 2) return nok(code)
    effects.exit('formulaFence')
    return markdownSpace(code) ? factorySpace(effects, end, 'whitespace')(code) : end(code)
  }
  const end: State = (code) => (code === null || markdownLineEnding(code) ? ok(code) : nok(code))
  return (code) => {
    effects.enter('formulaFence')
    return dollars(code)
  }
}

/** A line ending and the fence on the line after it. */
const closingFence: Construct = {
  partial: true,
  tokenize: (effects, ok, nok) => {
    const start: State = (code) =>
      markdownSpace(code)
        ? factorySpace(effects, fence(effects, ok, nok), 'linePrefix', 4)(code)
        : fence(effects, ok, nok)(code)
    return (code: Code) => {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return start
    }
  },
}

/** A line ending behind which the container goes on and is not only continued lazily. */
function nextLine(context: TokenizeContext): Construct {
  return {
    partial: true,
    tokenize: (effects, ok, nok) => {
      const start: State = (code) =>
        context.parser.lazy[context.now().line] ? nok(code) : ok(code)
      return (code: Code) => {
        if (code === null) return nok(code)
        effects.enter('lineEnding')
        effects.consume(code)
        effects.exit('lineEnding')
        return start
      }
    },
  }
}

/** Columns of white space before the opening fence, which its lines may have too. */
function indentBefore(context: TokenizeContext): number {
  const last = context.events.at(-1)
  return last?.[1].type === 'linePrefix' ? last[2].sliceSerialize(last[1], true).length : 0
}

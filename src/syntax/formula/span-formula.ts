import { markdownLineEnding, markdownLineEndingOrSpace } from 'micromark-util-character'
import type { Code, Construct, Effects, State } from 'micromark-util-types'
import './nodes.ts'

const dollar = 36
const backslash = 92

/**
 * A formula in running text, `$a$`, or set apart, `$$a$$`. As in Pandoc, a single opening dollar has no
 * white space behind it, a closing one none before it and no digit behind it, so that `$5 or $10` is
 * money. `\$` inside is a dollar of the formula. Linear: a formula that fails to close gives up at the
 * first dollar that cannot close it.
 */
export const spanFormula: Construct = {
  name: 'spanFormula',
  // A run of dollars is looked at once, from its first.
  previous(code) {
    return code !== dollar || this.events.at(-1)?.[1].type === 'characterEscape'
  },
  tokenize: (effects, ok, nok) => effects.check(whole, tokens(effects, ok, nok), nok),
}

/**
 * Looks ahead to the end of the formula, so that nothing else is held up by a lone dollar.
 *
 * ```markdown
 * > | a $b$ c
 *       ^^^
 * ```
 */
const whole: Construct = { partial: true, tokenize: (effects, ok, nok) => tokens(effects, ok, nok) }

function tokens(effects: Effects, ok: State, nok: State): State {
  let size = 0
  let previous: Code = null
  let holds = false

  const start: State = (code) => {
    effects.enter('spanFormula')
    effects.enter('formulaDollars')
    return opening(code)
  }
  const opening: State = (code) => {
    if (code === dollar) {
      size++
      effects.consume(code)
      return opening
    }
    if (size > 2 || code === null || (size === 1 && markdownLineEndingOrSpace(code)))
      return nok(code)
    effects.exit('formulaDollars')
    return between(code)
  }
  /** At a place where no token is open. */
  const between: State = (code) => {
    if (code === null) return nok(code)
    if (markdownLineEnding(code)) {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      previous = code
      return between
    }
    if (code === dollar) {
      if (size === 1 && (previous === null || markdownLineEndingOrSpace(previous))) return nok(code)
      effects.enter('formulaDollars')
      return closing(size)(code)
    }
    effects.enter('formulaLine')
    return inside(code)
  }
  const inside: State = (code) => {
    if (code === null || code === dollar || markdownLineEnding(code)) {
      effects.exit('formulaLine')
      return between(code)
    }
    if (!markdownLineEndingOrSpace(code)) holds = true
    effects.consume(code)
    previous = code
    return code === backslash ? escaped : inside
  }
  const escaped: State = (code) => {
    if (code !== dollar && code !== backslash) return inside(code)
    effects.consume(code)
    previous = code
    return inside
  }
  const closing =
    (left: number): State =>
    (code) => {
      if (left > 0 && code === dollar) {
        effects.consume(code)
        return closing(left - 1)
      }
      const followed = size === 1 && code !== null && code >= 48 && code <= 57
      if (left > 0 || !holds || code === dollar || followed) return nok(code)
      effects.exit('formulaDollars')
      effects.exit('spanFormula')
      return ok(code)
    }
  return start
}

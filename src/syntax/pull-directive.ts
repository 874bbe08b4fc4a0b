import { directive } from 'micromark-extension-directive'
import type { Construct, Event, Extension, State, TokenizeContext } from 'micromark-util-types'

/** `:::name` and `::name`. */
export function blockDirectives(): Extension {
  return { flow: directive().flow ?? {} }
}

/** `:pull[words]`, and no other text directive: `10:30`, `std:vector` and `:smile:` are words. */
export function pullDirective(): Extension {
  const inner = directive().text?.[58] as Construct
  return {
    text: {
      58: {
        ...inner,
        name: 'pullDirective',
        tokenize(this: TokenizeContext, effects, ok, nok) {
          // Without its closing bracket it would be a directive without words, and `:pull` would be lost.
          const done: State = (code) => (endsInLabel(this.events) ? ok(code) : nok(code))
          return effects.check(opening, inner.tokenize.call(this, effects, done, nok), nok)
        },
      },
    },
  }
}

/** Whether the directive that ends here has words, maybe with attributes behind them. */
function endsInLabel(events: readonly Event[]): boolean {
  for (let index = events.length - 1; index >= 0; index--) {
    const type = events[index]?.[1].type
    if (type === 'directiveTextLabel') return true
    if (type === 'directiveTextName') return false
  }
  return false
}

/**
 * ```markdown
 * > | a :pull[b] c
 *       ^^^^^^
 * ```
 */
const opening: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const expected = ':pull['
    let at = 0
    const next: State = (code) => {
      if (code !== expected.charCodeAt(at)) return nok(code)
      if (at === 0) effects.enter('data')
      at++
      effects.consume(code)
      if (at < expected.length) return next
      effects.exit('data')
      return ok
    }
    return next
  },
}

import { blankLine } from 'micromark-core-commonmark'
import { factorySpace } from 'micromark-factory-space'
import type { Construct, State, TokenizeContext, TokenType } from 'micromark-util-types'

/**
 * How a container goes on whose content is indented, as that of a note: with a blank line, or with one that is
 * indented by so many columns or more. Lazy lines are micromark's business.
 *
 * @param columns what the container takes of the indentation
 * @param type of the token for it
 */
export function indentedContinuation(
  columns: number,
  type: TokenType,
): Pick<Construct, 'tokenize'> {
  return {
    tokenize: (effects, ok, nok) =>
      effects.check(
        blankLine,
        ok,
        effects.attempt({ tokenize: indentBy(columns, type), partial: true }, ok, nok),
      ),
  }
}

function indentBy(columns: number, type: TokenType): Construct['tokenize'] {
  return function (this: TokenizeContext, effects, ok, nok) {
    // What a container of the same kind around this one took must not count twice.
    const before = this.events.length
    const after: State = (code) => {
      const tail = this.events.at(-1)
      const wide =
        this.events.length > before &&
        tail?.[1].type === type &&
        tail[2].sliceSerialize(tail[1], true).length === columns
      return wide ? ok(code) : nok(code)
    }
    return factorySpace(effects, after, type, columns + 1)
  }
}

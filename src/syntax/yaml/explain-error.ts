import type { YAMLError } from 'yaml'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import type { YamlText } from './check-tokens.ts'
import { lineAt, withQuotedValue } from './quoted-value.ts'

/** What a fault of YAML means for an author, and where it lies in the text. */
interface Explanation {
  readonly message: string
  readonly hint: string
  readonly start: number
  readonly end: number
}

/** Says in an author's words what the parser found wrong. Later faults follow from the first one. */
export function explainError(errors: readonly YAMLError[], source: YamlText): Diagnostic {
  const { message, hint, start, end } = explain(errors, source.text)
  return diagnose('FM305', {
    message,
    file: source.file,
    place: source.placeOf(start, end),
    hint,
  })
}

function explain(errors: readonly YAMLError[], text: string): Explanation {
  const [first] = errors
  const [start, stop] = first?.pos ?? [0, 1]
  const end = Math.max(start + 1, Math.min(stop, text.length))
  const place = { start, end }
  const whole = withQuotedValue(lineAt(text, start))
  const quoted = whole ?? 'Put the value in quotes.'
  switch (first?.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return errors.some(({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === start)
        ? indentedTooFar(text, start)
        : {
            ...place,
            message: 'The value has a colon and a space in it, which begin another value in YAML.',
            hint: quoted,
          }
    case 'MULTILINE_IMPLICIT_KEY':
    case 'MISSING_CHAR':
      return notKeyAndValue(text, start)
    case 'UNEXPECTED_TOKEN':
      return { ...place, ...unexpected(text, start, quoted) }
    case 'BAD_SCALAR_START':
      return {
        ...place,
        message: `A value cannot begin with ${text.charAt(start)} unless it is in quotes.`,
        hint: quoted,
      }
    case 'TAB_AS_INDENT':
      return {
        ...place,
        message: 'A tab stands where YAML wants spaces.',
        hint: 'Type two spaces instead of the tab.',
      }
    case 'BAD_DQ_ESCAPE':
      return {
        ...place,
        message: `\\${text.charAt(start + 1)} means nothing between double quotes.`,
        hint: 'Write \\\\ for a back slash, or put the value in single quotes.',
      }
    default:
      return {
        ...place,
        message: `This cannot be read as YAML: ${lowerFirst(first?.message ?? 'unknown fault')}.`,
        hint: 'Write one `key: value` to a line; put values with special signs in quotes.',
      }
  }
}

function indentedTooFar(text: string, start: number): Explanation {
  const next = text.indexOf('\n', start) + 1
  const line = lineAt(text, next)
  const column = line.length - line.trimStart().length
  return {
    message: 'This line is indented further than the one above it, which already has a value.',
    hint: `Begin it below the first letter of the line above: ${line.trim()}`,
    start: next + column,
    end: next + line.length,
  }
}

function notKeyAndValue(text: string, start: number): Explanation {
  const line = lineAt(text, start)
  const [, key, value] = /^\s*([\w-]+):(\S.*)$/.exec(line) ?? []
  const glued = key !== undefined && value !== undefined
  return {
    message: glued ? 'A space is missing after the colon.' : 'This line is no key with a value.',
    hint: glued
      ? `${key}: ${value}`
      : 'Write `key: value`; begin a line that goes on with the text above it with two spaces.',
    start,
    end: start + line.trim().length,
  }
}

function unexpected(
  text: string,
  start: number,
  quoted: string,
): Pick<Explanation, 'message' | 'hint'> {
  const sign = text.charAt(start)
  if (sign === '-')
    return {
      message: 'The first item of a list stands on the line of its key.',
      hint: 'Begin each item on a line of its own, or write the list in brackets: [a, b]',
    }
  if (sign === ',')
    return { message: 'A value is missing before this comma.', hint: 'Take the comma away.' }
  if (sign === ']' || sign === '}')
    return { message: `This ${sign} closes nothing.`, hint: `Take it away, or: ${quoted}` }
  return { message: 'Text follows where the value has ended.', hint: quoted }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

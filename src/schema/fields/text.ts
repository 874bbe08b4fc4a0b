import { isScalar } from 'yaml'
import type { Field } from '../field.ts'
import { emptyValue, type Reading, type Spot, shorten, wrongType } from '../reading.ts'

/** What a text may be, beyond being one. */
export interface TextRules {
  /** True for running text: line breaks in it become spaces. Else a line break is an error. */
  readonly prose?: boolean | undefined
  /** The most UTF-16 units. */
  readonly most?: number | undefined
  /** For editors. */
  readonly pattern?: string | undefined
  readonly kind?: string | undefined
}

/** What no text may hold: control characters, the two that XML forbids, halves of UTF-16 pairs. */
const hidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|\p{Surrogate}/u
/** Nothing, or characters of no width alone. */
const unseen = /^[\s\p{Default_Ignorable_Code_Point}]*$/u
const lineBreaks = /[ \t]*[\n\r\u0085\u2028\u2029]+[ \t]*/g

/** Text. A number, `true` and the like are taken as they are typed: `1984`, `1.10`. */
export function text(rules: TextRules = {}): Field<string> {
  const { kind = 'text', most = rules.prose ? 10_000 : 1000 } = rules
  return {
    kind,
    schema: {
      type: rules.pattern === undefined ? ['string', 'number', 'boolean'] : 'string',
      ...(rules.pattern === undefined ? {} : { pattern: rules.pattern }),
    },
    read: (node, spot, reading) => readText(node, spot, reading, { ...rules, kind, most }),
  }
}

function readText(
  node: unknown,
  spot: Spot,
  reading: Reading,
  rules: { prose?: boolean | undefined; kind: string; most: number },
): string | undefined {
  if (!isScalar(node) || node.value === null) return wrongType(node, spot, reading, rules.kind)
  const typed = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
  const value = (rules.prose ? typed.replace(lineBreaks, ' ') : typed).trim()
  if (unseen.test(value)) return emptyValue(node, spot, reading)
  const control = hidden.exec(value)?.[0]
  if (control !== undefined)
    return reading.report(node, spot, {
      code: 'FM114',
      message: `\`${spot.name}\` has the character U+${hexOf(control)} in it, which no page or feed can show.`,
      hint: 'Take it away.',
    })
  if (/[\n\r\t\u0085\u2028\u2029]/.test(value))
    return reading.report(node, spot, {
      code: 'FM105',
      message: `\`${spot.name}\` goes over several lines or has a tab in it.`,
      hint: `Write it on one line: ${spot.hint}`,
    })
  if (value.length > rules.most)
    return reading.report(node, spot, {
      code: 'FM105',
      message: `\`${spot.name}\` has ${value.length} characters; at most ${rules.most} are allowed.`,
      hint: 'Make it shorter.',
    })
  return value
}

function hexOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
}

/** Text that has to pass a test of its own. */
export function checkedText<Value>(
  base: Field<string>,
  check: (value: string) => CheckedText<Value>,
): Field<Value> {
  return {
    ...base,
    read: (node, spot, reading) => {
      const value = base.read(node, spot, reading)
      if (value === undefined) return undefined
      const checked = check(value)
      if ('value' in checked) return checked.value
      const [key = ''] = spot.hint.split(':')
      const hint = checked.instead === undefined ? checked.hint : `${key}: ${checked.instead}`
      return reading.report(node, spot, {
        code: checked.code,
        message: `\`${spot.name}\` is “${shorten(value)}”: ${checked.problem}.`,
        hint: hint ?? spot.hint,
      })
    },
  }
}

/** What a test of a text comes to; `problem` goes on after the value and a colon. */
export type CheckedText<Value> =
  | { readonly value: Value }
  | {
      readonly code: 'FM105' | 'FM106' | 'FM109' | 'FM110' | 'FM111' | 'FM201' | 'FM206'
      readonly problem: string
      /** What to do, in words. */
      readonly hint?: string | undefined
      /** The value that was probably meant. */
      readonly instead?: string | undefined
    }

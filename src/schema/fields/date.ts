import { type ContentDate, parseContentDate } from '../../model/content-date.ts'
import type { Field } from '../field.ts'
import { checkedText, text } from './text.ts'

/** A calendar day, or an instant with its zone. */
export const date: Field<ContentDate> = {
  ...checkedText(text({ kind: 'a date, such as 2025-11-20' }), (value) => {
    const reading = parseContentDate(value)
    if (reading.date) return { value: reading.date }
    const { problem, hint } = reading
    const told = /^[\d:+TZ-]+$/.test(hint) ? { instead: hint } : { hint }
    return { code: 'FM106', problem, ...told }
  }),
  kind: 'date',
  schema: {
    type: 'string',
    pattern:
      '^\\d{4}-\\d{2}-\\d{2}(([Tt]|[ \\t]+)\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?[ \\t]*([Zz]|[+-]\\d{2}(:?\\d{2})?)?)?$',
  },
}

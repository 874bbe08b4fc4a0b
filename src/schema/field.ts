import type { Reading, Spot } from './reading.ts'

/** A value of JSON. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json }

/** A part of a JSON Schema, draft 2020-12. */
export type JsonSchema = { readonly [key: string]: Json }

/** A kind of value: how it is read from YAML, and what editors are told of it. */
export interface Field<Value> {
  /** In a few words, for the manual: `text`, `list of text`. */
  readonly kind: string
  readonly schema: JsonSchema
  /**
   * Reads a YAML node. What is wrong is told to `reading`; undefined is returned where it was an error.
   *
   * @param node a node of the `yaml` package, or null where the key has no value
   */
  readonly read: (node: unknown, spot: Spot, reading: Reading) => Value | undefined
}

/** A key of the front matter or of the settings. */
export interface Key<Value> {
  readonly field: Field<Value>
  /** One sentence for the manual and for editors. */
  readonly description: string
  /** The value as an author types it after the key; on lines of its own where it is a mapping. */
  readonly example: string
  /** What holds where the key is left out, in words. */
  readonly fallback?: string | undefined
  /** Another name for the same key. */
  readonly otherName?: string | undefined
  readonly required?: boolean | undefined
  /**
   * True where the value decides whether, when, where or under which name a post is published: one that
   * cannot be read must not be guessed, so the post is not rendered.
   */
  readonly decisive?: boolean | undefined
}

/** Keys by name, in the order of the manual. */
export type Keys = Readonly<Record<string, Key<unknown>>>

/** The values that some keys give. */
export type ValuesOf<K extends Keys> = {
  readonly [Name in keyof K]?: (K[Name] extends Key<infer Value> ? Value : never) | undefined
}

/** The same field with its value made into another one. */
export function mapped<From, To>(field: Field<From>, change: (value: From) => To): Field<To> {
  return {
    ...field,
    read: (node, spot, reading) => {
      const value = field.read(node, spot, reading)
      return value === undefined ? undefined : change(value)
    },
  }
}

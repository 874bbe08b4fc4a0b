import type { ElementContent, Root } from 'hast'

/**
 * What a component may return or hold. A string is text, never markup; `false`, `null` and `undefined`
 * print nothing, so that `condition && <p/>` works.
 */
export type Child =
  | ElementContent
  | Root
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Child[]

/** A function from typed properties to content. It is called once, at once; it has no state. */
export type Component<Props = never> = (props: Props) => Child

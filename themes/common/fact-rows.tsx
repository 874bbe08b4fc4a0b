import type { Child } from 'ibid/theme'

/** One fact of a list: its name, and what there is to it. */
export interface Fact {
  readonly name: string
  readonly values: readonly Child[]
  /** Whether it is set over the whole width, where the list has columns. */
  readonly wide?: boolean
}

interface FactRowsProps {
  /** One without values is left out. */
  readonly facts: readonly Fact[]
}

/** The rows of a `<dl>`, each with a name and its values, kept apart where no style sheet is read. */
export const FactRows = ({ facts }: FactRowsProps) =>
  facts
    .filter(({ values }) => values.length > 0)
    .map(({ name, values, wide = false }) => (
      <div class={wide && 'wide'}>
        <dt>{name}</dt>
        {values.map((value) => (
          <>
            {' '}
            <dd>{value}</dd>
          </>
        ))}
      </div>
    ))

import { find, html } from 'property-information'

/** How a property of an HTML element is printed. */
export interface AttributeName {
  readonly name: string
  /** Whether HTML has it, `data-*` too. */
  readonly isDefined: boolean
  /** Whether a list of words stands with spaces between them, and a text as it is: true for most. */
  readonly isPlain: boolean
}

/** Those of `data-*` that stand in every essay. */
const ofNotes = ['dataMark', 'dataNote']

/** Looking one up in `property-information` costs as much as printing it, so all that it knows are at hand. */
const known: ReadonlyMap<string, AttributeName> = new Map(
  [...Object.keys(html.property), ...ofNotes].map((property) => [property, lookedUp(property)]),
)

/** The properties that stand for every attribute that HTML has had, and for those of notes. */
export const attributeProperties: readonly string[] = [...known.keys()]

/** The attribute of an element in HTML that a property stands for; `data-*` and unknown ones too. */
export function attributeName(property: string): AttributeName {
  return known.get(property) ?? lookedUp(property)
}

function lookedUp(property: string): AttributeName {
  const { attribute, defined, boolean, overloadedBoolean, commaSeparated } = find(html, property)
  const isPlain = !(boolean || overloadedBoolean || commaSeparated) && /^[-\w:.]+$/.test(attribute)
  return { name: attribute, isDefined: defined, isPlain }
}

/** The names that Unicode gives the forms a word takes after a number. */
export type PluralForm = 'one' | 'two' | 'few' | 'many' | 'other'

/** Which form follows a whole number in a language: CLDR's plural rules, for integers below a million. */
export type PluralRule = (count: number) => PluralForm

/** The forms of a phrase, `#` standing for the number. */
export type PluralForms = { readonly other: string } & {
  readonly [Form in PluralForm]?: string
}

/** Makes a phrase with a number in it, in the form that the number asks for. */
export function plural(rule: PluralRule, forms: PluralForms): (count: number) => string {
  return (count) => (forms[rule(count)] ?? forms.other).replace('#', String(count))
}

/** English, German, Dutch, Spanish, Italian, the Nordic languages, Turkish. */
export const oneOrMany: PluralRule = (count) => (count === 1 ? 'one' : 'other')

/** French and Portuguese, where nothing counts as one. */
export const noneOrOne: PluralRule = (count) => (count <= 1 ? 'one' : 'other')

/** Japanese, Chinese and Korean, where words do not change. */
export const unchanged: PluralRule = () => 'other'

/** Polish. */
export const polish: PluralRule = (count) => {
  if (count === 1) return 'one'
  return endsInTwoToFour(count) ? 'few' : 'many'
}

/** Czech. */
export const czech: PluralRule = (count) => {
  if (count === 1) return 'one'
  return count >= 2 && count <= 4 ? 'few' : 'other'
}

/** Russian and Ukrainian. */
export const eastSlavic: PluralRule = (count) => {
  if (count % 10 === 1 && count % 100 !== 11) return 'one'
  return endsInTwoToFour(count) ? 'few' : 'many'
}

/** Hebrew. */
export const hebrew: PluralRule = (count) => {
  if (count === 1) return 'one'
  return count === 2 ? 'two' : 'other'
}

/** Arabic; its form for nothing is left to `other`, for no phrase here counts nothing in words. */
export const arabic: PluralRule = (count) => {
  if (count === 1) return 'one'
  if (count === 2) return 'two'
  const rest = count % 100
  if (rest >= 3 && rest <= 10) return 'few'
  return rest >= 11 ? 'many' : 'other'
}

function endsInTwoToFour(count: number): boolean {
  const last = count % 10
  const lastTwo = count % 100
  return last >= 2 && last <= 4 && !(lastTwo >= 12 && lastTwo <= 14)
}

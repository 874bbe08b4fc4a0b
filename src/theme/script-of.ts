/**
 * The script that a language is written in, so that a theme asks for its letters first.
 *
 * @param lang BCP 47 tag; a script in it decides, else the one that CLDR's likely subtags give
 * @returns four letters (ISO 15924): `Latn`, `Cyrl`, `Jpan`; `undefined` where the tag does not tell
 */
export function scriptOf(lang: string): string | undefined {
  try {
    return new Intl.Locale(lang).maximize().script
  } catch {
    return undefined
  }
}

/**
 * Whether a language is written in Cyrillic letters, so that a theme asks for these first.
 *
 * @param lang BCP 47 tag; a script in it decides, else the script that CLDR's likely subtags give
 */
export function writtenInCyrillic(lang: string): boolean {
  try {
    return new Intl.Locale(lang).maximize().script === 'Cyrl'
  } catch {
    return false
  }
}

import { holdsSuspects } from '../model/suspect-characters.ts'

/**
 * What no feed may hold: control characters, lone surrogates and noncharacters (XML 1.0, 2.2; the HTML
 * standard's parse errors for input), and U+FFFD, which validators take for a damaged file.
 */
const unwelcome =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFFFD\p{Surrogate}\p{Noncharacter_Code_Point}]/gu
/** Line ends and spaces of other times; XML readers would turn or refuse them. */
const oldSpaces = /\r\n?|[\u000B\u000C\u0085]/g

/** Text that XML and HTML parsers take as it is. Tabs, line feeds and all other characters are kept. */
export function cleanText(text: string): string {
  const spaced = text.replace(oldSpaces, (found) => (found.startsWith('\r') ? '\n' : ' '))
  return holdsSuspects(spaced) ? spaced.replace(unwelcome, '') : spaced
}

/** The same in one line without white space at its ends; no-break spaces are kept. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[\t\n \u2028\u2029]+/g, ' ')
    .replace(/^ | $/g, '')
}

/** HTML that parsers take as it is. A replacement character that an author wrote stays visible, as a reference. */
export function cleanHtml(html: string): string {
  return cleanText(html.replaceAll('\uFFFD', '&#xFFFD;'))
}

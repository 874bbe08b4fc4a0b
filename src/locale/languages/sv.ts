import { dayInWords, joinNames, readingTime, wayBack } from '../phrases.ts'
import { oneOrMany, plural } from '../plural.ts'
import type { Strings } from '../words.ts'

const months =
  'januari februari mars april maj juni juli augusti september oktober november december'

/** Swedish. */
export const sv: Strings = {
  lang: 'sv',
  direction: 'ltr',
  notes: 'Noter',
  footnote: (number) => `Fotnot ${number}`,
  backToText: wayBack(
    (number) => `Tillbaka till texten, not ${number}`,
    (number, ordinal) => `Tillbaka till texten, not ${number}, ställe ${ordinal}`,
  ),
  keyFacts: 'I korthet',
  skipToContent: 'Hoppa till innehållet',
  mainNavigation: 'Huvudmeny',
  home: 'Startsida',
  archive: 'Arkiv',
  tags: 'Etiketter',
  tagged: (tag) => `Etiketten ”${tag}”`,
  series: (id) => `Serie: ${id}`,
  partOf: (part, count) => `Del ${part} av ${count}`,
  contents: 'Innehåll',
  allPosts: 'Alla inlägg',
  posts: plural(oneOrMany, { other: '# inlägg' }),
  noPosts: 'Inget har publicerats här ännu.',
  published: 'Publicerat',
  updated: 'Uppdaterat',
  by: (names) => `Av ${names}`,
  names: joinNames(', ', ' och '),
  guestPost: 'Gästinlägg',
  minutes: readingTime(
    (count) => `${count} min läsning`,
    (count) => `(${count} med noter)`,
  ),
  day: dayInWords(months, ({ day, year }, month) => `${day} ${month} ${year}`),
  morePosts: 'Fler inlägg',
  newer: 'Nyare',
  older: 'Äldre',
  page: (number, count) => `Sida ${number} av ${count}`,
  draft: 'Utkast',
  scheduled: 'Schemalagt',
  expired: 'Utgånget',
  superseded: 'Det här inlägget har ersatts.',
  retracted: 'Det här inlägget har dragits tillbaka.',
  readInstead: 'Läs i stället:',
  corrections: 'Rättelser',
  license: 'Licens',
  discussion: 'Diskussion',
  severity: 'Allvarlighetsgrad',
  affected: 'Berörs',
  fixed: 'Åtgärdat i',
  feed: 'Flöde',
  notFound: 'Sidan hittades inte',
  notFoundText:
    'Det finns ingen sida på den här adressen. Den kan ha flyttat, eller så är länken felskriven.',
  movedTo: 'Sidan har flyttat till',
}

import { dayInWords, joinNames, readingTime, wayBack } from '../phrases.ts'
import { oneOrMany, plural } from '../plural.ts'
import type { Strings } from '../words.ts'

const months = 'januar februar mars april mai juni juli august september oktober november desember'

/** Norwegian Bokmål. */
export const nb: Strings = {
  lang: 'nb',
  direction: 'ltr',
  notes: 'Noter',
  footnote: (number) => `Fotnote ${number}`,
  backToText: wayBack(
    (number) => `Tilbake til teksten, note ${number}`,
    (number, ordinal) => `Tilbake til teksten, note ${number}, sted ${ordinal}`,
  ),
  keyFacts: 'Kort fortalt',
  skipToContent: 'Hopp til innholdet',
  mainNavigation: 'Hovedmeny',
  home: 'Forside',
  archive: 'Arkiv',
  tags: 'Stikkord',
  tagged: (tag) => `Stikkordet «${tag}»`,
  series: (id) => `Serie: ${id}`,
  partOf: (part, count) => `Del ${part} av ${count}`,
  contents: 'Innhold',
  allPosts: 'Alle innlegg',
  posts: plural(oneOrMany, { other: '# innlegg' }),
  noPosts: 'Ingenting er publisert her ennå.',
  published: 'Publisert',
  updated: 'Oppdatert',
  by: (names) => `Av ${names}`,
  names: joinNames(', ', ' og '),
  guestPost: 'Gjesteinnlegg',
  minutes: readingTime(
    (count) => `${count} min lesetid`,
    (count) => `(${count} med noter)`,
  ),
  day: dayInWords(months, ({ day, year }, month) => `${day}. ${month} ${year}`),
  morePosts: 'Flere innlegg',
  newer: 'Nyere',
  older: 'Eldre',
  page: (number, count) => `Side ${number} av ${count}`,
  draft: 'Utkast',
  scheduled: 'Planlagt',
  expired: 'Utløpt',
  superseded: 'Dette innlegget er erstattet.',
  retracted: 'Dette innlegget er trukket tilbake.',
  readInstead: 'Les i stedet:',
  corrections: 'Rettelser',
  license: 'Lisens',
  discussion: 'Diskusjon',
  severity: 'Alvorlighetsgrad',
  affected: 'Berørt',
  fixed: 'Rettet i',
  feed: 'Strøm',
  notFound: 'Fant ikke siden',
  notFoundText:
    'Det er ingen side på denne adressen. Den kan ha flyttet, eller lenken kan være feilskrevet.',
  movedTo: 'Siden har flyttet til',
}

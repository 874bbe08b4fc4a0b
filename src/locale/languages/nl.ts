import { dayInWords, joinNames, readingTime, wayBack } from '../phrases.ts'
import { oneOrMany, plural } from '../plural.ts'
import type { Strings } from '../words.ts'

const months =
  'januari februari maart april mei juni juli augustus september oktober november december'

/** Dutch. */
export const nl: Strings = {
  lang: 'nl',
  direction: 'ltr',
  notes: 'Noten',
  footnote: (number) => `Voetnoot ${number}`,
  backToText: wayBack(
    (number) => `Terug naar de tekst, noot ${number}`,
    (number, ordinal) => `Terug naar de tekst, noot ${number}, plaats ${ordinal}`,
  ),
  keyFacts: 'In het kort',
  skipToContent: 'Naar de inhoud',
  mainNavigation: 'Hoofdmenu',
  home: 'Startpagina',
  archive: 'Archief',
  tags: 'Trefwoorden',
  tagged: (tag) => `Trefwoord ‘${tag}’`,
  series: (id) => `Reeks: ${id}`,
  partOf: (part, count) => `Deel ${part} van ${count}`,
  contents: 'Inhoud',
  allPosts: 'Alle berichten',
  posts: plural(oneOrMany, { one: '# bericht', other: '# berichten' }),
  noPosts: 'Hier is nog niets verschenen.',
  published: 'Gepubliceerd',
  updated: 'Bijgewerkt',
  by: (names) => `Door ${names}`,
  names: joinNames(', ', ' en '),
  guestPost: 'Gastbijdrage',
  minutes: readingTime(
    (count) => `${count} min leestijd`,
    (count) => `(${count} met noten)`,
  ),
  day: dayInWords(months, ({ day, year }, month) => `${day} ${month} ${year}`),
  morePosts: 'Meer berichten',
  newer: 'Nieuwer',
  older: 'Ouder',
  page: (number, count) => `Pagina ${number} van ${count}`,
  draft: 'Concept',
  scheduled: 'Gepland',
  expired: 'Verlopen',
  superseded: 'Dit bericht is achterhaald.',
  retracted: 'Dit bericht is ingetrokken.',
  readInstead: 'Lees in plaats daarvan:',
  corrections: 'Rectificaties',
  license: 'Licentie',
  discussion: 'Discussie',
  severity: 'Ernst',
  affected: 'Getroffen',
  fixed: 'Verholpen in',
  feed: 'Feed',
  notFound: 'Pagina niet gevonden',
  notFoundText:
    'Op dit adres is geen pagina. Misschien is ze verplaatst, of staat er een tikfout in de link.',
  movedTo: 'Deze pagina is verplaatst naar',
}

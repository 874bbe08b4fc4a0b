import { dayInWords, joinNames, readingTime, wayBack } from '../phrases.ts'
import { oneOrMany, plural } from '../plural.ts'
import type { Strings } from '../words.ts'

const months = 'januar februar marts april maj juni juli august september oktober november december'

/** Danish. */
export const da: Strings = {
  lang: 'da',
  direction: 'ltr',
  notes: 'Noter',
  footnote: (number) => `Fodnote ${number}`,
  backToText: wayBack(
    (number) => `Tilbage til teksten, note ${number}`,
    (number, ordinal) => `Tilbage til teksten, note ${number}, sted ${ordinal}`,
  ),
  keyFacts: 'Kort fortalt',
  skipToContent: 'Spring til indholdet',
  mainNavigation: 'Hovedmenu',
  home: 'Forside',
  archive: 'Arkiv',
  tags: 'Emneord',
  tagged: (tag) => `Emneordet »${tag}«`,
  series: (id) => `Serie: ${id}`,
  partOf: (part, count) => `Del ${part} af ${count}`,
  contents: 'Indhold',
  allPosts: 'Alle indlæg',
  posts: plural(oneOrMany, { other: '# indlæg' }),
  noPosts: 'Der er endnu ikke udgivet noget her.',
  published: 'Udgivet',
  updated: 'Opdateret',
  by: (names) => `Af ${names}`,
  names: joinNames(', ', ' og '),
  guestPost: 'Gæsteindlæg',
  minutes: readingTime(
    (count) => `${count} min. læsetid`,
    (count) => `(${count} med noter)`,
  ),
  day: dayInWords(months, ({ day, year }, month) => `${day}. ${month} ${year}`),
  morePosts: 'Flere indlæg',
  newer: 'Nyere',
  older: 'Ældre',
  page: (number, count) => `Side ${number} af ${count}`,
  draft: 'Kladde',
  scheduled: 'Planlagt',
  expired: 'Udløbet',
  superseded: 'Dette indlæg er afløst af et andet.',
  retracted: 'Dette indlæg er trukket tilbage.',
  readInstead: 'Læs i stedet:',
  corrections: 'Rettelser',
  license: 'Licens',
  discussion: 'Debat',
  severity: 'Alvorlighed',
  affected: 'Berørt',
  fixed: 'Rettet i',
  feed: 'Feed',
  notFound: 'Siden blev ikke fundet',
  notFoundText:
    'Der er ingen side på denne adresse. Den kan være flyttet, eller linket kan være skrevet forkert.',
  movedTo: 'Siden er flyttet til',
}

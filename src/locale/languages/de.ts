import { dayInWords, joinNames, readingTime, wayBack } from '../phrases.ts'
import { oneOrMany, plural } from '../plural.ts'
import type { Strings } from '../words.ts'

const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'

/** German. */
export const de: Strings = {
  lang: 'de',
  direction: 'ltr',
  notes: 'Anmerkungen',
  footnote: (number) => `Fußnote ${number}`,
  backToText: wayBack(
    (number) => `Zurück zum Text, Anmerkung ${number}`,
    (number, ordinal) => `Zurück zum Text, Anmerkung ${number}, Stelle ${ordinal}`,
  ),
  keyFacts: 'Das Wichtigste',
  skipToContent: 'Zum Inhalt springen',
  mainNavigation: 'Hauptmenü',
  home: 'Startseite',
  archive: 'Archiv',
  tags: 'Schlagwörter',
  tagged: (tag) => `Schlagwort „${tag}“`,
  series: (id) => `Reihe: ${id}`,
  partOf: (part, count) => `Teil ${part} von ${count}`,
  contents: 'Inhalt',
  allPosts: 'Alle Beiträge',
  posts: plural(oneOrMany, { one: '# Beitrag', other: '# Beiträge' }),
  noPosts: 'Hier ist noch nichts erschienen.',
  published: 'Veröffentlicht',
  updated: 'Aktualisiert',
  by: (names) => `Von ${names}`,
  names: joinNames(', ', ' und '),
  guestPost: 'Gastbeitrag',
  minutes: readingTime(
    (count) => `${count} Min. Lesezeit`,
    (count) => `(${count} mit Anmerkungen)`,
  ),
  day: dayInWords(months, ({ day, year }, month) => `${day}. ${month} ${year}`),
  morePosts: 'Weitere Beiträge',
  newer: 'Neuer',
  older: 'Älter',
  page: (number, count) => `Seite ${number} von ${count}`,
  draft: 'Entwurf',
  scheduled: 'Geplant',
  expired: 'Abgelaufen',
  superseded: 'Dieser Beitrag ist überholt.',
  retracted: 'Dieser Beitrag wurde zurückgezogen.',
  readInstead: 'Stattdessen lesen:',
  corrections: 'Berichtigungen',
  license: 'Lizenz',
  discussion: 'Diskussion',
  severity: 'Schweregrad',
  affected: 'Betroffen',
  fixed: 'Behoben in',
  feed: 'Feed',
  notFound: 'Seite nicht gefunden',
  notFoundText:
    'Unter dieser Adresse gibt es keine Seite. Vielleicht ist sie umgezogen, oder der Link enthält einen Tippfehler.',
  movedTo: 'Diese Seite ist umgezogen nach',
}

import { dayInWords, joinNames, readingTime, wayBack } from '../phrases.ts'
import { oneOrMany, plural } from '../plural.ts'
import type { Strings } from '../words.ts'

const months =
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'

/** Italian. */
export const it: Strings = {
  lang: 'it',
  direction: 'ltr',
  notes: 'Note',
  footnote: (number) => `Nota ${number}`,
  backToText: wayBack(
    (number) => `Torna al testo, nota ${number}`,
    (number, ordinal) => `Torna al testo, nota ${number}, richiamo ${ordinal}`,
  ),
  keyFacts: 'In breve',
  skipToContent: 'Vai al contenuto',
  mainNavigation: 'Menu principale',
  home: 'Pagina iniziale',
  archive: 'Archivio',
  tags: 'Etichette',
  tagged: (tag) => `Etichetta «${tag}»`,
  series: (id) => `Serie: ${id}`,
  partOf: (part, count) => `Parte ${part} di ${count}`,
  contents: 'Indice',
  allPosts: 'Tutti gli articoli',
  posts: plural(oneOrMany, { one: '# articolo', other: '# articoli' }),
  noPosts: 'Qui non è stato ancora pubblicato nulla.',
  published: 'Pubblicato',
  updated: 'Aggiornato',
  by: (names) => `Di ${names}`,
  names: joinNames(', ', ' e '),
  guestPost: 'Articolo ospite',
  minutes: readingTime(
    (count) => `${count} min di lettura`,
    (count) => `(${count} con le note)`,
  ),
  day: dayInWords(months, ({ day, year }, month) => `${day} ${month} ${year}`),
  morePosts: 'Altri articoli',
  newer: 'Più recente',
  older: 'Meno recente',
  page: (number, count) => `Pagina ${number} di ${count}`,
  draft: 'Bozza',
  scheduled: 'Programmato',
  expired: 'Scaduto',
  superseded: 'Questo articolo è stato sostituito.',
  retracted: 'Questo articolo è stato ritirato.',
  readInstead: 'Da leggere al suo posto:',
  corrections: 'Rettifiche',
  license: 'Licenza',
  discussion: 'Discussione',
  severity: 'Gravità',
  affected: 'Interessato',
  fixed: 'Corretto in',
  feed: 'Feed',
  notFound: 'Pagina non trovata',
  notFoundText:
    'A questo indirizzo non c’è alcuna pagina. Forse è stata spostata, o il collegamento contiene un errore.',
  movedTo: 'Questa pagina si è spostata a',
}

import { dayInWords, joinNames, readingTime, wayBack } from '../phrases.ts'
import { plural, polish } from '../plural.ts'
import type { Strings } from '../words.ts'

const months =
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia'

/** Polish. */
export const pl: Strings = {
  lang: 'pl',
  direction: 'ltr',
  notes: 'Przypisy',
  footnote: (number) => `Przypis ${number}`,
  backToText: wayBack(
    (number) => `Powrót do tekstu, przypis ${number}`,
    (number, ordinal) => `Powrót do tekstu, przypis ${number}, miejsce ${ordinal}`,
  ),
  keyFacts: 'Najważniejsze fakty',
  skipToContent: 'Przejdź do treści',
  mainNavigation: 'Menu główne',
  home: 'Strona główna',
  archive: 'Archiwum',
  tags: 'Tagi',
  tagged: (tag) => `Tag „${tag}”`,
  series: (id) => `Seria: ${id}`,
  partOf: (part, count) => `Część ${part} z ${count}`,
  contents: 'Spis treści',
  allPosts: 'Wszystkie wpisy',
  posts: plural(polish, { one: '# wpis', few: '# wpisy', many: '# wpisów', other: '# wpisu' }),
  noPosts: 'Nic tu jeszcze nie opublikowano.',
  published: 'Opublikowano',
  updated: 'Zaktualizowano',
  by: (names) => `Autor: ${names}`,
  names: joinNames(', ', ' i '),
  guestPost: 'Wpis gościnny',
  minutes: readingTime(
    (count) => `${count} min czytania`,
    (count) => `(${count} z przypisami)`,
  ),
  day: dayInWords(months, ({ day, year }, month) => `${day} ${month} ${year}`),
  morePosts: 'Więcej wpisów',
  newer: 'Nowszy',
  older: 'Starszy',
  page: (number, count) => `Strona ${number} z ${count}`,
  draft: 'Szkic',
  scheduled: 'Zaplanowany',
  expired: 'Wygasły',
  superseded: 'Ten wpis został zastąpiony.',
  retracted: 'Ten wpis został wycofany.',
  readInstead: 'Zamiast niego warto przeczytać:',
  corrections: 'Sprostowania',
  license: 'Licencja',
  discussion: 'Dyskusja',
  severity: 'Waga',
  affected: 'Dotyczy',
  fixed: 'Naprawiono w',
  feed: 'Kanał',
  notFound: 'Nie znaleziono strony',
  notFoundText:
    'Pod tym adresem nie ma strony. Mogła zostać przeniesiona albo w odnośniku jest błąd.',
  movedTo: 'Ta strona została przeniesiona pod adres',
}

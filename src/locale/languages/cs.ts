import { dayInWords, joinNames, readingTime, wayBack } from '../phrases.ts'
import { czech, plural } from '../plural.ts'
import type { Strings } from '../words.ts'

const months = 'ledna února března dubna května června července srpna září října listopadu prosince'

/** Czech. */
export const cs: Strings = {
  lang: 'cs',
  direction: 'ltr',
  notes: 'Poznámky',
  footnote: (number) => `Poznámka ${number}`,
  backToText: wayBack(
    (number) => `Zpět do textu, poznámka ${number}`,
    (number, ordinal) => `Zpět do textu, poznámka ${number}, místo ${ordinal}`,
  ),
  keyFacts: 'To hlavní',
  skipToContent: 'Přejít k obsahu',
  mainNavigation: 'Hlavní nabídka',
  home: 'Úvodní stránka',
  archive: 'Archiv',
  tags: 'Štítky',
  tagged: (tag) => `Štítek „${tag}“`,
  series: (id) => `Seriál: ${id}`,
  partOf: (part, count) => `Díl ${part} z ${count}`,
  contents: 'Obsah',
  allPosts: 'Všechny články',
  posts: plural(czech, { one: '# článek', few: '# články', other: '# článků' }),
  noPosts: 'Zatím tu nic nevyšlo.',
  published: 'Vydáno',
  updated: 'Aktualizováno',
  by: (names) => `Autor: ${names}`,
  names: joinNames(', ', ' a '),
  guestPost: 'Hostující autor',
  minutes: readingTime(
    (count) => `${count} min čtení`,
    (count) => `(${count} s poznámkami)`,
  ),
  day: dayInWords(months, ({ day, year }, month) => `${day}. ${month} ${year}`),
  morePosts: 'Další články',
  newer: 'Novější',
  older: 'Starší',
  page: (number, count) => `Strana ${number} z ${count}`,
  draft: 'Koncept',
  scheduled: 'Naplánováno',
  expired: 'Platnost skončila',
  superseded: 'Tento článek byl nahrazen.',
  retracted: 'Tento článek byl stažen.',
  readInstead: 'Místo něj čtěte:',
  corrections: 'Opravy',
  license: 'Licence',
  discussion: 'Diskuse',
  severity: 'Závažnost',
  affected: 'Týká se',
  fixed: 'Opraveno v',
  feed: 'Kanál',
  notFound: 'Stránka nenalezena',
  notFoundText:
    'Na této adrese žádná stránka není. Možná se přestěhovala, nebo je v odkazu překlep.',
  movedTo: 'Tato stránka se přestěhovala na',
}

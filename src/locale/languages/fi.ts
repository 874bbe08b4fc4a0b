import { dayInWords, joinNames, readingTime, wayBack } from '../phrases.ts'
import { oneOrMany, plural } from '../plural.ts'
import type { Strings } from '../words.ts'

const months =
  'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta'

/** Finnish. */
export const fi: Strings = {
  lang: 'fi',
  direction: 'ltr',
  notes: 'Viitteet',
  footnote: (number) => `Alaviite ${number}`,
  backToText: wayBack(
    (number) => `Takaisin tekstiin, viite ${number}`,
    (number, ordinal) => `Takaisin tekstiin, viite ${number}, kohta ${ordinal}`,
  ),
  keyFacts: 'Lyhyesti',
  skipToContent: 'Siirry sisältöön',
  mainNavigation: 'Päävalikko',
  home: 'Etusivu',
  archive: 'Arkisto',
  tags: 'Avainsanat',
  tagged: (tag) => `Avainsana ”${tag}”`,
  series: (id) => `Sarja: ${id}`,
  partOf: (part, count) => `Osa ${part}/${count}`,
  contents: 'Sisällys',
  allPosts: 'Kaikki kirjoitukset',
  posts: plural(oneOrMany, { one: '# kirjoitus', other: '# kirjoitusta' }),
  noPosts: 'Täällä ei ole vielä julkaistu mitään.',
  published: 'Julkaistu',
  updated: 'Päivitetty',
  by: (names) => `Kirjoittanut ${names}`,
  names: joinNames(', ', ' ja '),
  guestPost: 'Vieraskirjoitus',
  minutes: readingTime(
    (count) => `${count} min lukuaika`,
    (count) => `(${count} viitteineen)`,
  ),
  day: dayInWords(months, ({ day, year }, month) => `${day}. ${month} ${year}`),
  morePosts: 'Lisää kirjoituksia',
  newer: 'Uudempi',
  older: 'Vanhempi',
  page: (number, count) => `Sivu ${number}/${count}`,
  draft: 'Luonnos',
  scheduled: 'Ajastettu',
  expired: 'Vanhentunut',
  superseded: 'Tämä kirjoitus on korvattu uudella.',
  retracted: 'Tämä kirjoitus on vedetty takaisin.',
  readInstead: 'Lue sen sijaan:',
  corrections: 'Oikaisut',
  license: 'Lisenssi',
  discussion: 'Keskustelu',
  severity: 'Vakavuus',
  affected: 'Koskee',
  fixed: 'Korjattu versiossa',
  feed: 'Syöte',
  notFound: 'Sivua ei löydy',
  notFoundText:
    'Tässä osoitteessa ei ole sivua. Se on voinut siirtyä, tai linkissä on kirjoitusvirhe.',
  movedTo: 'Tämä sivu on siirtynyt osoitteeseen',
}

import { dayInWords, joinNames, readingTime, wayBack } from '../phrases.ts'
import { oneOrMany, plural } from '../plural.ts'
import type { Strings } from '../words.ts'

const months = 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık'

/** Turkish. */
export const tr: Strings = {
  lang: 'tr',
  direction: 'ltr',
  notes: 'Notlar',
  footnote: (number) => `Dipnot ${number}`,
  backToText: wayBack(
    (number) => `Metne dön, not ${number}`,
    (number, ordinal) => `Metne dön, not ${number}, yer ${ordinal}`,
  ),
  keyFacts: 'Öne çıkanlar',
  skipToContent: 'İçeriğe geç',
  mainNavigation: 'Ana menü',
  home: 'Ana sayfa',
  archive: 'Arşiv',
  tags: 'Etiketler',
  tagged: (tag) => `“${tag}” etiketi`,
  series: (id) => `Dizi: ${id}`,
  partOf: (part, count) => `Bölüm ${part} / ${count}`,
  contents: 'İçindekiler',
  allPosts: 'Tüm yazılar',
  posts: plural(oneOrMany, { other: '# yazı' }),
  noPosts: 'Burada henüz bir şey yayımlanmadı.',
  published: 'Yayımlanma',
  updated: 'Güncelleme',
  by: (names) => `Yazan: ${names}`,
  names: joinNames(', ', ' ve '),
  guestPost: 'Konuk yazı',
  minutes: readingTime(
    (count) => `${count} dk okuma`,
    (count) => `(notlarla ${count})`,
  ),
  day: dayInWords(months, ({ day, year }, month) => `${day} ${month} ${year}`),
  morePosts: 'Diğer yazılar',
  newer: 'Daha yeni',
  older: 'Daha eski',
  page: (number, count) => `Sayfa ${number} / ${count}`,
  draft: 'Taslak',
  scheduled: 'Zamanlanmış',
  expired: 'Süresi dolmuş',
  superseded: 'Bu yazının yerini bir başkası aldı.',
  retracted: 'Bu yazı geri çekildi.',
  readInstead: 'Bunun yerine okuyun:',
  corrections: 'Düzeltmeler',
  license: 'Lisans',
  discussion: 'Tartışma',
  severity: 'Önem derecesi',
  affected: 'Etkilenen',
  fixed: 'Düzeltildiği sürüm',
  feed: 'Besleme',
  notFound: 'Sayfa bulunamadı',
  notFoundText:
    'Bu adreste bir sayfa yok. Taşınmış olabilir ya da bağlantı yanlış yazılmış olabilir.',
  movedTo: 'Bu sayfanın yeni adresi:',
}

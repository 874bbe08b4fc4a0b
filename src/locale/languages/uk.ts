import { dayInWords, joinNames, readingTime, wayBack } from '../phrases.ts'
import { eastSlavic, plural } from '../plural.ts'
import type { Strings } from '../words.ts'

const months =
  'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'

/** Ukrainian. */
export const uk: Strings = {
  lang: 'uk',
  direction: 'ltr',
  notes: 'Примітки',
  footnote: (number) => `Виноска ${number}`,
  backToText: wayBack(
    (number) => `Назад до тексту, примітка ${number}`,
    (number, ordinal) => `Назад до тексту, примітка ${number}, місце ${ordinal}`,
  ),
  keyFacts: 'Головне',
  skipToContent: 'Перейти до вмісту',
  mainNavigation: 'Головне меню',
  home: 'Головна',
  archive: 'Архів',
  tags: 'Мітки',
  tagged: (tag) => `Мітка «${tag}»`,
  series: (id) => `Цикл: ${id}`,
  partOf: (part, count) => `Частина ${part} з ${count}`,
  contents: 'Зміст',
  allPosts: 'Усі дописи',
  posts: plural(eastSlavic, {
    one: '# допис',
    few: '# дописи',
    many: '# дописів',
    other: '# допису',
  }),
  noPosts: 'Тут ще нічого не опубліковано.',
  published: 'Опубліковано',
  updated: 'Оновлено',
  by: (names) => `Автор: ${names}`,
  names: joinNames(', ', ' і '),
  guestPost: 'Гостьовий допис',
  minutes: readingTime(
    (count) => `${count} хв читання`,
    (count) => `(${count} з примітками)`,
  ),
  day: dayInWords(months, ({ day, year }, month) => `${day} ${month} ${year} р.`),
  morePosts: 'Інші дописи',
  newer: 'Новіший',
  older: 'Старіший',
  page: (number, count) => `Сторінка ${number} з ${count}`,
  draft: 'Чернетка',
  scheduled: 'Заплановано',
  expired: 'Термін минув',
  superseded: 'Цей допис замінено новим.',
  retracted: 'Цей допис відкликано.',
  readInstead: 'Читайте натомість:',
  corrections: 'Виправлення',
  license: 'Ліцензія',
  discussion: 'Обговорення',
  severity: 'Небезпека',
  affected: 'Уражено',
  fixed: 'Виправлено в',
  feed: 'Стрічка',
  notFound: 'Сторінку не знайдено',
  notFoundText: 'За цією адресою сторінки немає. Можливо, її перенесено або в посиланні помилка.',
  movedTo: 'Цю сторінку перенесено на',
}

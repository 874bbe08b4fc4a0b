import { dayInWords, joinNames, readingTime, wayBack } from '../phrases.ts'
import { oneOrMany, plural } from '../plural.ts'
import type { Strings } from '../words.ts'

const months =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'

/** Spanish. */
export const es: Strings = {
  lang: 'es',
  direction: 'ltr',
  notes: 'Notas',
  footnote: (number) => `Nota al pie ${number}`,
  backToText: wayBack(
    (number) => `Volver al texto, nota ${number}`,
    (number, ordinal) => `Volver al texto, nota ${number}, llamada ${ordinal}`,
  ),
  keyFacts: 'Datos clave',
  skipToContent: 'Ir al contenido',
  mainNavigation: 'Menú principal',
  home: 'Inicio',
  archive: 'Archivo',
  tags: 'Etiquetas',
  tagged: (tag) => `Etiqueta «${tag}»`,
  series: (id) => `Serie: ${id}`,
  partOf: (part, count) => `Parte ${part} de ${count}`,
  contents: 'Índice',
  allPosts: 'Todas las entradas',
  posts: plural(oneOrMany, { one: '# entrada', other: '# entradas' }),
  noPosts: 'Aquí todavía no se ha publicado nada.',
  published: 'Publicado',
  updated: 'Actualizado',
  by: (names) => `Por ${names}`,
  names: joinNames(', ', ' y '),
  guestPost: 'Autor invitado',
  minutes: readingTime(
    (count) => `${count} min de lectura`,
    (count) => `(${count} con las notas)`,
  ),
  day: dayInWords(months, ({ day, year }, month) => `${day} de ${month} de ${year}`),
  morePosts: 'Más entradas',
  newer: 'Más reciente',
  older: 'Más antigua',
  page: (number, count) => `Página ${number} de ${count}`,
  draft: 'Borrador',
  scheduled: 'Programada',
  expired: 'Caducada',
  superseded: 'Esta entrada ha sido sustituida.',
  retracted: 'Esta entrada ha sido retirada.',
  readInstead: 'Léase en su lugar:',
  corrections: 'Correcciones',
  license: 'Licencia',
  discussion: 'Debate',
  severity: 'Gravedad',
  affected: 'Afectado',
  fixed: 'Corregido en',
  feed: 'Canal web',
  notFound: 'Página no encontrada',
  notFoundText:
    'No hay ninguna página en esta dirección. Puede que se haya movido o que el enlace esté mal escrito.',
  movedTo: 'Esta página se ha trasladado a',
}

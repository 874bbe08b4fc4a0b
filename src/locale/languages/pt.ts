import { dayInWords, joinNames, readingTime, wayBack } from '../phrases.ts'
import { noneOrOne, plural } from '../plural.ts'
import type { Strings } from '../words.ts'

const months =
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'

/** Portuguese. */
export const pt: Strings = {
  lang: 'pt',
  direction: 'ltr',
  notes: 'Notas',
  footnote: (number) => `Nota de rodapé ${number}`,
  backToText: wayBack(
    (number) => `Voltar ao texto, nota ${number}`,
    (number, ordinal) => `Voltar ao texto, nota ${number}, chamada ${ordinal}`,
  ),
  keyFacts: 'Em resumo',
  skipToContent: 'Ir para o conteúdo',
  mainNavigation: 'Menu principal',
  home: 'Início',
  archive: 'Arquivo',
  tags: 'Etiquetas',
  tagged: (tag) => `Etiqueta “${tag}”`,
  series: (id) => `Série: ${id}`,
  partOf: (part, count) => `Parte ${part} de ${count}`,
  contents: 'Índice',
  allPosts: 'Todos os textos',
  posts: plural(noneOrOne, { one: '# texto', other: '# textos' }),
  noPosts: 'Ainda não foi publicado nada aqui.',
  published: 'Publicado',
  updated: 'Atualizado',
  by: (names) => `Por ${names}`,
  names: joinNames(', ', ' e '),
  guestPost: 'Texto convidado',
  minutes: readingTime(
    (count) => `${count} min de leitura`,
    (count) => `(${count} com as notas)`,
  ),
  day: dayInWords(months, ({ day, year }, month) => `${day} de ${month} de ${year}`),
  morePosts: 'Mais textos',
  newer: 'Mais recente',
  older: 'Mais antigo',
  page: (number, count) => `Página ${number} de ${count}`,
  draft: 'Rascunho',
  scheduled: 'Agendado',
  expired: 'Expirado',
  superseded: 'Este texto foi substituído.',
  retracted: 'Este texto foi retirado.',
  readInstead: 'Leia em vez deste:',
  corrections: 'Correções',
  license: 'Licença',
  discussion: 'Discussão',
  severity: 'Gravidade',
  affected: 'Afetado',
  fixed: 'Corrigido em',
  feed: 'Feed',
  notFound: 'Página não encontrada',
  notFoundText:
    'Não existe página neste endereço. Talvez tenha mudado de lugar, ou o link esteja mal escrito.',
  movedTo: 'Esta página mudou para',
}

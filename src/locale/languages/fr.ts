import { dayInWords, joinNames, readingTime, wayBack } from '../phrases.ts'
import { noneOrOne, plural } from '../plural.ts'
import type { Strings } from '../words.ts'

const months =
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'

/** French. */
export const fr: Strings = {
  lang: 'fr',
  direction: 'ltr',
  notes: 'Notes',
  footnote: (number) => `Note de bas de page ${number}`,
  backToText: wayBack(
    (number) => `Retour au texte, note ${number}`,
    (number, ordinal) => `Retour au texte, note ${number}, appel ${ordinal}`,
  ),
  keyFacts: 'L’essentiel',
  skipToContent: 'Aller au contenu',
  mainNavigation: 'Menu principal',
  home: 'Accueil',
  archive: 'Archives',
  tags: 'Mots-clés',
  tagged: (tag) => `Mot-clé « ${tag} »`,
  series: (id) => `Série : ${id}`,
  partOf: (part, count) => `Partie ${part} sur ${count}`,
  contents: 'Sommaire',
  allPosts: 'Tous les articles',
  posts: plural(noneOrOne, { one: '# article', other: '# articles' }),
  noPosts: 'Rien n’a encore été publié ici.',
  published: 'Publié',
  updated: 'Mis à jour',
  by: (names) => `Par ${names}`,
  names: joinNames(', ', ' et '),
  guestPost: 'Article invité',
  minutes: readingTime(
    (count) => `${count} min de lecture`,
    (count) => `(${count} avec les notes)`,
  ),
  day: dayInWords(months, ({ day, year }, month) => `${day === 1 ? '1er' : day} ${month} ${year}`),
  morePosts: 'Autres articles',
  newer: 'Plus récent',
  older: 'Plus ancien',
  page: (number, count) => `Page ${number} sur ${count}`,
  draft: 'Brouillon',
  scheduled: 'Programmé',
  expired: 'Expiré',
  superseded: 'Cet article a été remplacé.',
  retracted: 'Cet article a été retiré.',
  readInstead: 'À lire plutôt :',
  corrections: 'Rectificatifs',
  license: 'Licence',
  discussion: 'Discussion',
  severity: 'Gravité',
  affected: 'Concerné',
  fixed: 'Corrigé dans',
  feed: 'Flux',
  notFound: 'Page introuvable',
  notFoundText:
    'Il n’y a pas de page à cette adresse. Elle a peut-être été déplacée, ou le lien comporte une faute.',
  movedTo: 'Cette page se trouve désormais à l’adresse',
}

import { dayInWords, joinNames, readingTime, wayBack } from '../phrases.ts'
import { oneOrMany, plural } from '../plural.ts'
import type { Strings } from '../words.ts'

const months =
  'January February March April May June July August September October November December'

/** English. */
export const en: Strings = {
  lang: 'en',
  direction: 'ltr',
  notes: 'Notes',
  footnote: (number) => `Footnote ${number}`,
  backToText: wayBack(
    (number) => `Back to the text, note ${number}`,
    (number, ordinal) => `Back to the text, note ${number}, place ${ordinal}`,
  ),
  keyFacts: 'Key facts',
  skipToContent: 'Skip to content',
  mainNavigation: 'Main',
  home: 'Home',
  archive: 'Archive',
  tags: 'Tags',
  tagged: (tag) => `Tagged “${tag}”`,
  series: (id) => `Series: ${id}`,
  partOf: (part, count) => `Part ${part} of ${count}`,
  contents: 'Contents',
  allPosts: 'All posts',
  posts: plural(oneOrMany, { one: '# post', other: '# posts' }),
  noPosts: 'Nothing has been published here yet.',
  published: 'Published',
  updated: 'Updated',
  by: (names) => `By ${names}`,
  names: joinNames(', ', ' and '),
  guestPost: 'Guest post',
  minutes: readingTime(
    (count) => `${count} min read`,
    (count) => `(${count} with notes)`,
  ),
  day: dayInWords(months, ({ day, year }, month) => `${day} ${month} ${year}`),
  morePosts: 'More posts',
  newer: 'Newer',
  older: 'Older',
  page: (number, count) => `Page ${number} of ${count}`,
  draft: 'Draft',
  scheduled: 'Scheduled',
  expired: 'Expired',
  superseded: 'This post has been superseded.',
  retracted: 'This post has been retracted.',
  readInstead: 'Read instead:',
  corrections: 'Corrections',
  license: 'License',
  discussion: 'Discussion',
  severity: 'Severity',
  affected: 'Affected',
  fixed: 'Fixed in',
  feed: 'Feed',
  notFound: 'Page not found',
  notFoundText: 'There is no page at this address. It may have moved, or the link may be mistyped.',
  movedTo: 'This page has moved to',
}

/** English where the month comes first. */
export const enUS: Strings = {
  ...en,
  lang: 'en-US',
  day: dayInWords(months, ({ day, year }, month) => `${month} ${day}, ${year}`),
}

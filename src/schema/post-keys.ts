import type { ContentDate } from '../model/content-date.ts'
import type { Author, SeriesPart } from '../model/front-matter.ts'
import { type Field, type Keys, mapped } from './field.ts'
import { linkAddress, oldPath, webAddress } from './fields/addresses.ts'
import { either, list, record } from './fields/collections.ts'
import { date } from './fields/date.ts'
import { cve, id, language, robots, slug, themeName } from './fields/names.ts'
import { choice, flag, wholeNumber } from './fields/plain-values.ts'
import { status } from './fields/status.ts'
import { tags } from './fields/tags.ts'
import { text } from './fields/text.ts'

const line = text()
const prose = text({ prose: true })

/** Writers: names, or mappings of `name` and `url`. */
export const authors: Field<readonly Author[]> = list(
  either<Author>(
    mapped(text({ kind: 'a name' }), (name) => ({ name })),
    mapped(
      record({
        name: { field: line, description: 'The name.', example: 'Ada Lovelace', required: true },
        url: {
          field: linkAddress,
          description: 'Where to find out more about the person.',
          example: 'https://example.org/ada/',
        },
      }),
      ({ name = '', url }) => ({ name, url }),
    ),
  ),
)

/** How star notes are read; the same for one post and for the whole site. */
export const starMode = choice(['auto', 'on', 'off'])
/** What the marks of notes look like. */
export const noteMarks = choice(['number', 'authored', 'symbols'])

const image = record({
  src: {
    field: linkAddress,
    description: 'The file, relative to the post.',
    example: 'cover.png',
    required: true,
  },
  alt: {
    field: prose,
    description: 'Words for those who do not see the picture.',
    example: 'A brass padlock in a shop window',
    required: true,
  },
})

const series = record({
  id: {
    field: line,
    description: 'What the parts have in common; part of the address of the series.',
    example: 'locks',
    required: true,
  },
  part: {
    field: wholeNumber(1, 10_000),
    description: 'The number of this part, from 1. Without it the parts are in order of date.',
    example: '2',
  },
  title: {
    field: prose,
    description:
      'What the series is called. One part that says so is enough; without it, the id as words.',
    example: 'Locks and promises',
  },
})

const advisory = record({
  cve: { field: list(cve), description: 'CVE numbers.', example: '[CVE-2017-13077]' },
  severity: { field: line, description: 'How bad it is, in a word.', example: 'high' },
  affected: {
    field: list(prose),
    description: 'What is affected.',
    example: '[wpa_supplicant 2.6]',
  },
  fixed: {
    field: list(prose),
    description: 'What is not, any more.',
    example: '[wpa_supplicant 2.7]',
  },
})

/** Every key of the front matter of a post or page, in the order of the manual. */
export const postKeys = {
  id: {
    field: id,
    description:
      'What the post is known by in feeds and in the ids of its notes, whatever becomes of its title and address; a post of another blog may have the address that identified it in feeds there. Never change it.',
    example: 'k7q2m4xw',
    fallback: 'made from the path of the file; `ibid freeze` writes one',
    decisive: true,
  },
  title: {
    field: prose,
    description: 'The title, as plain text.',
    example: 'Who holds the spare key',
    fallback: 'the first heading, else the name of the file, with a warning',
    decisive: true,
  },
  subtitle: {
    field: prose,
    description: 'A second, smaller title.',
    example: 'And who else does',
  },
  pullquote: {
    field: prose,
    description: 'Words of the essay that are shown under the title.',
    example: 'A lid that has two keys soon has three.',
  },
  slug: {
    field: slug,
    description: 'The last part of the address.',
    example: 'who-holds-the-spare-key',
    fallback: 'the name of the file',
    decisive: true,
  },
  date: {
    field: date,
    description:
      'The day, or the time with its zone, of first publication. A post dated in the future is kept out.',
    example: '2017-10-17',
    fallback: 'the day of the first commit, else of the file, with a warning',
    decisive: true,
  },
  updated: { field: date, description: 'The day of the last change.', example: '2017-10-19' },
  publishAt: {
    field: date,
    description: 'When the post appears, if that is not its date.',
    example: '2017-10-18T06:00:00Z',
    decisive: true,
  },
  expires: {
    field: date,
    description: 'When the post is taken out of the site again.',
    example: '2018-10-17',
    decisive: true,
  },
  draft: {
    field: flag,
    description: 'Keeps the post out of every page and feed.',
    example: 'true',
    fallback: 'false',
    decisive: true,
  },
  status: {
    field: status,
    description: 'Says that the post is `superseded` or `retracted`, and by which post.',
    example: '  superseded: true\n  by: the-spare-key-again',
  },
  updates: {
    field: list(
      mapped(
        record({
          date: { field: date, description: 'The day.', example: '2017-10-19', required: true },
          note: {
            field: prose,
            description: 'What was changed.',
            example: 'Added the list of patched versions.',
            required: true,
          },
        }),
        ({ date: day, note = '' }) => ({ date: day as ContentDate, note }),
      ),
    ),
    description: 'The log of corrections.',
    example: '  - date: 2017-10-19\n    note: Added the list of patched versions.',
  },
  authors: {
    field: authors,
    description: 'Who wrote it: names, or `name` and `url`.',
    example: '[Ada Lovelace]',
    fallback: 'the authors of the site',
  },
  guest: {
    field: flag,
    description: 'Says that the authors are guests of the site.',
    example: 'true',
    fallback: 'false',
  },
  tags: { field: tags, description: 'Tags.', example: '[wifi, disclosure]' },
  series: {
    field: either<SeriesPart>(
      mapped(line, (name) => ({ id: name })),
      mapped(series, ({ id: name = '', part, title }) => ({ id: name, part, title })),
    ),
    description: 'The series that the post is part of.',
    example: '  id: locks\n  part: 2',
  },
  lang: {
    field: language,
    description: 'The language of the post, as a BCP 47 tag.',
    example: 'en-GB',
    fallback: 'the language of the site',
  },
  translationOf: {
    field: line,
    description: 'The post that this one is a translation of: its id, slug or file.',
    example: 'who-holds-the-spare-key',
  },
  summary: {
    field: prose,
    description: 'A sentence or two for lists, feeds and search engines.',
    example: 'Wifi is broken. What to do today.',
    fallback: 'the beginning of the post',
    otherName: 'description',
  },
  image: {
    field: mapped(image, ({ src = '', alt = '' }) => ({ src, alt })),
    description: 'The picture that stands for the post.',
    example: '  src: cover.png\n  alt: A brass padlock in a shop window',
  },
  aliases: {
    field: list(oldPath),
    description: 'Former addresses on this site; each leads to the post.',
    example: '[/2017/10/spare-key/]',
    decisive: true,
  },
  canonical: {
    field: webAddress,
    description: 'The address of the original, if the post first appeared elsewhere.',
    example: 'https://example.com/spare-key/',
  },
  license: {
    field: line,
    description: 'The licence: its name, SPDX identifier or address.',
    example: 'CC BY-SA 4.0',
    fallback: 'the licence of the site',
  },
  discuss: {
    field: list(
      mapped(
        record({
          site: { field: line, description: 'The name.', example: 'Lobsters', required: true },
          url: {
            field: webAddress,
            description: 'The address.',
            example: 'https://lobste.rs/s/abc123',
            required: true,
          },
        }),
        ({ site = '', url = '' }) => ({ site, url }),
      ),
    ),
    description: 'Where the post is discussed.',
    example: '  - site: Lobsters\n    url: https://lobste.rs/s/abc123',
  },
  advisory: {
    field: mapped(advisory, ({ cve: numbers = [], severity, affected = [], fixed = [] }) => ({
      cve: numbers,
      severity,
      affected,
      fixed,
    })),
    description: 'What a security advisory is about: `cve`, `severity`, `affected`, `fixed`.',
    example:
      '  cve: [CVE-2017-13077]\n  severity: high\n  affected: [wpa_supplicant 2.6]\n  fixed: [wpa_supplicant 2.7]',
  },
  feed: {
    field: choice(['full', 'summary']),
    description: 'What feeds hold of the post: all of it, or its `summary` and a link.',
    example: 'summary',
    fallback: 'full',
  },
  notes: {
    field: record({
      stars: {
        field: starMode,
        description: 'Whether `word*` calls a note that begins with `*`.',
        example: 'auto',
      },
      marks: {
        field: noteMarks,
        description: 'What marks look like: numbers, as they were typed, or `* † ‡ §`.',
        example: 'symbols',
      },
      style: {
        field: line,
        description: 'A form of notes that the theme knows.',
        example: 'margin',
      },
    }),
    description: 'How the notes of this post are read and shown: `stars`, `marks`, `style`.',
    example: '  marks: symbols',
    fallback: 'as for the whole site',
  },
  toc: {
    field: flag,
    description: 'Whether there is a table of contents.',
    example: 'false',
    fallback: 'from three headings on',
  },
  math: {
    field: flag,
    description: 'Whether `$…$` is a formula in TeX.',
    example: 'true',
    fallback: 'as for the whole site',
  },
  theme: {
    field: themeName,
    description: 'A theme for this post alone.',
    example: 'bulletin',
    fallback: 'the theme of the site',
  },
  robots: {
    field: robots,
    description: 'What search engines may do, as in `<meta name="robots">`.',
    example: 'noindex',
  },
} as const satisfies Keys

/** The type of the table. */
export type PostKeys = typeof postKeys

import { type Field, type Keys, mapped } from './field.ts'
import { abbreviations } from './fields/abbreviations.ts'
import { contactAddress, host, linkAddress, secureAddress, webAddress } from './fields/addresses.ts'
import { either, list, record } from './fields/collections.ts'
import { date } from './fields/date.ts'
import { language, themeName } from './fields/names.ts'
import { permalink } from './fields/permalink.ts'
import { choice, flag, wholeNumber } from './fields/plain-values.ts'
import { siteUrl } from './fields/site-url.ts'
import { text } from './fields/text.ts'
import { authors, noteMarks, starMode } from './post-keys.ts'

const line = text()
const prose = text({ prose: true })

const link = record({
  title: { field: prose, description: 'The words of the link.', example: 'About', required: true },
  href: {
    field: linkAddress,
    description: 'A path of this site, or an address.',
    example: '/about/',
    required: true,
  },
})

/** A section with one switch, for which the switch alone may stand. */
function switchSection<Name extends string>(
  name: Name,
  description: string,
): Field<{ readonly [N in Name]?: boolean | undefined }> {
  type Section = { readonly [N in Name]?: boolean | undefined }
  const keys = { [name]: { field: flag, description, example: 'false' } }
  return either<Section>(
    mapped(flag, (on) => ({ [name]: on }) as Section),
    record(keys) as Field<Section>,
  )
}

const references = record({
  cve: {
    field: flag,
    description: 'Whether `CVE-2024-3094` leads to cve.org.',
    example: 'true',
    fallback: 'false',
  },
  cwe: {
    field: flag,
    description: 'Whether `CWE-79` leads to cwe.mitre.org.',
    example: 'true',
    fallback: 'false',
  },
  rfc: {
    field: flag,
    description: 'Whether `RFC 9116` leads to rfc-editor.org.',
    example: 'true',
    fallback: 'false',
  },
})
type References = NonNullable<ReturnType<typeof references.read>>

/** Every key of `content/site.yaml`, in the order of the manual. */
export const siteKeys = {
  title: {
    field: prose,
    description: 'The name of the site.',
    example: 'Marginal notes',
    fallback: 'Untitled, with a warning',
  },
  url: {
    field: siteUrl,
    description: 'The address of the home page. It may have a path.',
    example: 'https://example.org/blog/',
    fallback: 'http://localhost/, with a warning',
  },
  description: {
    field: prose,
    description: 'A sentence about the site, for feeds and search engines.',
    example: 'Essays on locks, and on who may open them.',
    fallback: 'empty, with a warning',
  },
  lang: {
    field: language,
    description: 'The language of the site, as a BCP 47 tag.',
    example: 'en-GB',
    fallback: 'en',
  },
  authors: {
    field: authors,
    description: 'Who writes where a post does not say: names, or `name` and `url`.',
    example: '[Ada Lovelace]',
    otherName: 'author',
  },
  license: {
    field: line,
    description: 'The licence of posts that name none.',
    example: 'CC BY-SA 4.0',
  },
  theme: {
    field: themeName,
    description: 'A theme in `themes/`, or a built-in one: `marginalia`, `bulletin`, `plain`.',
    example: 'marginalia',
    fallback: 'marginalia',
  },
  permalink: {
    field: permalink,
    description: 'The address of a post below `url`.',
    example: '/:year/:month/:slug/',
    fallback: '/posts/:slug/',
  },
  pageSize: {
    field: wholeNumber(1, 1000),
    description: 'How many posts stand on one page of the home list.',
    example: '20',
    fallback: '10',
  },
  nav: {
    field: list(mapped(link, ({ title = '', href = '' }) => ({ title, href }))),
    description: 'The links of the main navigation, in order.',
    example: '  - title: About\n    href: /about/',
  },
  feeds: {
    field: record({
      items: {
        field: wholeNumber(1, 20),
        description: 'How many posts a feed has.',
        example: '15',
        fallback: '20',
      },
      hub: {
        field: webAddress,
        description:
          'A WebSub hub that the main feeds name, so that readers can hear of a new post at once.',
        example: 'https://pubsubhubbub.appspot.com/',
        fallback: 'none; readers ask from time to time',
      },
    }),
    description: 'Feeds: `items`, `hub`.',
    example: '  items: 15',
  },
  notes: {
    field: record({
      stars: {
        field: starMode,
        description: 'Whether `word*` calls a note that begins with `*`.',
        example: 'off',
        fallback: 'auto',
      },
      marks: {
        field: noteMarks,
        description: 'What marks look like: numbers, as they were typed, or `* † ‡ §`.',
        example: 'symbols',
        fallback: 'number',
      },
    }),
    description: 'How notes are read and shown: `stars`, `marks`.',
    example: '  marks: symbols',
  },
  keyFacts: {
    field: switchSection(
      'automatic',
      'Whether a paragraph “Key facts:” and the list below it are key facts.',
    ),
    description: 'Key facts: `automatic`.',
    example: '  automatic: false',
    fallback: 'on',
  },
  code: {
    field: switchSection('highlight', 'Whether code is coloured.'),
    description: 'Blocks of code: `highlight`.',
    example: '  highlight: false',
    fallback: 'on',
  },
  abbreviations: {
    field: abbreviations,
    description: 'Short forms and what they stand for; essays explain them wherever they use them.',
    example: '  TLS: Transport Layer Security\n  CA: certificate authority',
  },
  references: {
    field: either<References>(
      mapped(flag, (on): References => ({ cve: on, cwe: on, rfc: on })),
      references,
    ),
    description: 'Which identifiers are links wherever they stand: `cve`, `cwe`, `rfc`.',
    example: '  cve: true\n  rfc: true',
    fallback: 'none',
  },
  math: {
    field: flag,
    description: 'Whether `$…$` is a formula in posts that do not say.',
    example: 'true',
    fallback: 'false',
  },
  html: {
    field: choice(['safe', 'drop']),
    description: 'What becomes of HTML in posts: `safe` keeps what is harmless, `drop` nothing.',
    example: 'drop',
    fallback: 'safe',
  },
  cards: {
    field: flag,
    description:
      'Whether a picture is made of each post’s title, to be shown where its address is shared.',
    example: 'true',
    fallback: 'false',
  },
  images: {
    field: record({
      remote: {
        field: list(host),
        description: 'Hosts of other sites from which posts may show pictures.',
        example: '[images.example.org]',
      },
    }),
    description: 'Pictures: `remote`.',
    example: '  remote: [images.example.org]',
    fallback: 'no other site',
  },
  security: {
    field: record({
      contact: {
        field: list(contactAddress),
        description: 'Whom to tell of a fault; without it there is no `security.txt`.',
        example: '[security@example.org]',
      },
      expires: {
        field: date,
        description:
          'Until when that is true, at most a year from now. There is no file without it.',
        example: '2027-01-01',
      },
      policy: {
        field: secureAddress,
        description: 'A page about how you deal with reports.',
        example: 'https://example.org/security-policy/',
      },
      encryption: {
        field: secureAddress,
        description: 'The key to encrypt a report with.',
        example: 'https://example.org/key.asc',
      },
      acknowledgments: {
        field: secureAddress,
        description: 'A page that thanks those who reported something.',
        example: 'https://example.org/thanks/',
      },
      languages: {
        field: list(language),
        description: 'Languages in which a report may be written.',
        example: '[en, de]',
      },
    }),
    description:
      '`/.well-known/security.txt` (RFC 9116): `contact`, `expires`, `policy`, `encryption`, `acknowledgments`, `languages`.',
    example: '  contact: [security@example.org]\n  expires: 2027-01-01',
  },
} as const satisfies Keys

/** The type of the table. */
export type SiteKeys = typeof siteKeys

import type { Element } from 'hast'
import type { Advisory, Author } from '../model/front-matter.ts'
import { absoluteAddressOf, type Post } from '../model/site.ts'
import { licenseLink } from './license-link.ts'
import type { PageFacts } from './page-facts.ts'

/** A value of JSON; what is undefined is left out. */
type Data =
  | string
  | number
  | boolean
  | undefined
  | readonly Data[]
  | { readonly [key: string]: Data }

/**
 * What a post is about, for programs: a `BlogPosting` (schema.org, 2025) in a data block, which no
 * browser runs and no content security policy needs to allow.
 *
 * @param image absolute address of a picture that stands for the post
 */
export function jsonLd(post: Post, page: PageFacts, image: string | undefined): Element {
  const data = blogPosting(post, page, image)
  return {
    type: 'element',
    tagName: 'script',
    properties: { type: 'application/ld+json' },
    children: [{ type: 'text', value: asScript({ '@context': 'https://schema.org', ...data }) }],
  }
}

function blogPosting(
  { essay, route, tags }: Post,
  page: PageFacts,
  image: string | undefined,
): { readonly [key: string]: Data } {
  const { front, words } = essay
  const { settings } = page.site
  const url = page.canonical ?? page.url(route)
  const authors = front.authors.length > 0 ? front.authors : settings.authors
  const changes = [front.updated, ...front.updates.map((update) => update.date)]
  const modified = changes
    .filter((date) => date !== undefined)
    .reduce((a, b) => (a && a.instant >= b.instant ? a : b), essay.date)
  return {
    '@type': 'BlogPosting',
    headline: essay.title,
    alternativeHeadline: front.subtitle,
    description: page.description || undefined,
    url,
    mainEntityOfPage: url,
    inLanguage: essay.lang,
    datePublished: essay.date?.text,
    dateModified: modified?.text,
    author: authors.map((author) => person(author, page)),
    image,
    keywords: listed(tags.map((tag) => tag.name)),
    wordCount: words.body + words.notes,
    license: licenseOf(front.license ?? settings.license),
    isPartOf: { '@type': 'Blog', name: settings.title, url: settings.url },
    correction: listed(
      front.updates.map(
        (update): Data => ({
          '@type': 'CorrectionComment',
          datePublished: update.date.text,
          text: update.note,
        }),
      ),
    ),
    creativeWorkStatus: front.status && statusWord[front.status.kind],
    about: front.advisory && advisory(front.advisory),
  }
}

/** The address of the licence where it has a known one, else its name. */
function licenseOf(license: string | undefined): Data {
  if (license === undefined || license === '') return undefined
  const { name, href } = licenseLink(license)
  return href ?? name
}

const statusWord = { superseded: 'Superseded', retracted: 'Retracted' } as const

function person({ name, url }: Author, { site }: PageFacts): Data {
  return { '@type': 'Person', name, url: url && absoluteAddressOf(site, url) }
}

/** What an advisory is about: the weaknesses by their identifiers, and its facts by name. */
function advisory({ cve, severity, affected, fixed }: Advisory): Data {
  return {
    '@type': 'Thing',
    name: cve.length > 0 ? cve.join(', ') : undefined,
    identifier: listed(
      cve.map((value): Data => ({ '@type': 'PropertyValue', propertyID: 'CVE', value })),
    ),
    sameAs: listed(cve.map((id) => `https://www.cve.org/CVERecord?id=${encodeURIComponent(id)}`)),
    additionalProperty: listed([
      ...(severity === undefined ? [] : [property('severity', severity)]),
      ...affected.map((value) => property('affected', value)),
      ...fixed.map((value) => property('fixed', value)),
    ]),
  }
}

function property(name: string, value: string): Data {
  return { '@type': 'PropertyValue', name, value }
}

function listed(values: readonly Data[]): Data {
  return values.length === 0 ? undefined : values
}

/**
 * JSON that cannot leave a `<script>`: no `<` (HTML, 13.1.2.1 and "restrictions for contents of script
 * elements"), and nothing that no page may hold.
 */
function asScript(data: Data): string {
  return JSON.stringify(data).replace(
    /[<\u007f-\u009f\u2028\u2029\p{Noncharacter_Code_Point}]/gu,
    (found) =>
      Array.from(
        { length: found.length },
        (_, i) => `\\u${found.charCodeAt(i).toString(16).padStart(4, '0')}`,
      ).join(''),
  )
}

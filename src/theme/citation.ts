import type { Post } from '../model/site.ts'
import { bylineOf } from './byline.ts'
import type { PageProps } from './contract.ts'

/** A post as others cite it. */
export interface Citation {
  /** One line of plain text, in the post's language. */
  readonly plain: string
  /** An entry for BibTeX and biblatex. */
  readonly bibtex: string
  /** CSL-JSON 1.0: a list of one item. */
  readonly cslJson: string
}

interface Facts {
  readonly names: readonly string[]
  readonly title: string
  readonly container: string
  /** `2017-10-17`, absent for a post without a date. */
  readonly day: string | undefined
  readonly url: string
  readonly lang: string
  readonly key: string
}

/** How to cite a post: its authors, title, site, day and lasting address. No day of access, which only the reader knows. */
export function citationOf({ essay, route }: Post, page: PageProps): Citation {
  const names = bylineOf(essay, page).map((author) => author.name)
  const day = essay.date?.day
  const facts: Facts = {
    names,
    title: essay.title,
    container: page.site.settings.title,
    day,
    url: essay.front.canonical ?? page.url(route),
    lang: essay.lang,
    key: keyOf(names[0] ?? page.site.settings.title, day, essay.slug),
  }
  return { plain: plainText(facts, page), bibtex: bibtex(facts), cslJson: cslJson(facts) }
}

function plainText({ names, title, container, day, url }: Facts, { strings }: PageProps): string {
  const stop = /[.!?…。！？؟]$/u.test(title) ? '' : '.'
  const where = [container, day === undefined ? '' : strings.day(day)].filter((part) => part !== '')
  const parts = [
    names.length > 0 ? `${strings.names(names)}.` : '',
    `“${title}${stop}”`,
    where.length > 0 ? `${where.join(', ')}.` : '',
    url,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** `writer2017patching`: ASCII, since old programs take nothing else. */
function keyOf(name: string, day: string | undefined, slug: string): string {
  const family = ascii(name.split(/\s+/u).at(-1) ?? '')
  const word = ascii(slug.split('-').find((each) => ascii(each).length > 2) ?? slug)
  return `${family}${day?.slice(0, 4) ?? ''}${word}` || 'post'
}

function ascii(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Source: Oren Patashnik, BibTeXing, 1988; biblatex 3.20, 2.1.1. */
function bibtex({ names, title, container, day, url, key }: Facts): string {
  const [year, month, dayOfMonth] = day?.split('-') ?? []
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', names.length > 0 ? `{${names.map(nameInBibtex).join(' and ')}}` : undefined],
    ['title', `{{${escaped(title)}}}`],
    ['howpublished', container === '' ? undefined : `{${escaped(container)}}`],
    ['year', year && `{${year}}`],
    ['month', month && months[Number(month) - 1]],
    ['day', dayOfMonth && `{${Number(dayOfMonth)}}`],
    ['url', `{${url}}`],
  ]
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = ${value}`],
  )
  return `@misc{${key},\n${lines.join(',\n')}\n}`
}

/** A name that BibTeX would take for several, or for a family name first, stands in braces of its own. */
function nameInBibtex(name: string): string {
  return /,|\band\b|\d/i.test(name) || /^the\s/i.test(name) ? `{${escaped(name)}}` : escaped(name)
}

const inLatex: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function escaped(text: string): string {
  return text.replace(/[\\{}$&#_%~^]/g, (sign) => inLatex[sign] ?? `\\${sign}`)
}

/** Source: the schema csl-data.json of the Citation Style Language, 1.0.2. */
function cslJson({ names, title, container, day, url, lang, key }: Facts): string {
  const item = {
    id: key,
    type: 'post-weblog',
    title,
    ...(names.length > 0 ? { author: names.map((literal) => ({ literal })) } : {}),
    ...(container === '' ? {} : { 'container-title': container }),
    ...(day === undefined ? {} : { issued: { 'date-parts': [day.split('-').map(Number)] } }),
    URL: url,
    language: lang,
  }
  return JSON.stringify([item], null, 2)
}

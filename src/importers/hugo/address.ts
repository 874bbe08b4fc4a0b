import type { ContentDate } from '../../model/content-date.ts'

/** What Hugo makes a page's address of. */
export interface HugoPlace {
  /** Folders below `content/`, the section first; without the bundle's own. */
  readonly folders: readonly string[]
  /** The file's name without ending and language, or that of its bundle. */
  readonly name: string
  readonly title: string | undefined
  readonly slug: string | undefined
  /** `url` of the front matter. */
  readonly url: string | undefined
  readonly date: ContentDate | undefined
  /** Stands before the address of a language that is not the default one. */
  readonly language: string | undefined
}

const months =
  'January February March April May June July August September October November December'.split(' ')
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

/**
 * The site-absolute path that Hugo gives a page, not percent-encoded and without the path of the site's own
 * address.
 *
 * @param pattern of `permalinks`, such as `/:year/:month/:slug/`; undefined where there is none for the section
 * @param ugly whether pages are files (`uglyURLs`)
 */
export function hugoAddress(place: HugoPlace, pattern: string | undefined, ugly: boolean): string {
  const prefix = place.language === undefined ? '' : `/${place.language}`
  if (place.url !== undefined) {
    const path = filled(place.url, place)
    return place.url.startsWith('/') ? path : `${prefix}${path}`
  }
  const path = pattern === undefined ? byFolders(place) : filled(pattern, place)
  return ugly && !path.endsWith('.html')
    ? `${prefix}${path.replace(/\/$/, '')}.html`
    : prefix + path
}

function byFolders({ folders, name, slug }: HugoPlace): string {
  const parts = [...folders, slug ?? name].map(urlPart).filter((part) => part !== '')
  return `/${parts.join('/')}/`
}

function filled(pattern: string, place: HugoPlace): string {
  const path = pattern.replace(/:([a-z]+)(\[[^\]]*\])?/g, (typed, token: string, range?: string) =>
    token === 'sections' && range !== undefined
      ? sliced(place.folders, range).map(urlPart).join('/')
      : (tokenValue(token, place) ?? typed),
  )
  const whole = `/${path}`.replace(/\/{2,}/g, '/')
  return /\/$|\.[a-z0-9]+$/i.test(whole) ? whole : `${whole}/`
}

function tokenValue(token: string, place: HugoPlace): string | undefined {
  const { folders, name, title, slug } = place
  const words: Readonly<Record<string, string | undefined>> = {
    title: title ?? name,
    slug: slug ?? title ?? name,
    slugorfilename: slug ?? name,
    slugorcontentbasename: slug ?? name,
    filename: name,
    contentbasename: name,
    section: folders[0] ?? '',
  }
  if (token === 'sections') return folders.map(urlPart).join('/')
  if (Object.hasOwn(words, token)) return urlPart(words[token] ?? '')
  return dateValue(token, place.date)
}

function dateValue(token: string, date: ContentDate | undefined): string | undefined {
  // Hugo's zero time.
  const [year = '', month = '', day = ''] = (date?.day ?? '0001-01-01').split('-')
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`)
  const first = Date.parse(`${year}-01-01T00:00:00Z`)
  const values: Readonly<Record<string, string>> = {
    year,
    month,
    day,
    monthname: (months[Number(month) - 1] ?? '').toLowerCase(),
    weekday: String(at.getUTCDay()),
    weekdayname: (weekdays[at.getUTCDay()] ?? '').toLowerCase(),
    yearday: String(Math.round((at.getTime() - first) / 86_400_000) + 1),
  }
  return Object.hasOwn(values, token) ? values[token] : undefined
}

/** `[1:]`, `[:2]`, `[last]` of a list of folders. */
function sliced(folders: readonly string[], range: string): readonly string[] {
  const place = (word: string, otherwise: number): number =>
    word === '' ? otherwise : word === 'last' ? folders.length - 1 : Number(word)
  const [from = '', to] = range.slice(1, -1).split(':')
  const start = place(from, 0)
  return folders.slice(start, to === undefined ? start + 1 : place(to, folders.length))
}

/** A part of an address as Hugo writes it: small letters, dashes for spaces, other signs left out. */
function urlPart(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, '-')
    .replace(/[^\p{L}\p{N}\p{M}._~+@-]/gu, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')
}

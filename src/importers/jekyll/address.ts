import type { ContentDate } from '../../model/content-date.ts'

/** What Jekyll makes an address of. */
export interface JekyllPlace {
  readonly kind: 'post' | 'page'
  /** The folder that it lies in, without `_posts`; `''` for the root. */
  readonly folder: string
  /** The file's name without date and ending. */
  readonly name: string
  readonly slug: string | undefined
  readonly categories: readonly string[]
  readonly date: ContentDate | undefined
}

const styles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
}

/**
 * The site-absolute path that Jekyll gives a post or page, not percent-encoded and without `baseurl`.
 *
 * @param permalink that of the site
 * @param own that of the front matter
 */
export function jekyllAddress(
  place: JekyllPlace,
  permalink: string,
  own: string | undefined,
): string {
  const wanted = own ?? (place.kind === 'post' ? permalink : pagePattern(permalink))
  const style = Object.hasOwn(styles, wanted) ? styles[wanted] : undefined
  const pattern =
    place.kind === 'page' && style !== undefined ? pagePattern(wanted) : (style ?? wanted)
  const path = `/${pattern.replace(/:([a-z_]+)/g, (typed, token: string) => value(token, place) ?? typed)}`
  const whole = path.replace(/\/{2,}/g, '/').replace(/\/index\.html$/, '/')
  return place.kind === 'page' && place.name === 'index' && own === undefined
    ? whole.replace(/\/index\/?$/, '/')
    : whole
}

/** Pages follow the end of the pattern of posts only. */
function pagePattern(permalink: string): string {
  const pattern = styles[permalink] ?? permalink
  if (pattern.endsWith('/')) return '/:path/:basename/'
  return pattern.endsWith(':output_ext') || pattern.endsWith('.html')
    ? '/:path/:basename:output_ext'
    : '/:path/:basename'
}

/** What jekyll-feed knows a post by, below the site's address: without ending, whatever the address has. */
export function jekyllFeedId(address: string, { slug, name }: JekyllPlace): string {
  const folder = address.replace(/\/$/, '').replace(/\/[^/]*$/, '')
  return `${folder}/${slug ?? name}`
}

const months =
  'January February March April May June July August September October November December'.split(' ')

function value(token: string, place: JekyllPlace): string | undefined {
  const { folder, name, slug, categories } = place
  const words: Readonly<Record<string, string>> = {
    categories: categories.map((each) => each.toLowerCase()).join('/'),
    slugified_categories: categories.map((each) => slugged(each).toLowerCase()).join('/'),
    title: slugged(slug ?? name),
    slug: slugged(slug ?? name).toLowerCase(),
    name: slugged(name).toLowerCase(),
    basename: name,
    path: folder,
    collection: 'posts',
    output_ext: '.html',
  }
  return Object.hasOwn(words, token) ? words[token] : dateValue(token, place.date)
}

function dateValue(token: string, date: ContentDate | undefined): string | undefined {
  const [year = '', month = '', day = ''] = (date?.day ?? '0000-00-00').split('-')
  const [, hour = '00', minute = '00', second = '00'] =
    /T(\d\d):(\d\d):(\d\d)/.exec(date?.text ?? '') ?? []
  const long = months[Number(month) - 1] ?? ''
  const at = Date.parse(`${year}-${month}-${day}T00:00:00Z`)
  const ofYear = Math.round((at - Date.parse(`${year}-01-01T00:00:00Z`)) / 86_400_000) + 1
  const values: Readonly<Record<string, string>> = {
    year,
    month,
    day,
    hour,
    minute,
    second,
    short_year: year.slice(2),
    i_month: String(Number(month)),
    i_day: String(Number(day)),
    y_day: String(ofYear).padStart(3, '0'),
    long_month: long,
    short_month: long.slice(0, 3),
  }
  return Object.hasOwn(values, token) ? values[token] : undefined
}

/** A slug as Jekyll makes it for addresses: other signs become dashes, capitals stay. */
function slugged(text: string): string {
  return text.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '')
}

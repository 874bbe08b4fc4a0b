import type { OutputPath } from '../model/paths.ts'
import type { Site } from '../model/site.ts'

/** Headers for the addresses that a pattern matches. No two rules give one address the same header. */
export interface HeaderRule {
  /** Site-absolute path; `*` at its end stands for any rest, `:name` for one segment. */
  readonly pattern: string
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** What the headers depend on. */
export interface HeaderFacts {
  readonly settings: Pick<Site['settings'], 'url' | 'images'>
  /** Every file of the site. */
  readonly paths: readonly OutputPath[]
}

const crossOrigin = ['Cross-Origin-Resource-Policy', 'cross-origin'] as const
const sameOrigin = ['Cross-Origin-Resource-Policy', 'same-origin'] as const

/** Names of feeds, wherever they stand, and what they are served as (RFC 4287, https://www.jsonfeed.org/version/1.1/). */
const feedTypes: Readonly<Record<string, string>> = {
  'feed.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
}

/** The one model of the headers of a site, from which every host's file is printed. */
export function headerRules({ settings, paths }: HeaderFacts): readonly HeaderRule[] {
  return [
    { pattern: '/*', headers: everywhere(settings) },
    {
      pattern: '/assets/*',
      headers: [['Cache-Control', 'public, max-age=31536000, immutable'], crossOrigin],
    },
    ...feedRules(paths),
    ...pagePatterns(paths).map((pattern) => ({ pattern, headers: [sameOrigin] })),
  ]
}

function everywhere(settings: HeaderFacts['settings']): HeaderRule['headers'] {
  const secure = settings.url.startsWith('https:')
  return [
    ['Content-Security-Policy', contentSecurityPolicy(settings.images.remote)],
    ...(secure ? [['Strict-Transport-Security', 'max-age=63072000'] as const] : []),
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
  ]
}

/**
 * The policy of every page: nothing but pictures, styles and fonts of the site itself.
 *
 * @param imageHosts hosts from which pictures may be shown too
 * @throws RangeError where a host is none, since it could smuggle in another directive
 */
export function contentSecurityPolicy(imageHosts: readonly string[]): string {
  for (const host of imageHosts)
    if (!/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/i.test(host))
      throw new RangeError(`Not the name of a host: ${JSON.stringify(host)}`)
  return [
    "default-src 'none'",
    ["img-src 'self'", ...imageHosts.map((host) => `https://${host}`)].join(' '),
    "style-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

function feedRules(paths: readonly OutputPath[]): HeaderRule[] {
  const patterns = new Map<string, string>()
  for (const path of paths) {
    const segments = path.split('/')
    const type = feedTypes[segments.at(-1) ?? '']
    if (type !== undefined) patterns.set(inGeneral(segments), type)
  }
  return [...patterns].sort(byCodeUnits).map(([pattern, type]) => ({
    pattern,
    headers: [['Content-Type', type], ['Access-Control-Allow-Origin', '*'], crossOrigin],
  }))
}

/** `tags/krack/feed.xml` → `/tags/:b/feed.xml`: hosts bound the number of rules, so one serves all tags. */
function inGeneral(segments: readonly string[]): string {
  const last = segments.length - 1
  const general = segments.map((segment, i) =>
    i === 0 || i === last ? encodeURI(segment) : `:${placeholder(i)}`,
  )
  return `/${general.join('/')}`
}

function placeholder(i: number): string {
  return String.fromCharCode(97 + (i % 26))
}

/** Patterns that match every page and nothing else: hosts join the values of rules that overlap. */
function pagePatterns(paths: readonly OutputPath[]): readonly string[] {
  const mixed = new Set(paths.filter((path) => !isPage(path)).map((path) => path.split('/')[0]))
  const patterns = new Set<string>()
  for (const path of paths.filter(isPage)) {
    const segments = path.replace(/index\.html$/, '').split('/')
    const [top = ''] = segments
    if (segments.length === 1) patterns.add(`/${encodeURI(top)}`)
    else if (!mixed.has(top)) patterns.add(`/${encodeURI(top)}/*`)
    else patterns.add(inGeneral(segments))
  }
  return [...patterns].sort()
}

function isPage(path: string): boolean {
  return path.endsWith('.html')
}

function byCodeUnits([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : a > b ? 1 : 0
}

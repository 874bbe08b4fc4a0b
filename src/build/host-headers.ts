import type { OutputPath } from '../model/paths.ts'
import type { Site } from '../model/site.ts'
import { contentSecurityPolicy } from '../theme/content-security-policy.ts'

/** Headers for the addresses that a pattern matches. No two rules give one address the same header. */
export interface HeaderRule {
  /** Site-absolute path; `*` at its end stands for any rest, `:name` for one segment. */
  readonly pattern: string
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/** What the headers depend on. */
export interface HeaderFacts {
  readonly settings: Pick<Site['settings'], 'url' | 'images'> & {
    readonly feeds?: { readonly hub?: string | undefined } | undefined
  }
  /** Every file of the site. */
  readonly paths: readonly OutputPath[]
  /** The pages that run a script of the site; none by default. */
  readonly scripted?: readonly OutputPath[] | undefined
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
export function headerRules(facts: HeaderFacts): readonly HeaderRule[] {
  const { settings, paths } = facts
  return [
    { pattern: '/*', headers: everywhere(facts) },
    ...policyRules(facts),
    {
      pattern: '/assets/*',
      headers: [['Cache-Control', 'public, max-age=31536000, immutable'], crossOrigin],
    },
    ...feedRules({ settings, paths }),
    ...plainTextRules(paths),
    ...pagePatterns(paths).map((pattern) => ({ pattern, headers: [sameOrigin] })),
  ]
}

function everywhere({ settings, scripted = [] }: HeaderFacts): HeaderRule['headers'] {
  const secure = settings.url.startsWith('https:')
  return [
    ...(scripted.length === 0 ? [policyOf(settings, false)] : []),
    ...(secure ? [['Strict-Transport-Security', 'max-age=63072000'] as const] : []),
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
  ]
}

/**
 * Where pages have scripts, each top folder gets a policy of its own and "everywhere" none: hosts join the
 * values of rules that overlap, and browsers then hold to all of them.
 */
function policyRules({ settings, paths, scripted = [] }: HeaderFacts): HeaderRule[] {
  if (scripted.length === 0) return []
  const active = new Set(scripted.map(topPattern))
  const patterns = new Set(['/', '/:a', ...paths.map(topPattern)])
  return [...patterns].sort().map((pattern) => ({
    pattern,
    headers: [policyOf(settings, active.has(pattern))],
  }))
}

/** `search/index.html` → `/search/*`; files at the top share one pattern. */
function topPattern(path: string): string {
  const [top = '', ...rest] = path.split('/')
  if (rest.length > 0) return `/${encodeURI(top)}/*`
  return path === 'index.html' ? '/' : '/:a'
}

function policyOf(settings: HeaderFacts['settings'], script: boolean) {
  return ['Content-Security-Policy', contentSecurityPolicy(settings, 'header', { script })] as const
}

/** How long programs may use a feed without asking again: half an hour, in seconds. */
const feedAge = 1800

function feedRules({ settings, paths }: HeaderFacts): HeaderRule[] {
  const rules = new Map<string, HeaderRule>()
  for (const path of paths) {
    const type = feedTypeOf(path)
    if (type === undefined) continue
    const segments = path.split('/')
    const pattern = inGeneral(segments)
    const headers = [
      ['Content-Type', type],
      ['Cache-Control', `public, max-age=${feedAge}`],
      ['Access-Control-Allow-Origin', '*'],
      crossOrigin,
      ...(segments.length === 1 ? hubOf(path, settings) : []),
    ] as const
    rules.set(pattern, { pattern, headers })
  }
  return [...rules].sort(byCodeUnits).map(([, rule]) => rule)
}

/** RFC 9116, 3: text of programs that must not guess its characters. */
function plainTextRules(paths: readonly OutputPath[]): HeaderRule[] {
  const text = '.well-known/security.txt'
  if (!paths.some((path) => path === text)) return []
  return [{ pattern: `/${text}`, headers: [['Content-Type', 'text/plain; charset=utf-8']] }]
}

function feedTypeOf(path: string): string | undefined {
  if (/^feeds\/[^/]+\.xml$/.test(path)) return feedTypes['feed.xml']
  return feedTypes[path.split('/').at(-1) ?? '']
}

/** Where subscribers may ask to be told of news: JSON has no place for it that WebSub knows (W3C WebSub, 4). */
function hubOf(path: string, { url, feeds }: HeaderFacts['settings']): HeaderRule['headers'] {
  if (feeds?.hub === undefined) return []
  const self = new URL(path, url).href
  return [['Link', `<${feeds.hub}>; rel="hub", <${self}>; rel="self"`]]
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

function byCodeUnits([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0
}

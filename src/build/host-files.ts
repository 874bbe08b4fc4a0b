import {
  type OutputPath,
  outputPath,
  outputPathOf,
  type RoutePath,
  routePath,
} from '../model/paths.ts'
import { hrefOf, type OutputFile, type Site } from '../model/site.ts'
import { type HeaderRule, headerRules } from './host-headers.ts'
import type { SiteRedirects } from './manifest.ts'
import type { OutputPlan } from './plan.ts'

/** Where hosts find the redirects of a site. */
export const redirectsPath = outputPath('_redirects')

/**
 * The files that tell a host how to serve the site: `_headers` and `_redirects`, in the form that Netlify
 * and Cloudflare Pages read.
 *
 * @param paths every other file of the site
 * @throws RangeError where a value cannot stand in a header
 */
export function hostFiles(
  site: Pick<Site, 'settings' | 'routes' | 'base'>,
  paths: readonly OutputPath[],
): readonly OutputFile[] {
  const scripted = site.routes.flatMap(({ kind, path }) =>
    kind === 'search' ? [outputPathOf(path)] : [],
  )
  const headers = printHeaders(headerRules({ settings: site.settings, paths, scripted }))
  const redirects = site.routes.flatMap((route) => (route.kind === 'redirect' ? [route] : []))
  return [
    {
      path: outputPath('_headers'),
      body: headers,
      stage: 'host',
      origin: 'the headers of the site',
    },
    {
      path: redirectsPath,
      body: printRedirects(redirects, site),
      stage: 'host',
      origin: 'the aliases of the posts',
    },
  ]
}

/**
 * `_headers`: a pattern a line, with its headers indented below.
 *
 * @see https://docs.netlify.com/routing/headers/
 * @throws RangeError where a line end, or another control character, would start a header of its own
 */
export function printHeaders(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ pattern, headers }) => {
      checkLine(pattern)
      const lines = headers.map(([name, value]) => {
        if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name))
          throw new RangeError(`Not the name of a header: ${JSON.stringify(name)}`)
        checkLine(value)
        return `  ${name}: ${value}\n`
      })
      return `${pattern}\n${lines.join('')}`
    })
    .join('')
}

/** `_redirects`: the old address, the new one and the status a line, percent-encoded. */
export function printRedirects(
  redirects: readonly { readonly path: RoutePath; readonly to: RoutePath }[],
  site: Pick<Site, 'base'>,
): string {
  return redirects
    .map(({ path, to }) => {
      const line = `${encodedPath(path)} ${hrefOf(site, to)} 301`
      checkLine(line)
      return `${line}\n`
    })
    .join('')
}

/** Percent-encoded; a question or number sign in a name is no end of the path, a star or a colon no pattern. */
function encodedPath(path: RoutePath): string {
  const codes: Readonly<Record<string, string>> = { '?': '%3F', '#': '%23', '*': '%2A', ':': '%3A' }
  return encodeURI(path).replaceAll(/[?#*:]/g, (sign) => codes[sign] ?? sign)
}

/** The redirects of a plan that has a `_redirects` of ours: the page of each alias, and where it leads. */
export function redirectsOf(plan: OutputPlan): SiteRedirects {
  const body = plan.get(redirectsPath)?.body
  return typeof body === 'string' ? redirectsFrom(body) : new Map()
}

/** The redirects of a `_redirects` of ours. */
export function redirectsFrom(text: string): SiteRedirects {
  const lines = text.split('\n').filter((line) => line.endsWith(' 301'))
  return new Map(
    lines.map((line) => {
      const [from = '', to = ''] = line.split(' ')
      return [outputPathOf(routePath(decodeURIComponent(from))), to]
    }),
  )
}

function checkLine(value: string): void {
  if (/[\0-\x1f\x7f]/.test(value))
    throw new RangeError(
      `A line end or another control character cannot stand in a header: ${JSON.stringify(value)}`,
    )
}

import type { Diagnostic } from '../model/diagnostic.ts'
import { diagnose } from '../model/diagnostic.ts'
import type { Essay, EssayLink } from '../model/essay.ts'
import { nearestName } from '../model/nearest-name.ts'
import { type OutputPath, outputPathOf, type RoutePath, routePath } from '../model/paths.ts'
import type { LinkResolver } from '../site/resolve-link.ts'

/** What the link check knows of the finished site. */
export interface LinkCheckInput {
  readonly essays: readonly {
    readonly essay: Pick<Essay, 'links'>
    readonly route: RoutePath
  }[]
  readonly resolve: LinkResolver
  /** Every file of the finished site. */
  readonly outputs: ReadonlySet<string>
  /** The ids of a finished page; undefined where the path is no page. */
  readonly idsOf: (path: OutputPath) => ReadonlySet<string> | undefined
  /** Paths below `content/`, for "did you mean". */
  readonly sources: readonly string[]
}

/** Findings about links to Markdown files that cannot be resolved: what a build has to say too. */
export function checkSourceLinks(
  input: Pick<LinkCheckInput, 'essays' | 'resolve' | 'sources'>,
): Diagnostic[] {
  return input.essays.flatMap(({ essay }) =>
    essay.links
      .filter((link) => link.kind === 'link')
      .flatMap((link) => sourceFinding(link, input) ?? []),
  )
}

function sourceFinding(
  link: EssayLink,
  { resolve, sources }: Pick<LinkCheckInput, 'resolve' | 'sources'>,
): Diagnostic | undefined {
  const target = resolve(link.url, link.source)
  if (target.kind === 'unpublished')
    return diagnose('LK103', {
      message: `${target.path} is a draft, is scheduled or has expired, so this link leads nowhere.`,
      file: link.source,
      place: link.place,
      hint: 'Publish that post, or take the link away until it is.',
    })
  if (target.kind !== 'missing') return undefined
  const near = nearestName(target.path, sources)
  return diagnose('LK101', {
    message: `There is no file ${target.path}.`,
    file: link.source,
    place: link.place,
    hint: near
      ? `Did you mean ${near}?`
      : 'Write the path of the file from this one, such as other-post.md.',
  })
}

/** Findings about links to pages and places that the finished site does not have. */
export function checkPageLinks(input: LinkCheckInput): Diagnostic[] {
  return input.essays.flatMap(({ essay, route }) =>
    essay.links
      .filter((link) => link.kind === 'link')
      .flatMap((link) => pageFinding(route, link, input) ?? []),
  )
}

function pageFinding(
  route: RoutePath,
  link: EssayLink,
  { resolve, outputs, idsOf }: LinkCheckInput,
): Diagnostic | undefined {
  const address = addressOf(link, route, resolve)
  if (!address) return undefined
  const at = { file: link.source, place: link.place }
  const file = fileOf(address.route, outputs)
  if (file === undefined) {
    const near = nearestName(address.route, [...outputs].map(routeOfOutput))
    return diagnose('LK101', {
      message: `The site has no page ${address.route}.`,
      ...at,
      hint: near
        ? `Did you mean ${near}?`
        : 'Link to the Markdown file of the post instead: its address is then found for you.',
    })
  }
  if (address.fragment === '') return undefined
  const ids = idsOf(file)
  if (!ids || ids.has(address.fragment)) return undefined
  const near = nearestName(address.fragment, ids)
  return diagnose('LK102', {
    message: `${address.route} has no place called #${address.fragment}.`,
    ...at,
    hint: near
      ? `Did you mean #${near}?`
      : 'A heading’s place is its words in lower case, with hyphens for spaces.',
  })
}

/** The page and the place on it that a link leads to; undefined where it leaves the site or is told of elsewhere. */
function addressOf(
  link: EssayLink,
  page: RoutePath,
  resolve: LinkResolver,
): { route: RoutePath; fragment: string } | undefined {
  const target = resolve(link.url, link.source)
  if (target.kind === 'route') return target
  const inner = target.kind === 'relative' || (target.kind === 'as-written' && /^#/.test(link.url))
  if (!inner) return undefined
  const base = new URL(encodeURI(page), 'http://site.invalid')
  const url = URL.canParse(link.url, base) ? new URL(link.url, base) : undefined
  if (!url) return undefined
  try {
    return {
      route: routePath(decodeURIComponent(url.pathname)),
      fragment: decodeURIComponent(url.hash.slice(1)),
    }
  } catch {
    return undefined
  }
}

/** A host serves `/about` with the page of `/about/`. */
function fileOf(route: RoutePath, outputs: ReadonlySet<string>): OutputPath | undefined {
  const exact = outputPathOf(route)
  if (outputs.has(exact)) return exact
  const folder = route.endsWith('/') ? undefined : outputPathOf(routePath(`${route}/`))
  return folder !== undefined && outputs.has(folder) ? folder : undefined
}

function routeOfOutput(output: string): string {
  return `/${output.replace(/(^|\/)index\.html$/, '$1')}`
}

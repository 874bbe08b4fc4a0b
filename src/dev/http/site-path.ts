import { type Redirect, type RedirectRule, redirectFor } from './redirects-file.ts'
import { encodePath, isHidden, type Target } from './target.ts'

/** What a good host finds at an address of a site. */
export type SitePath =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'moved'; readonly redirect: Redirect }
  | { readonly kind: 'missing'; readonly path: string }

/** What {@link findSitePath} must know of a site. */
export interface SiteMap {
  /** Path part of the site's address, with both slashes. */
  readonly base: string
  readonly redirects: readonly RedirectRule[]
  /** True where an output path (without a leading slash) exists. */
  readonly has: (path: string) => boolean
}

/**
 * Finds the file for an address as static hosts do: moved addresses first, `index.html` for a folder, a folder's
 * missing slash added, and nothing hidden. A site that lives below a base path has its files at that path.
 */
export function findSitePath(site: SiteMap, target: Target): SitePath {
  const { path, search } = target
  const outside = !path.startsWith(site.base)
  const inner = outside ? path : path.slice(site.base.length - 1)
  const redirect =
    redirectFor(site.redirects, path, search) ?? redirectFor(site.redirects, inner, search)
  if (redirect) return { kind: 'moved', redirect }
  if (outside) {
    const toBase = path === '/' || `${path}/` === site.base
    return toBase ? moved(302, encodePath(site.base), search) : { kind: 'missing', path: '' }
  }
  const file = inner.slice(1)
  if (isHidden(inner)) return { kind: 'missing', path: file }
  const wanted = inner.endsWith('/') ? `${file}index.html` : file
  if (site.has(wanted)) return { kind: 'file', path: wanted }
  if (!inner.endsWith('/') && site.has(`${file}/index.html`))
    return moved(308, `${encodePath(path)}/`, search)
  return { kind: 'missing', path: wanted }
}

function moved(status: Redirect['status'], location: string, search: string): SitePath {
  return { kind: 'moved', redirect: { status, location: location + search } }
}

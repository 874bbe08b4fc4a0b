import { type RoutePath, routePath } from '../model/paths.ts'
import { hrefOf, type Site } from '../model/site.ts'

/** Where a link of an essay leads. */
export type LinkTarget =
  /** Another site, an address of mail, or a place on the same page: left as written. */
  | { readonly kind: 'as-written'; readonly href: string }
  /** A page of this site. */
  | {
      readonly kind: 'route'
      readonly route: RoutePath
      readonly href: string
      readonly fragment: string
    }
  /** A file beside the essay, such as a picture; `path` is relative to the site's root. */
  | { readonly kind: 'file'; readonly path: string; readonly href: string }
  /** A post or page that exists as a file but is not published. */
  | { readonly kind: 'unpublished'; readonly path: string; readonly href: string }
  /** A Markdown file that does not exist. */
  | { readonly kind: 'missing'; readonly path: string; readonly href: string }
  /** An address relative to the page's own; only the finished site can tell where it leads. */
  | { readonly kind: 'relative'; readonly path: string; readonly href: string }

/** Resolves what authors write in links, from the file they write it in. */
export type LinkResolver = (url: string, from: string) => LinkTarget

/**
 * @param site the published site
 * @param files every path below `content/`, published or not
 */
export function linkResolver(site: Site, files: ReadonlyMap<string, unknown>): LinkResolver {
  const routes = new Map<string, RoutePath>()
  for (const { essay, route } of [...site.posts, ...site.pages]) routes.set(essay.source, route)
  return (url, from) => {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)/i.test(url)) return { kind: 'as-written', href: url }
    const [, path = '', tail = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? []
    if (path.startsWith('/')) return fromRoot(site, path, tail)
    if (path === '') return { kind: 'as-written', href: url }
    const target = resolvePath(from, decoded(path))
    const route = routes.get(target)
    if (route)
      return { kind: 'route', route, href: hrefOf(site, route) + tail, fragment: fragmentOf(tail) }
    const exists = files.has(target)
    if (/\.md$/i.test(target))
      return { kind: exists ? 'unpublished' : 'missing', path: target, href: url }
    const copy = exists ? routeOfFile(target) : undefined
    return copy === undefined
      ? { kind: 'relative', path: target, href: url }
      : { kind: 'file', path: target, href: hrefOf(site, copy) + tail }
  }
}

/** Where the copy of a file beside an essay stands: its path below `content/`. */
export function routeOfFile(path: string): RoutePath | undefined {
  return path.startsWith('content/')
    ? routePathOrNone(`/${path.slice('content/'.length)}`)
    : undefined
}

function fromRoot(site: Site, path: string, tail: string): LinkTarget {
  const route = routePathOrNone(decoded(path))
  if (route === undefined) return { kind: 'as-written', href: path + tail }
  return { kind: 'route', route, href: hrefOf(site, route) + tail, fragment: fragmentOf(tail) }
}

function fragmentOf(tail: string): string {
  return decoded(/#(.*)$/s.exec(tail)?.[1] ?? '')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function routePathOrNone(path: string): RoutePath | undefined {
  try {
    return routePath(path)
  } catch {
    return undefined
  }
}

/** `content/posts/a.md` and `../notes/b.md` → `content/notes/b.md`; never above the root. */
function resolvePath(from: string, relative: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

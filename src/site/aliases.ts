import { type RoutePath, routePath } from '../model/paths.ts'
import type { Page, Post, Route } from '../model/site.ts'

/** A page with a link to the new address, for each old address that the front matter names. */
export function redirectsOf(owners: readonly (Post | Page)[]): readonly Route[] {
  return owners.flatMap(({ essay, route }) =>
    essay.front.aliases.map(
      (alias): Route => ({
        kind: 'redirect',
        path: aliasPath(alias),
        to: route,
        title: essay.title,
        source: essay.source,
      }),
    ),
  )
}

/** `old`, `/old` and `/old/` are one address; `/old.html` keeps its file name. */
export function aliasPath(alias: string): RoutePath {
  const path = `/${alias.replace(/^\/+|\/+$/g, '')}`
  return routePath(/\.[a-z0-9]+$/i.test(path) ? path : `${path}/`)
}

import { routePath } from '../model/paths.ts'
import type { SiteIcon } from '../theme/head.ts'

/** Names of icons in `public/`, best first, as browsers and their users' habits know them. */
const known = [
  ['favicon.svg', 'image/svg+xml'],
  ['favicon.png', 'image/png'],
  ['favicon.ico', 'image/x-icon'],
] as const

/** The icons that lie in `public/`. */
export function siteIcons(publicPaths: ReadonlySet<string>): readonly SiteIcon[] {
  return known
    .filter(([name]) => publicPaths.has(`public/${name}`))
    .map(([name, type]) => ({ route: routePath(`/${name}`), type }))
}

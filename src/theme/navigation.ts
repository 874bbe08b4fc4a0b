import { routePath } from '../model/paths.ts'
import type { PageProps } from './contract.ts'

/** One link of the main navigation. */
export interface NavigationLink {
  readonly title: string
  readonly href: string
  /** True where the link leads to the page it stands on. */
  readonly current: boolean
}

/** The main navigation: the settings' own links, else the archive, the tags and the site's pages. */
export function navigationOf(page: PageProps): readonly NavigationLink[] {
  const { nav } = page.site.settings
  return (nav.length > 0 ? nav : customary(page)).map(({ title, href }) => {
    const address = inSite(page, href)
    return { title, href: address, current: address === page.href(page.path) }
  })
}

function customary({ site, strings }: PageProps): readonly { title: string; href: string }[] {
  return [
    { title: strings.archive, href: '/archive/' },
    ...(site.tags.length > 0 ? [{ title: strings.tags, href: '/tags/' }] : []),
    { title: strings.search, href: '/search/' },
    ...site.pages.map((page) => ({ title: page.essay.title, href: page.route as string })),
  ]
}

/** A path of the site gets the site's base path; an address, or a path with a query, stays as written. */
function inSite(page: PageProps, href: string): string {
  if (!href.startsWith('/') || href.startsWith('//')) return href
  const [path = '', rest = ''] = splitAt(href, href.search(/[?#]/))
  try {
    return page.href(routePath(decodeURI(path))) + rest
  } catch {
    return href
  }
}

function splitAt(text: string, index: number): readonly [string, string] {
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index)]
}

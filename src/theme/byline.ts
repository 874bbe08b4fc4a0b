import type { Essay } from '../model/essay.ts'
import { absoluteAddressOf } from '../model/site.ts'
import { slugify } from '../model/slug.ts'
import type { PageProps } from './contract.ts'

/** Somebody who wrote an essay. */
export interface Byline {
  readonly name: string
  /** The author's page on this site, else their own address; absent where there is neither. */
  readonly href: string | undefined
}

/** Who wrote an essay: its own authors, else the site's. */
export function bylineOf(essay: Essay, { site, href }: PageProps): readonly Byline[] {
  const own = essay.front.authors
  return (own.length > 0 ? own : site.settings.authors).map(({ name, url }) => {
    const slug = slugify(name, 'folder')
    const page = site.authors?.find((author) => author.slug === slug)
    return { name, href: page ? href(page.route) : url && absoluteAddressOf(site, url) }
  })
}

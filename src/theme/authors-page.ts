import type { Element, ElementContent } from 'hast'
import { createElement } from '../jsx/create-element.ts'
import type { EssayTrees, PageProps } from './contract.ts'

/** The list of authors, without its title: each with how many posts they wrote. */
export function authorsTrees({ site, strings, href }: PageProps): EssayTrees {
  const items = (site.authors ?? []).map(({ name, route, posts }) =>
    element('li', {}, [
      element('a', { href: href(route) }, [name]),
      ' ',
      element('small', {}, [strings.posts(posts.length)]),
    ]),
  )
  const list = element('ul', { class: 'tag-list' }, items)
  return { body: { type: 'root', children: [list] }, notes: undefined }
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (ElementContent | string)[],
): Element {
  return createElement(name, { ...attributes, children }) as Element
}

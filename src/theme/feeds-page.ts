import type { Element, ElementContent } from 'hast'
import { createElement } from '../jsx/create-element.ts'
import type { Essay } from '../model/essay.ts'
import { sourcePath } from '../model/paths.ts'
import type { Page } from '../model/site.ts'
import type { EssayTrees, PageProps } from './contract.ts'
import { feedDirectory, type ListedFeed } from './feed-directory.ts'

/**
 * The page of feeds, without its title: what feeds are for, then each with its address to copy. Themes
 * place it like the text of any page.
 */
export function feedsTrees(page: PageProps): EssayTrees {
  const groups = feedDirectory(page).flatMap(({ heading, feeds }): ElementContent[] => [
    ...(heading === undefined ? [] : [element('h2', {}, heading)]),
    element('ul', { class: 'feed-list' }, ...feeds.map((feed) => listed(feed, page))),
  ])
  const children = [element('p', {}, page.strings.feedsText), ...groups]
  return { body: { type: 'root', children }, notes: undefined }
}

/** The address stands as words too: it is there to be copied, and to be read from paper. */
function listed({ title, route, type, about }: ListedFeed, page: PageProps): Element {
  return element(
    'li',
    {},
    element('a', { href: page.href(route), type }, title),
    ' ',
    element('code', { class: 'feed-address' }, ...withBreaks(page.url(route))),
    ...(about === undefined ? [] : [' ', element('span', { class: 'feed-about' }, about)]),
  )
}

/** An address that may be broken after each of its parts, and is copied whole. */
function withBreaks(address: string): readonly (ElementContent | string)[] {
  return address
    .split(/(?<=[^/]\/)(?=[^/])/)
    .flatMap((part, index) => (index > 0 ? [element('wbr', {}), part] : [part]))
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (ElementContent | string)[]
): Element {
  return createElement(name, { ...attributes, children }) as Element
}

/** The page of feeds as a page of an author's, for themes that have no layout of their own for it. */
export function feedsAsPage({ path, title, lang, strings }: PageProps): Page {
  const essay: Essay = {
    source: sourcePath('content/pages/feeds.md'),
    kind: 'page',
    front: {
      draft: false,
      updates: [],
      authors: [],
      guest: false,
      tags: [],
      aliases: [],
      discuss: [],
      notes: {},
    },
    key: 'feeds',
    title,
    titleContent: undefined,
    slug: 'feeds',
    date: undefined,
    lang,
    body: { type: 'root', children: [] },
    notes: [],
    standfirst: undefined,
    outline: [],
    summary: strings.feedsText,
    words: { body: 0, notes: 0 },
    links: [],
    diagnostics: [],
  }
  return { essay, route: path }
}

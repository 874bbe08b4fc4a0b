import type { Element, ElementContent } from 'hast'
import { createElement } from '../jsx/create-element.ts'
import { type RoutePath, routePath } from '../model/paths.ts'
import type { EssayTrees, PageProps } from './contract.ts'

/** What the search page needs of the engine. */
export interface SearchAssets {
  /** The script, the only one that a published page may have. */
  readonly script: RoutePath
  /** Its digest for `integrity=`: W3C Subresource Integrity. */
  readonly integrity: string
  /** The file that the script fetches first. */
  readonly index: RoutePath
}

/** An id that no heading can have: those are in lower case. */
const fieldId = 'Search-field'

/**
 * The search page, without its title. Until the script shows the field, and where there is none, it leads to the
 * archive. The script finds its parts by their `data-` attributes.
 */
export function searchTrees(page: PageProps, assets: SearchAssets | undefined): EssayTrees {
  const { strings, href } = page
  const fallback = element('p', { 'data-search-fallback': '' }, [
    strings.searchNeedsScript,
    ' ',
    element('a', { href: href(routePath('/archive/')) }, [strings.archive]),
  ])
  const search = element(
    'div',
    { class: 'search', ...(assets ? { 'data-search-index': href(assets.index) } : {}) },
    [
      fallback,
      element('div', { role: 'search', class: 'search-box', 'data-search-box': '', hidden: true }, [
        element('label', { for: fieldId }, [strings.search]),
        ' ',
        element('input', {
          id: fieldId,
          type: 'search',
          autocomplete: 'off',
          spellcheck: 'false',
          enterkeyhint: 'search',
        }),
      ]),
      element('p', {
        role: 'status',
        class: 'search-status',
        'data-failed': strings.searchFailed,
      }),
      element('ol', { class: 'post-list', 'data-search-results': '', hidden: true }),
    ],
  )
  return { body: { type: 'root', children: [search] }, notes: undefined }
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | true>>,
  children: readonly (ElementContent | string)[] = [],
): Element {
  return createElement(name, { ...attributes, children }) as Element
}

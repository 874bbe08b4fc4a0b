import type { Essay } from '../model/essay.ts'
import { sourcePath } from '../model/paths.ts'
import type { Page } from '../model/site.ts'
import type { PageProps } from './contract.ts'

/**
 * A page that the engine makes, as a page of an author's: for themes that have no layout of their own for it.
 *
 * @param name as no page of an author's can be called, since the engine has the address
 */
export function engineAsPage({ path, title, lang }: PageProps, name: string, summary = ''): Page {
  const essay: Essay = {
    source: sourcePath(`content/pages/${name}.md`),
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
    key: name,
    title,
    titleContent: undefined,
    slug: name,
    date: undefined,
    lang,
    body: { type: 'root', children: [] },
    notes: [],
    standfirst: undefined,
    outline: [],
    summary,
    words: { body: 0, notes: 0 },
    links: [],
    diagnostics: [],
  }
  return { essay, route: path }
}

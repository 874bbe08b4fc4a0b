import { createHash } from 'node:crypto'
import type { Essay } from '../model/essay.ts'
import { outputPathOf, routePath } from '../model/paths.ts'
import type { OutputFile, Site } from '../model/site.ts'
import { type EssayTerms, essayTerms } from '../search/essay-terms.ts'
import { searchFiles } from '../search/search-files.ts'
import type { SearchAssets } from '../theme/search-page.ts'
import { type BuildMemory, forgetOthers } from './cache/build-memory.ts'
import { termInputs } from './cache/known-terms.ts'
import { sha256 } from './sha256.ts'

/** The search of a site: what its page needs, and the files beside the page. */
export interface SiteSearch {
  readonly assets: SearchAssets
  readonly files: readonly OutputFile[]
}

/**
 * @param script the text of the search page's script
 * @param memory knows the terms of essays that have not changed, so that their texts need not be read
 */
export function siteSearch(site: Site, script: string, memory: BuildMemory): SiteSearch {
  const { index, files } = searchFiles(site, { digest: sha256, terms: rememberingTerms(memory) })
  forgetOthers(
    memory.terms,
    new Set<string>([...site.posts, ...site.pages].map(({ essay }) => essay.source)),
  )
  const route = routePath(`/assets/search.${sha256(script).slice(0, 8)}.js`)
  const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`
  const file: OutputFile = {
    path: outputPathOf(route),
    body: script,
    stage: 'asset',
    origin: 'the script of the search page',
  }
  return { assets: { script: route, integrity, index }, files: [file, ...files] }
}

function rememberingTerms({ essays, terms }: BuildMemory): (essay: Essay) => EssayTerms {
  return (essay) => {
    const facets = essays.get(essay.source)?.facets
    const inputs = facets && termInputs(facets)
    const known = terms.get(essay.source)
    if (known && known.inputs === inputs) return known.terms
    const fresh = essayTerms(essay)
    if (inputs !== undefined) terms.set(essay.source, { inputs, terms: fresh })
    return fresh
  }
}

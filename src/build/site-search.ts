import { createHash } from 'node:crypto'
import { outputPathOf, routePath } from '../model/paths.ts'
import type { OutputFile, Site } from '../model/site.ts'
import { searchFiles } from '../search/search-files.ts'
import type { SearchAssets } from '../theme/search-page.ts'
import type { BuildMemory } from './cache/build-memory.ts'
import { knownIndex } from './cache/known-index.ts'
import { sha256 } from './sha256.ts'

/** The search of a site: what its page needs, and the files beside the page. */
export interface SiteSearch {
  readonly assets: SearchAssets
  readonly files: readonly OutputFile[]
}

/**
 * @param script the text of the search page's script
 * @param memory knows the index of the last build, so that little of it is made anew
 */
export function siteSearch(site: Site, script: string, memory: BuildMemory): SiteSearch {
  const shown = [...site.posts, ...site.pages].map(({ essay }) => essay)
  const { index, files } = searchFiles(site, knownIndex(shown, memory), sha256)
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

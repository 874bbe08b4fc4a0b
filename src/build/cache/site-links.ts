import type { Essay, EssayLink } from '../../model/essay.ts'
import type { BuildMemory } from './build-memory.ts'
import { isSiteLink } from './essay-head.ts'

/** The links of an essay that only the whole site can tell of, and every picture. */
export type SiteLinks = (essay: Essay) => readonly EssayLink[]

/** Takes them from what is known of the essay, so that its text need not be read. */
export function siteLinks({ essays }: Pick<BuildMemory, 'essays'>): SiteLinks {
  return (essay) => essays.get(essay.source)?.head?.siteLinks ?? essay.links.filter(isSiteLink)
}

import { essayTrees } from '../hast/essay-trees.ts'
import { stringsFor } from '../locale/strings.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Essay } from '../model/essay.ts'
import type { Site } from '../model/site.ts'
import type { LinkResolver } from '../site/resolve-link.ts'
import type { EssayTrees } from '../theme/contract.ts'
import type { PictureLookup } from './images.ts'

/** Turns essays into trees, each at most once. */
export interface EssayRenderer {
  readonly trees: (essay: Essay) => EssayTrees
  /** What was found in all essays rendered so far. */
  readonly diagnostics: () => readonly Diagnostic[]
}

/** Renders essays with the links and pictures of a site. A page and a feed that show one essay share its trees. */
export function essayRenderer(
  site: Site,
  resolve: LinkResolver,
  picture: PictureLookup,
): EssayRenderer {
  const done = new Map<Essay, ReturnType<typeof essayTrees>>()
  const render = (essay: Essay): ReturnType<typeof essayTrees> =>
    essayTrees(essay, {
      strings: stringsFor(essay.lang),
      html: site.settings.html,
      marks: essay.front.notes.marks ?? site.settings.notes.marks,
      resolveLink: (url, from) => resolve(url, from).href,
      image: (url, from) => imageOf(url, from, site, picture),
    })
  return {
    trees: (essay) => {
      const known = done.get(essay)
      if (known) return known
      const fresh = render(essay)
      done.set(essay, fresh)
      return fresh
    },
    diagnostics: () => [...done.values()].flatMap((each) => each.diagnostics),
  }
}

function imageOf(
  url: string,
  from: string,
  site: Site,
  picture: PictureLookup,
): { src: string; width?: number; height?: number } | undefined {
  const host = /^(?:https?:)?\/\/([^/?#]*)/i.exec(url)?.[1]
  if (host !== undefined)
    return site.settings.images.remote.includes(host.toLowerCase()) ? { src: url } : undefined
  const found = picture(url, from)
  return found && { src: found.href, ...found.size }
}

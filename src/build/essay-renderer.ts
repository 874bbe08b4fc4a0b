import type { EssayContext, Picture as HastPicture } from '../hast/context.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Essay } from '../model/essay.ts'
import type { Site } from '../model/site.ts'
import type { LinkResolver } from '../site/resolve-link.ts'
import type { EssayTrees } from '../theme/contract.ts'
import { answersTo } from './cache/addresses.ts'
import type { BuildMemory, KnownEssay } from './cache/build-memory.ts'
import { shelved, textOfKnown } from './cache/kept-essay.ts'
import { renderEssay } from './compile-post.ts'
import { essaySettings } from './essay-context.ts'
import { EssayGivenUpError, isStackOverflow, longestWait, tooDeep, tooSlow } from './giving-up.ts'
import type { PictureLookup } from './images.ts'
import { TimeIsUpError, withinTime } from './time-limit.ts'

/** Turns essays into trees. What the memory has of an essay counts while the site gives it the same answers. */
export interface EssayRenderer {
  /** @throws EssayGivenUpError where the essay cannot be rendered in good time */
  readonly trees: (essay: Pick<Essay, 'source'>) => EssayTrees
  /** Stands for where the essay's links lead and what its pictures are; undefined where it is not rendered yet. */
  readonly answers: (essay: Pick<Essay, 'source'>) => string | undefined
  /** What the site says to the links and pictures of essays. */
  readonly answering: Pick<EssayContext, 'resolveLink' | 'image'>
  /** What was found in some essays while they were rendered. */
  readonly diagnostics: (essays: readonly Essay[]) => readonly Diagnostic[]
}

/** What rendering needs of the site. */
export interface RendererInputs {
  readonly site: Site
  readonly resolve: LinkResolver
  readonly picture: PictureLookup
  readonly memory: BuildMemory
  /** Whether only what is in use is to be held in memory. */
  readonly many: boolean
  /** Milliseconds that an essay may take. */
  readonly patience?: number | undefined
}

/** Renders essays with the links and pictures of a site. A page and a feed that show one essay share its trees. */
export function essayRenderer(inputs: RendererInputs): EssayRenderer {
  const { site, resolve, picture, memory, many, patience } = inputs
  const essays = new Map([...site.posts, ...site.pages].map(({ essay }) => [essay.source, essay]))
  const settings = essaySettings(site.settings)
  const answering: EssayRenderer['answering'] = {
    resolveLink: (url, from) => resolve(url, from).href,
    image: (url, from) => imageOf(url, from, site, picture),
  }
  const sound = new Set<string>()
  const isSound = (source: string, { rendered }: KnownEssay): boolean => {
    if (!rendered) return false
    if (!sound.has(source) && answersTo(rendered.questions, answering) === rendered.answers)
      sound.add(source)
    return sound.has(source)
  }
  const render = (source: Essay['source'], known: KnownEssay): EssayTrees => {
    const essay = essays.get(source)
    if (!essay) throw new Error(`${source} is not published.`)
    const fresh = inTime(known, source, patience, () =>
      renderEssay(known.essay ?? essay, settings, answering),
    )
    const rendered = { ...fresh, answers: answersTo(fresh.questions, answering) }
    const { stored: _, ...rest } = known
    const remembered = many ? shelved(rest, rendered, memory) : { ...rest, rendered }
    memory.essays.set(source, remembered)
    sound.add(source)
    return fresh.text.trees
  }
  return {
    answering,
    trees: ({ source }) => {
      const known = memory.essays.get(source)
      if (!known) throw new Error(`${source} is not compiled.`)
      const text =
        known.rendered && isSound(source, known) ? textOfKnown(known.rendered, memory) : undefined
      return text?.trees ?? render(source, known)
    },
    answers: ({ source }) => {
      const known = memory.essays.get(source)
      return known && isSound(source, known) ? known.rendered?.answers : undefined
    },
    diagnostics: (all) =>
      all.flatMap(({ source }) => memory.essays.get(source)?.rendered?.diagnostics ?? []),
  }
}

/** Renders an essay, or finds out that it cannot be done. */
function inTime<T>(
  known: KnownEssay,
  source: Essay['source'],
  patience = longestWait,
  render: () => T,
): T {
  try {
    return known.isQuick || known.rendered ? render() : withinTime(patience, render)
  } catch (error) {
    if (error instanceof TimeIsUpError)
      throw new EssayGivenUpError(source, tooSlow(source, patience))
    if (isStackOverflow(error)) throw new EssayGivenUpError(source, tooDeep(source))
    throw error
  }
}

function imageOf(
  url: string,
  from: string,
  site: Site,
  picture: PictureLookup,
): HastPicture | undefined {
  const host = /^(?:https?:)?\/\/([^/?#]*)/i.exec(url)?.[1]
  if (host !== undefined)
    return site.settings.images.remote.includes(host.toLowerCase()) ? { src: url } : undefined
  const found = picture(url, from)
  return found && { src: found.href, ...found.size, sources: found.sources, sizes: found.sizes }
}

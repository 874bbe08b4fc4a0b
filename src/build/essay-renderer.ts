import type { Picture as HastPicture } from '../hast/context.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Essay } from '../model/essay.ts'
import type { Site } from '../model/site.ts'
import type { LinkResolver } from '../site/resolve-link.ts'
import type { EssayTrees } from '../theme/contract.ts'
import { type Answering, answersTo } from './cache/addresses.ts'
import type { BuildMemory, KnownEssay, RenderedText } from './cache/build-memory.ts'
import { shelved, textFor } from './cache/kept-essay.ts'
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
  readonly answering: Answering
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
  const answering: Answering = {
    resolveLink: (url, from) => resolve(url, from).href,
    image: (url, from) => imageOf(url, from, site, picture),
  }
  const answered = new WeakMap<RenderedText, string>()
  /** Undefined where the text is not rendered for the answers of this site. */
  const answersFor = (rendered: RenderedText): string | undefined => {
    const answers = answered.get(rendered) ?? answersTo(rendered.questions, answering)
    answered.set(rendered, answers)
    return rendered.answers === undefined || rendered.answers === answers ? answers : undefined
  }
  const renderedText = (source: string): RenderedText | undefined =>
    memory.essays.get(source)?.rendered
  const known = (source: string): EssayTrees | undefined => {
    const text = renderedText(source)
    if (!text || answersFor(text) === undefined) return undefined
    return textFor(text, answering, memory)?.trees
  }
  // Feeds ask for the trees of a post right after its page.
  let last: { readonly text: RenderedText | undefined; readonly trees: EssayTrees } | undefined
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
    return fresh.text.trees
  }
  return {
    answering,
    trees: ({ source }) => {
      const essay = memory.essays.get(source)
      if (!essay) throw new Error(`${source} is not compiled.`)
      if (last?.text && last.text === essay.rendered) return last.trees
      const trees = known(source) ?? render(source, essay)
      last = { text: renderedText(source), trees }
      return trees
    },
    answers: ({ source }) => {
      const text = renderedText(source)
      return text && answersFor(text)
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

import type { Root } from 'hast'
import { type GuardFinding, guardPage } from '../hast/guard.ts'
import { print } from '../hast/print.ts'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { Essay } from '../model/essay.ts'
import { outputPathOf } from '../model/paths.ts'
import type { OutputFile, OutputStage, Route, Site } from '../model/site.ts'
import type { EssayTrees } from '../theme/contract.ts'
import type { SiteIcon } from '../theme/head.ts'
import { renderPage } from '../theme/render.ts'
import { ThemeFailure } from '../theme/theme-failure.ts'
import type { PictureLookup } from './images.ts'
import type { LoadedTheme } from './load-theme.ts'

/** What pages are drawn from. */
export interface DrawInputs {
  readonly site: Site
  readonly theme: LoadedTheme
  readonly trees: (essay: Essay) => EssayTrees
  readonly picture: PictureLookup
  readonly icons: readonly SiteIcon[]
}

/** One finished page, or the reasons why the theme could not make it. */
export interface DrawnPage {
  readonly file: OutputFile | undefined
  /** The ids that a link can lead to. */
  readonly ids: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
}

/** Draws, guards and prints one page for each route of the site. */
export function drawPages(inputs: DrawInputs): readonly DrawnPage[] {
  return inputs.site.routes.map((route) => drawPage(route, inputs))
}

function drawPage(route: Route, inputs: DrawInputs): DrawnPage {
  const { site, theme, trees } = inputs
  try {
    const page = renderPage(route, site, theme.theme, {
      styles: theme.styles,
      trees,
      image: (essay) => coverOf(essay, inputs),
      icons: inputs.icons,
      locate: theme.locate,
    })
    const unsafe = guardPage(page)
    if (unsafe.length > 0) return refused(unsafe.map((found) => unsafePage(found, route, theme)))
    const file: OutputFile = {
      path: outputPathOf(route.path),
      body: print(page),
      stage: stageOf(route),
      origin: ownerOf(route),
    }
    return { file, ids: idsOf(page), diagnostics: [] }
  } catch (error) {
    if (error instanceof ThemeFailure) return refused([error.diagnostic])
    throw error
  }
}

function refused(diagnostics: readonly Diagnostic[]): DrawnPage {
  return { file: undefined, ids: new Set(), diagnostics }
}

function unsafePage(found: GuardFinding, route: Route, { theme }: LoadedTheme): Diagnostic {
  const [, file = '', line = '1', column = '1'] = /^(.*):(\d+):(\d+)$/.exec(found.where ?? '') ?? []
  const point = { line: Number(line), column: Number(column) }
  return diagnose('TH112', {
    message: `The page ${route.path}, drawn by the theme “${theme.name}”, holds ${found.what}.`,
    file: file || ownerOf(route),
    ...(file ? { place: { start: point, end: point } } : {}),
    hint: 'Nothing was published. Take it out of the theme.',
  })
}

/** Absolute address of the picture that stands for an essay where it is shared. */
function coverOf(essay: Essay, { site, picture }: DrawInputs): string | undefined {
  const url = essay.front.image?.src
  if (url === undefined) return undefined
  const found = picture(url, essay.source)
  return found && new URL(found.href, site.settings.url).href
}

function stageOf(route: Route): OutputStage {
  return route.kind === 'post' || route.kind === 'page' || route.kind === 'redirect'
    ? 'page'
    : 'list'
}

/** Who asked for a page, for messages: the author's file where there is one. */
function ownerOf(route: Route): string {
  switch (route.kind) {
    case 'post':
      return route.post.essay.source
    case 'page':
      return route.page.essay.source
    case 'redirect':
      return route.source
    case 'tag':
      return `the tag ${route.tag.name}`
    case 'series':
      return `the series ${route.series.id}`
    case 'home':
      return 'the home page'
    case 'tags':
      return 'the list of tags'
    case 'archive':
      return 'the archive'
    case 'not-found':
      return 'the page for addresses that do not exist'
  }
}

function idsOf(page: Root): ReadonlySet<string> {
  const ids = new Set<string>()
  const stack: Root['children'] = [...page.children]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type !== 'element') continue
    if (typeof node.properties.id === 'string') ids.add(node.properties.id)
    for (const child of node.children) stack.push(child)
  }
  return ids
}

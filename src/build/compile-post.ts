import { type CompileContext, compileEssay } from '../essay/compile.ts'
import { essayTrees } from '../hast/essay-trees.ts'
import type { Compiled, Essay, Source } from '../model/essay.ts'
import type { EssaySettings } from '../model/settings.ts'
import { nodesOf } from '../syntax/walk.ts'
import { openAnswers, overheard, type Question } from './cache/addresses.ts'
import { bareTrees, type KeptText } from './cache/compact-tree.ts'
import { essayContext } from './essay-context.ts'
import { isStackOverflow, tooDeep } from './giving-up.ts'
import { keyedEssay } from './keyed-essay.ts'
import { typesetting } from './typesetting.ts'

/**
 * One source all the way to an essay with the key that its notes have for good. Limits keep texts away that
 * overflow the stack; one that they let through fails by name.
 */
export function compilePost(source: Source, context: CompileContext): Compiled {
  // Some sources are read each time that they are asked for their text.
  const { path, text } = source
  try {
    const compiled = compileEssay({ path, text }, context)
    return compiled.essay ? { ...compiled, essay: keyedEssay(compiled.essay) } : compiled
  } catch (error) {
    if (!isStackOverflow(error)) throw error
    return { source: path, essay: undefined, diagnostics: [tooDeep(path)] }
  }
}

/** An essay rendered, with what it asked of the site for it. */
export interface Rendered {
  readonly text: KeptText
  readonly questions: readonly Question[]
  readonly diagnostics: Essay['diagnostics']
}

/** Renders an essay. @param answers what the site says to its links and pictures */
export function renderEssay(
  essay: Essay,
  settings: EssaySettings,
  answers: Parameters<typeof overheard>[0],
): Rendered {
  const heard = overheard(answers)
  const rendered = renderWith(heard.context, essay, settings)
  return { ...rendered, questions: heard.questions() }
}

function renderWith(
  answers: Parameters<typeof overheard>[0],
  essay: Essay,
  settings: EssaySettings,
): Omit<Rendered, 'questions'> {
  const context = { ...essayContext(essay, settings, answers), ...typesetting(settings) }
  const { diagnostics, ...trees } = essayTrees(essay, context)
  return { text: { trees: bareTrees(trees), outline: essay.outline }, diagnostics }
}

/** A picture in raw HTML has more to it than an address and a size: its author may have said how large it is. */
function holdsHtml({ body, notes, titleContent = [] }: Essay): boolean {
  const blocks = [...body.children, ...notes.flatMap((note) => note.content), ...titleContent]
  return nodesOf({ type: 'root', children: [...blocks] }).some((node) => node.type === 'html')
}

/**
 * Renders an essay before the site around it is known: its text is open, see `answeredText`. Undefined where the site
 * has a larger say in it, or it cannot be done.
 */
export function renderAlone(essay: Essay, settings: EssaySettings): Rendered | undefined {
  const { answers, questions, areOpen } = openAnswers()
  try {
    const rendered = { ...renderWith(answers, essay, settings), questions: questions() }
    const asksForPicture = rendered.questions.some(([kind]) => kind === 'image')
    return areOpen() && !(asksForPicture && holdsHtml(essay)) ? rendered : undefined
  } catch (error) {
    // It is told of where the essay is rendered for the site.
    if (isStackOverflow(error)) return undefined
    throw error
  }
}

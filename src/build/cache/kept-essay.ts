import type { CompileContext } from '../../essay/compile.ts'
import type { Compiled, Essay, Source } from '../../model/essay.ts'
import { compilePost, type Rendered } from '../compile-post.ts'
import type { Answering } from './addresses.ts'
import type { BuildMemory, KnownEssay, RenderedText } from './build-memory.ts'
import type { KeptText } from './compact-tree.ts'
import { essayFromHead, headOf } from './essay-head.ts'
import { answeredText } from './open-text.ts'

/** The text of an essay, from memory or from the shelf; undefined where it is lost. */
export function textOfKnown(
  { text, kept }: RenderedText,
  { shelf }: Pick<BuildMemory, 'shelf'>,
): KeptText | undefined {
  return text ?? (kept && shelf?.recall(kept))
}

/**
 * The same with what a site says.
 *
 * @returns undefined where it is lost, or has to be rendered anew; what a text that is not open was rendered for is
 * not looked at
 */
export function textFor(
  rendered: RenderedText,
  answering: Answering,
  memory: Pick<BuildMemory, 'shelf'>,
): KeptText | undefined {
  const text = textOfKnown(rendered, memory)
  if (!text || rendered.answers !== undefined) return text
  return answeredText(text, rendered.questions, answering)
}

/**
 * Puts the text of an essay on the shelf, so that only its head stays in memory.
 *
 * @returns what is to be remembered; the essay as it was where there is no shelf, or no room on it
 */
export function shelved(
  known: KnownEssay,
  rendered: Rendered & Pick<RenderedText, 'answers'>,
  { shelf }: Pick<BuildMemory, 'shelf'>,
): KnownEssay {
  const { text, ...rest } = rendered
  const kept = shelf?.keep(text)
  const { essay, ...others } = known
  const head = known.head ?? (essay && headOf(essay))
  if (!kept || !head) return { ...known, rendered }
  return detached({ ...others, head, rendered: { ...rest, kept } })
}

/** Copied, since a piece of a text holds on to all of it. */
function detached(known: KnownEssay): KnownEssay {
  return JSON.parse(JSON.stringify(known)) as KnownEssay
}

/**
 * What became of a source, from what is known of it. Parts of the text that are not on the shelf are
 * compiled anew when something asks for them, which few themes do.
 */
export function revived(
  source: Source,
  known: KnownEssay,
  context: CompileContext,
  memory: BuildMemory,
): Compiled {
  const { essay, head, diagnostics, rendered } = known
  if (essay || !head) return { source: source.path, essay, diagnostics } as Compiled
  // Held only as long as nothing else needs the room.
  let held: WeakRef<Essay> | undefined
  const compiled = (): Essay => {
    const again = held?.deref() ?? compilePost(source, context).essay
    // A text that was readable when the build began can be gone by now.
    if (!again) throw new Error(`${source.path} was changed while the site was built. Build again.`)
    held = new WeakRef(again)
    return again
  }
  let headings: Essay['outline'] | undefined
  const outline = (): Essay['outline'] => {
    headings ??= (rendered && textOfKnown(rendered, memory)?.outline) ?? compiled().outline
    return headings
  }
  return {
    source: source.path,
    diagnostics,
    essay: essayFromHead(head, diagnostics, {
      titleContent: () => compiled().titleContent,
      body: () => compiled().body,
      notes: () => compiled().notes,
      links: () => compiled().links,
      outline,
    }),
  }
}

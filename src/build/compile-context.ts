import type { CompileContext } from '../essay/annotate.ts'
import type { SourceFiles } from '../io/ports.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { configure } from './configure.ts'
import { readContent } from './read-content.ts'

/**
 * What the essays of a site share, for a command that looks at one of them. Reads the settings and the shared
 * notes, and no essay.
 *
 * @returns no context where `content/site.yaml` cannot be made sense of
 */
export async function compileContext(
  files: SourceFiles,
): Promise<{ context: CompileContext | undefined; diagnostics: readonly Diagnostic[] }> {
  const list: SourceFiles['list'] = async (folder) =>
    folder === 'content'
      ? (await files.list(folder)).filter(({ path }) => !/^content\/(?:posts|pages)\//.test(path))
      : []
  const content = await readContent({ ...files, list })
  const options = { drafts: true, future: true, keepGoing: true }
  const { settings, sharedNotes, diagnostics } = configure(content, options)
  return { context: settings && { settings, sharedNotes }, diagnostics }
}

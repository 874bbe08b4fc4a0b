import { sanitiseSvg } from '../../hast/svg/sanitise-svg.ts'
import type { SourceFiles } from '../../io/ports.ts'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import type { SourcePath } from '../../model/paths.ts'
import { isCopy, type OutputFile } from '../../model/site.ts'

/** A drawing larger than this is no drawing for a page; bytes. */
const largest = 8 * 1024 * 1024

/**
 * Puts drawings from beside essays into the site without what could run in them: guests write essays, and a drawing
 * that is opened by itself is a page. Other files stay what they are.
 */
export async function cleanDrawings(
  files: readonly OutputFile[],
  source: SourceFiles,
): Promise<{ readonly files: readonly OutputFile[]; readonly diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = []
  const clean = await Promise.all(
    files.map(async (file) => {
      const { body } = file
      if (!file.origin.startsWith('content/') || !/\.svg$/i.test(file.path) || !isCopy(body))
        return file
      const bytes = await source.read(body.copy, largest)
      const { svg, removed } = sanitiseSvg(new TextDecoder().decode(bytes))
      if (removed.length > 0) diagnostics.push(unsafe(body.copy, removed))
      return { ...file, body: svg }
    }),
  )
  return { files: clean, diagnostics }
}

function unsafe(source: SourcePath, removed: readonly string[]): Diagnostic {
  const [first = '', ...others] = removed
  const more = others.length > 0 ? ` and ${others.length} more` : ''
  return diagnose('IM107', {
    message: `This drawing could do more than be seen; ${first}${more} was taken out.`,
    file: source,
    hint: 'Save it as plain SVG, without scripts and without pictures from elsewhere.',
  })
}

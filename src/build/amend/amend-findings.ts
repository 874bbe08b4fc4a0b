import type { Diagnostic } from '../../model/diagnostic.ts'
import type { BuildRecord } from '../cache/build-record.ts'
import { excerptsFor } from '../cache/excerpts.ts'
import type { AmendedEssay } from './amend-essay.ts'

/** Said of an essay by the site, whatever its text is: it is about its id, and shows the first line. */
const ofIdentity: ReadonlySet<string> = new Set(['FD101', 'FD102'])

/**
 * The findings of a site after the words of some essays have changed.
 *
 * @returns undefined where something else may be to say, or no longer
 */
export function amendedFindings(
  record: BuildRecord,
  essays: readonly AmendedEssay[],
): Pick<BuildRecord, 'diagnostics' | 'excerpts' | 'excerptDigests'> | undefined {
  const diagnostics = [...record.diagnostics]
  const excerpts = { ...record.excerpts }
  const excerptDigests = { ...record.excerptDigests }
  for (const essay of essays) {
    const { path, text, digest } = essay.source
    const own = ownPlaces(essay, diagnostics)
    if (!own) return undefined
    const others = diagnostics.filter((found, i) => !own.has(i) && isAbout(found, path))
    if (!others.every(({ code }) => ofIdentity.has(code))) return undefined
    for (const [i, found] of own) diagnostics[i] = found
    const shown = diagnostics.filter(({ file }) => file === path)
    const excerpt = excerptsFor(shown, () => text)[path]
    if (excerpt) Object.assign(excerpts, { [path]: excerpt })
    else delete excerpts[path]
    if (excerpt) Object.assign(excerptDigests, { [path]: digest })
    else delete excerptDigests[path]
  }
  return { diagnostics, excerpts, excerptDigests }
}

/** The places of what was found in the text, with what is found in it now; undefined where that is more or less. */
function ownPlaces(
  { before, diagnostics, rendered }: AmendedEssay,
  all: readonly Diagnostic[],
): ReadonlyMap<number, Diagnostic> | undefined {
  if (diagnostics.length !== before.diagnostics.length) return undefined
  const old = [...before.diagnostics, ...before.rendered.diagnostics]
  const now = [...diagnostics, ...rendered.diagnostics]
  if (old.length !== now.length) return undefined
  const places = new Map<number, Diagnostic>()
  for (const [i, found] of now.entries()) {
    const text = JSON.stringify(old[i])
    const place = all.findIndex(
      (each, at) => each.file === old[i]?.file && !places.has(at) && JSON.stringify(each) === text,
    )
    if (place < 0) return undefined
    places.set(place, found)
  }
  return places
}

function isAbout({ file, related = [] }: Diagnostic, path: string): boolean {
  return file === path || related.some((each) => each.file === path)
}

import type { Position } from 'unist'
import type { Diagnostic } from '../model/diagnostic.ts'
import { diagnose } from '../model/diagnostic.ts'
import type { Essay } from '../model/essay.ts'
import { nearestName } from '../model/nearest-name.ts'
import type { RoutePath } from '../model/paths.ts'
import { findOriginal } from '../site/translations.ts'

/** Where a key of a source's front matter stands. */
export type KeyPlace = (source: string, key: string) => Position | undefined

/** What the front matter of essays may name. */
export interface NamedEssays {
  /** Every essay that there is, published or not. */
  readonly all: readonly { readonly essay: Essay; readonly route: RoutePath }[]
  readonly placeOf: KeyPlace
}

/** Posts and pages that the front matter names and that do not exist: `translationOf`, and `by` of `status`. */
export function checkPostNames(essay: Essay, named: NamedEssays): Diagnostic[] {
  const { translationOf, status } = essay.front
  const names: readonly (readonly [key: string, name: string | undefined])[] = [
    ['translationOf', translationOf],
    ['status', /^https?:\/\//i.test(status?.by ?? '') ? undefined : status?.by],
  ]
  return names.flatMap(([key, name]) => {
    if (name === undefined || findOriginal(name, named.all)) return []
    const known = named.all.flatMap((each) => [each.essay.slug, each.essay.front.id ?? []].flat())
    const near = nearestName(name, known)
    return diagnose('LK104', {
      message: `There is no post or page “${name}”, which ${key} names.`,
      file: essay.source,
      place: named.placeOf(essay.source, key),
      hint: near ? `Did you mean ${near}?` : 'Write the id or the slug of the post.',
    })
  })
}

import type { Essay } from '../model/essay.ts'
import type { RoutePath } from '../model/paths.ts'
import type { Translation } from '../model/site.ts'

/** An essay and its address. */
interface Placed {
  readonly essay: Essay
  readonly route: RoutePath
}

/** The essay that `translationOf` names: by its id, its slug, its address or the path of its file. */
export function findOriginal<One extends Placed>(
  name: string,
  essays: readonly One[],
): One | undefined {
  const wanted = name.trim()
  return (
    essays.find(({ essay }) => essay.front.id === wanted) ??
    essays.find(
      ({ essay, route }) =>
        essay.slug === wanted ||
        route === wanted ||
        route === `${wanted}/` ||
        essay.source === wanted,
    )
  )
}

/**
 * The other languages that each essay can be read in, by its address, in code unit order of their tags. A
 * translation of a translation belongs with both.
 */
export function translationsOf(
  essays: readonly Placed[],
): ReadonlyMap<string, readonly Translation[]> {
  const groups = new Map<Placed, Placed[]>()
  for (const placed of essays) {
    const original = originOf(placed, essays)
    if (original === placed) continue
    const group = groups.get(original) ?? [original]
    group.push(placed)
    groups.set(original, group)
  }
  const translations = new Map<string, readonly Translation[]>()
  for (const group of groups.values())
    for (const { route } of group) translations.set(route, othersThan(route, group))
  return translations
}

/** Follows `translationOf` to its end; a circle ends where it was entered last. */
function originOf(start: Placed, essays: readonly Placed[]): Placed {
  const seen = new Set<Placed>()
  let here = start
  while (!seen.has(here)) {
    seen.add(here)
    const name = here.essay.front.translationOf
    const next = name === undefined ? undefined : findOriginal(name, essays)
    if (!next) return here
    here = next
  }
  // In a circle every member must come to the same one.
  return [...seen].reduce((first, each) => (each.route < first.route ? each : first))
}

function othersThan(route: RoutePath, group: readonly Placed[]): readonly Translation[] {
  return group
    .filter((each) => each.route !== route)
    .map(({ essay, route }) => ({ lang: essay.lang, title: essay.title, route }))
    .sort((a, b) => (a.lang < b.lang ? -1 : a.lang > b.lang ? 1 : a.route < b.route ? -1 : 1))
}

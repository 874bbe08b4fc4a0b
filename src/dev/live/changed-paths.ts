import { isCopy, isUnmade, type OutputBody } from '../../model/site.ts'
import { isStuck, type View } from './view.ts'

/** Stands for every address. */
const everything = '*'

/**
 * The addresses whose content is not what it was before.
 *
 * @param touched source paths that the watcher named: a copied file is known to be new only by that
 * @returns decoded paths with the base path; `*` where any address may have changed
 */
export function changedPaths(
  before: View,
  after: View,
  touched: ReadonlySet<string>,
): readonly string[] {
  if (
    before.isPart !== after.isPart ||
    isStuck(before) ||
    isStuck(after) ||
    before.base !== after.base
  )
    return [everything]
  const changed = new Set<string>()
  for (const path of comparedPaths(before, after, touched)) {
    if (!sameBody(before.files.get(path)?.body, after.files.get(path)?.body, touched))
      changed.add(path)
  }
  // A page that shows errors is told anew each time: its frames follow the text.
  for (const path of [...before.failures.keys(), ...after.failures.keys()]) changed.add(path)
  return [...changed].map((path) => after.base + path.replace(/(^|\/)index\.html$/, '$1'))
}

/** Where single pages were drawn, these; else all there are and were: a copied file may be new though no site was made. */
function comparedPaths(
  before: View,
  after: View,
  touched: ReadonlySet<string>,
): ReadonlySet<string> {
  const drawn = before.site === after.site && before.files !== after.files
  if (drawn) return new Set([...touched].flatMap((source) => after.pagePaths.get(source) ?? []))
  return new Set([...before.files.keys(), ...after.files.keys()])
}

function sameBody(
  before: OutputBody | undefined,
  after: OutputBody | undefined,
  touched: ReadonlySet<string>,
): boolean {
  if (
    before === undefined ||
    after === undefined ||
    typeof before === 'string' ||
    typeof after === 'string'
  )
    return before === after
  if (isCopy(before)) return isCopy(after) && before.copy === after.copy && !touched.has(after.copy)
  if (before === after) return true
  if (isUnmade(before) || isUnmade(after))
    return isUnmade(before) && isUnmade(after) && before.sha256 === after.sha256
  return !isCopy(after) && Buffer.compare(before, after) === 0
}

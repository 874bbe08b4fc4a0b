import type { HugoText } from './hugo-text.ts'

/** Finds the text that a `ref` names, as Hugo does: by path from the content folder or the post’s own, or by its name alone. */
export function refFinder(
  texts: readonly HugoText[],
): (ref: string, from: HugoText) => HugoText | undefined {
  const byPath = new Map<string, HugoText>()
  const byName = new Map<string, HugoText | undefined>()
  for (const text of texts) {
    const key = [...text.place.folders, text.place.name].join('/').toLowerCase()
    const known = byPath.get(key)
    if (!known || known.translationOf !== undefined) byPath.set(key, text)
    const name = text.place.name.toLowerCase()
    byName.set(
      name,
      byName.has(name) &&
        byName.get(name)?.translationOf === undefined &&
        text.translationOf === undefined
        ? undefined
        : text,
    )
  }
  return (ref, from) => {
    const wanted = ref
      .toLowerCase()
      .replace(/\.(?:md|markdown)$/, '')
      .replace(/\/(?:_?index)?$/, '')
    const here = [...from.place.folders, ...(from.place.bundle ? [from.place.name] : [])]
    const absolute = wanted.replace(/^\/+/, '')
    const relative = resolved([...here], wanted)
    const sibling = resolved([...from.place.folders], wanted)
    return (
      byPath.get(relative) ?? byPath.get(sibling) ?? byPath.get(absolute) ?? byName.get(absolute)
    )
  }
}

function resolved(folders: string[], path: string): string {
  for (const part of path.split('/')) {
    if (part === '..') folders.pop()
    else if (part !== '.' && part !== '') folders.push(part)
  }
  return folders.join('/').toLowerCase()
}

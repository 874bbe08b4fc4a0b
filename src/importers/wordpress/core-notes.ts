import type { Root } from 'hast'
import { attribute, elementsOf, wordsOf } from '../html-to-markdown/hast-words.ts'
import { becomeCall } from '../html-to-markdown/note-shelf.ts'

/**
 * The notes of WordPress' own footnotes block, which lie beside the post, by their ids.
 *
 * @param meta the value of the custom field `footnotes`: a list of `content` and `id`, as JSON
 * @returns undefined where the field is no such list
 */
export function coreNotes(meta: string | undefined): ReadonlyMap<string, string> | undefined {
  if (meta === undefined || meta.trim() === '') return new Map()
  try {
    const data: unknown = JSON.parse(meta)
    if (!Array.isArray(data)) return undefined
    return new Map(
      data.flatMap((each: unknown) => {
        if (typeof each !== 'object' || each === null) return []
        const { id, content } = each as { id?: unknown; content?: unknown }
        return typeof id === 'string' && typeof content === 'string' ? [[id, content] as const] : []
      }),
    )
  } catch {
    return undefined
  }
}

/**
 * Makes the calls of that block `ibid-note-call`s, in place.
 *
 * @param labelOf the label of a note; undefined where there is none
 * @returns the marks of calls without a note, which stay as text
 */
export function bindCoreNotes(
  tree: Root,
  labelOf: (id: string) => string | undefined,
): readonly string[] {
  const loose: string[] = []
  for (const call of elementsOf(tree)) {
    const id = attribute(call, 'dataFn')
    if (call.tagName !== 'sup' || id === '') continue
    const label = labelOf(id)
    if (label === undefined) {
      const mark = wordsOf(call).trim()
      loose.push(mark)
      call.properties = {}
      call.children = [{ type: 'text', value: mark }]
    } else becomeCall(call, label)
  }
  return loose
}

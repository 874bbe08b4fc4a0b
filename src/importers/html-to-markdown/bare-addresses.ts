import type { PhrasingContent, Root } from 'mdast'
import { parentsOf } from '../../syntax/walk.ts'

/** Longer addresses stay text. */
const mostLength = 2000
const address = /(?<![\w/@.:-])https?:\/\/[^\s<>"\u00a0]+/gi

/** Makes links of addresses that stand bare in the text, in place, so that no sign in them needs an escape. */
export function linkAddresses(root: Root): Root {
  const linked = new Set(
    parentsOf(root)
      .filter(({ type }) => type === 'link')
      .flatMap(parentsOf),
  )
  for (const parent of parentsOf(root)) {
    if (linked.has(parent)) continue
    const children = parent.children as PhrasingContent[]
    if (!children.some((child) => child.type === 'text' && child.value.includes('://'))) continue
    parent.children = children.flatMap((child) =>
      child.type === 'text' ? parts(child.value) : [child],
    ) as never
  }
  return root
}

function parts(text: string): PhrasingContent[] {
  const made: PhrasingContent[] = []
  let from = 0
  for (const found of text.matchAll(address)) {
    const url = withoutEnd(found[0])
    if (url.length > mostLength || !URL.canParse(url)) continue
    if (found.index > from) made.push({ type: 'text', value: text.slice(from, found.index) })
    made.push({ type: 'link', url, children: [{ type: 'text', value: url }] })
    from = found.index + url.length
  }
  if (from < text.length) made.push({ type: 'text', value: text.slice(from) })
  return made
}

/** An address without the punctuation of the sentence around it; a bracket stays where its partner is in it. */
function withoutEnd(typed: string): string {
  if (typed.length > mostLength) return typed
  let url = typed
  for (;;) {
    const end = /[.,:;!?'"*_~\u2019\u201d\u00bb\u2026]+$/.exec(url)
    if (end) url = url.slice(0, end.index)
    else if (/\)$/.test(url) && count(url, ')') > count(url, '(')) url = url.slice(0, -1)
    else if (/\]$/.test(url) && count(url, ']') > count(url, '[')) url = url.slice(0, -1)
    else return url
  }
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}

import type { IsCode } from './code-ranges.ts'
import type { Edit } from './edits.ts'

/** `](to` of a link or picture, and `[label]: to` of a definition; in angle brackets or bare (CommonMark 0.31.2, 6.3). */
const destination =
  /(?:\]\([ \t]*|^ {0,3}\[(?!\^)[^\]\n]{1,999}\]:[ \t]*)(<[^<>\n]*>|(?:[^\s()<>\\]|\\.|\([^\s()<>]*\))+)/gm

/** `src="…"` and `href="…"` of raw HTML. */
const attribute = /\b(?:src|href)[ \t]*=[ \t]*"([^"\n]*)"/gi

/**
 * Edits that lead links, pictures and definitions elsewhere.
 *
 * @param from where in the text to begin
 * @param lead told each address as it is typed; what is to stand there instead, or nothing
 */
export function leadElsewhere(
  text: string,
  from: number,
  isCode: IsCode,
  lead: (address: string) => string | undefined,
): readonly Edit[] {
  const edits: Edit[] = []
  for (const pattern of [destination, attribute])
    for (const match of text.slice(from).matchAll(pattern)) {
      const typed = match[1] ?? ''
      const start =
        from + match.index + match[0].length - typed.length - (pattern === attribute ? 1 : 0)
      if (isCode(start)) continue
      const pointed = typed.startsWith('<') ? typed.slice(1, -1) : typed
      const instead = lead(pointed)
      if (instead === undefined || instead === pointed) continue
      const insert = pattern === attribute ? instead : pointable(instead)
      edits.push({ start, end: start + typed.length, insert })
    }
  return edits
}

/** An address as it can stand in `(…)` of a link. */
export function pointable(address: string): string {
  return /[\s()<>\p{Cc}]/u.test(address)
    ? `<${address.replace(/[<>\n\r]/g, (sign) => encodeURIComponent(sign))}>`
    : address
}

/** A path as it is typed in a link from one file to another: `content/posts/a.md`, `content/pages/b.md` → `../pages/b.md`. */
export function relativeLink(from: string, to: string): string {
  const here = from.split('/').slice(0, -1)
  const there = to.split('/')
  let same = 0
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++
  const path = [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/')
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent)
}

/** Where a relative address leads from a file, both POSIX; undefined where it is none or leads out. */
export function relativeTarget(
  from: string,
  address: string,
): { path: string; tail: string } | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|#|\?|$)/i.test(address)) return undefined
  const [, typed = '', tail = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? []
  const parts = from.split('/').slice(0, -1)
  for (const part of decoded(typed).split('/')) {
    if (part === '..' && parts.length === 0) return undefined
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return { path: parts.join('/'), tail }
}

/** Percent signs read as UTF-8, where they are that. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A path of a site below the address of the site: `/blog/a.png` → `/a.png`, where it lies at `/blog/`. */
export function withoutBase(address: string, basePath: string): string {
  return basePath !== '/' && address.startsWith(basePath)
    ? address.slice(basePath.length - 1)
    : address
}

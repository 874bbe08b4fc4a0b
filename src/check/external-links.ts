import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { EssayLink } from '../model/essay.ts'
import type { Page, Post } from '../model/site.ts'

/** Where an address of another site is written; the same address may be written in many places. */
export interface ExternalLink {
  /** Without its fragment. */
  readonly url: string
  readonly places: readonly { readonly file: string; readonly place: EssayLink['place'] }[]
}

/** What became of asking for an address. */
export type ProbeResult =
  | { readonly kind: 'fine' }
  /** It has moved for good. */
  | { readonly kind: 'moved'; readonly to: string }
  /** Nothing is there. `reason` ends a sentence: `answers 404 (Not Found)`. */
  | { readonly kind: 'broken'; readonly reason: string }
  /** Nobody can tell. */
  | { readonly kind: 'unknown'; readonly reason: string }

/** Every address of another site that published essays link to, each once, in the order of their first places. */
export function externalLinks(essays: readonly (Post | Page)[], own: string): ExternalLink[] {
  const links = new Map<string, { url: string; places: ExternalLink['places'][number][] }>()
  const add = (written: string, file: string, place: EssayLink['place']): void => {
    const url = addressOf(written)
    if (url === undefined || url.startsWith(own)) return
    const known = links.get(url)
    if (known) known.places.push({ file, place })
    else links.set(url, { url, places: [{ file, place }] })
  }
  for (const { essay } of essays) {
    for (const { kind, url, source, place } of essay.links)
      if (kind === 'link') add(url, source, place)
    for (const { url } of essay.front.discuss) add(url, essay.source, undefined)
  }
  return [...links.values()]
}

function addressOf(written: string): string | undefined {
  const absolute = written.startsWith('//') ? `https:${written}` : written
  if (!/^https?:\/\//i.test(absolute) || !URL.canParse(absolute)) return undefined
  const url = new URL(absolute)
  url.hash = ''
  return url.href
}

/** What an author should know of an address that was asked for; at each place where it is written. */
export function externalFindings({ url, places }: ExternalLink, result: ProbeResult): Diagnostic[] {
  if (result.kind === 'fine') return []
  return places.map(({ file, place }) => {
    const at = { file, place }
    if (result.kind === 'moved')
      return diagnose('LK202', {
        message: `${url} has moved for good.`,
        ...at,
        hint: result.to,
      })
    if (result.kind === 'broken')
      return diagnose('LK201', {
        message: `${url} ${result.reason}.`,
        ...at,
        hint: 'Link to where it is now, or to a copy in an archive such as https://web.archive.org/.',
      })
    return diagnose('LK203', {
      message: `Nobody can tell whether ${url} is still there: ${result.reason}.`,
      ...at,
    })
  })
}

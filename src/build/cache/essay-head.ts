import type { Essay, EssayLink } from '../../model/essay.ts'
import { digest } from './digest.ts'

/** The parts of an essay that need its text. They are read, or made anew, when they are asked for. */
export type EssayText = Pick<Essay, 'titleContent' | 'body' | 'notes' | 'outline' | 'links'>

/** All other parts: what the rest of the site needs of an essay. Plain JSON data. */
export type EssayHead = Omit<Essay, keyof EssayText | 'diagnostics'> & {
  /** Links that only the whole site can tell of, and every picture. */
  readonly siteLinks: readonly EssayLink[]
}

/** Short stand-ins for parts of an essay, one for what readers of other pages see of it together. */
export interface Facets {
  /** The whole text, and whatever it is understood by. */
  readonly whole: string
  /** What the front matter and the file's name tell. */
  readonly card: string
  readonly summary: string
}

/** @param whole stands for the text and what it was understood by */
export function facetsOf(essay: Essay | EssayHead, whole: string): Facets {
  const { source, kind, front, key, title, slug, lang, standfirst, summary } = essay
  return {
    whole,
    card: digest(JSON.stringify([source, kind, front, key, title, slug, lang, standfirst])),
    summary: digest(summary),
  }
}

export function headOf(essay: Essay): EssayHead {
  const {
    titleContent: _t,
    body: _b,
    notes: _n,
    outline: _o,
    links,
    diagnostics: _d,
    ...rest
  } = essay
  return { ...rest, siteLinks: links.filter(isSiteLink) }
}

/** False for a link that means the same on any site: nothing can be found out about it. */
export function isSiteLink({ kind, url }: Pick<EssayLink, 'kind' | 'url'>): boolean {
  return kind === 'image' || !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#|$)/i.test(url)
}

/** An essay from its head; each part of its text is asked for when it is looked at. */
export function essayFromHead(
  { siteLinks: _, ...head }: EssayHead,
  diagnostics: Essay['diagnostics'],
  text: { readonly [Part in keyof EssayText]: () => EssayText[Part] },
): Essay {
  return {
    ...head,
    diagnostics,
    get titleContent() {
      return text.titleContent()
    },
    get body() {
      return text.body()
    },
    get notes() {
      return text.notes()
    },
    get outline() {
      return text.outline()
    },
    get links() {
      return text.links()
    },
  }
}

/** The same essay with another date; parts of its text stay unread. */
export function withDate(essay: Essay, date: Essay['date']): Essay {
  const parts = { ...Object.getOwnPropertyDescriptors(essay) }
  return Object.defineProperties({}, { ...parts, date: { value: date, enumerable: true } }) as Essay
}

import type { FoundEssay } from '../wire.ts'

/** The parts of the page that the script fills. */
export interface SearchView {
  readonly box: HTMLElement
  readonly input: HTMLInputElement
  readonly status: HTMLElement
  readonly list: HTMLElement
  /** What stands there for readers without script. */
  readonly fallback: HTMLElement | null
  /** Address of the index. */
  readonly index: string
}

/** Finds the parts by the ids and attributes that `themes/plain/search.tsx` gives them. */
export function findView(page: Document): SearchView | undefined {
  const root = page.querySelector<HTMLElement>('[data-search-index]')
  const box = root?.querySelector<HTMLElement>('[data-search-box]')
  const input = root?.querySelector<HTMLInputElement>('input')
  const status = root?.querySelector<HTMLElement>('[role=status]')
  const list = root?.querySelector<HTMLElement>('[data-search-results]')
  const index = root?.dataset.searchIndex
  if (!root || !box || !input || !status || !list || !index) return undefined
  return { box, input, status, list, index, fallback: root.querySelector('[data-search-fallback]') }
}

/** Puts results on the page, in their order, instead of those before. */
export function showResults({ list }: SearchView, essays: readonly FoundEssay[]): void {
  list.replaceChildren(...essays.map(resultOf))
  list.hidden = essays.length === 0
}

/** Adds results at the end. */
export function addResults({ list }: SearchView, essays: readonly FoundEssay[]): void {
  list.append(...essays.map(resultOf))
}

/**
 * Calls back when the last result comes into view.
 *
 * @returns ends the waiting
 */
export function whenEndIsSeen({ list }: SearchView, seen: () => void): () => void {
  const last = list.lastElementChild
  if (!last) return () => undefined
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return
    observer.disconnect()
    seen()
  })
  observer.observe(last)
  return () => observer.disconnect()
}

function resultOf({ title, href, summary, date, lang }: FoundEssay): HTMLElement {
  const link = element('a', title, lang)
  link.setAttribute('href', href)
  const heading = element('h2')
  heading.append(link)
  const item = element('li')
  item.append(heading)
  if (summary !== '') {
    const words = element('p', summary, lang)
    words.className = 'p-summary'
    item.append(words)
  }
  if (date) {
    const day = element('time', date[1])
    day.setAttribute('datetime', date[0])
    const line = element('p')
    line.className = 'byline'
    line.append(day)
    item.append(line)
  }
  return item
}

function element(name: string, words?: string, lang?: string): HTMLElement {
  const made = document.createElement(name)
  if (words !== undefined) made.textContent = words
  if (lang !== undefined) made.lang = lang
  return made
}

/** Moves between the field and the results with the arrow keys. */
export function moveWithArrows({ input, list }: SearchView, event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return
  const stops = [input, ...list.querySelectorAll<HTMLElement>('a')]
  const at = stops.indexOf(event.target as HTMLElement)
  const next = at < 0 ? undefined : stops[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

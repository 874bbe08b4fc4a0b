import type { FoundEssay } from '../wire.ts'
import { find } from './find.ts'
import { type OpenIndex, openIndex } from './index-source.ts'
import {
  addResults,
  findView,
  moveWithArrows,
  type SearchView,
  showResults,
  whenEndIsSeen,
} from './view.ts'

/** Milliseconds without a key before a question is asked, so that what is announced is not cut short. */
const pause = 150

async function fetchJson(href: string): Promise<unknown> {
  const response = await fetch(href)
  if (!response.ok) throw new Error(`${href}: ${response.status}`)
  return await response.json()
}

function start(view: SearchView): void {
  let opening: Promise<OpenIndex> | undefined
  let asking = 0
  let timer = 0
  let stopWaiting = (): void => undefined

  const open = (): Promise<OpenIndex> => {
    opening ??= openIndex(view.index, fetchJson)
    opening.catch(() => {
      opening = undefined
    })
    return opening
  }

  const ask = async (): Promise<void> => {
    const question = view.input.value.trim()
    const turn = ++asking
    stopWaiting()
    keepInAddress(question)
    if (question === '') return show(view, [], '')
    try {
      const index = await open()
      const found = await find(question, index)
      const essays = await index.essays(found.slice(0, index.atOnce))
      if (turn !== asking) return
      const { results, manyResults } = index.words
      show(view, essays, results[found.length] ?? manyResults)
      // As many results are shown as there are words for.
      addLater(turn, index, found.slice(index.atOnce, results.length - 1))
    } catch {
      if (turn === asking) fail(view)
    }
  }

  const addLater = (turn: number, index: OpenIndex, found: readonly number[]): void => {
    if (found.length === 0) return
    stopWaiting = whenEndIsSeen(view, async () => {
      const essays = await index.essays(found.slice(0, index.atOnce)).catch(() => [])
      if (turn !== asking || essays.length === 0) return
      addResults(view, essays)
      addLater(turn, index, found.slice(index.atOnce))
    })
  }

  view.input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(ask, pause)
  })
  view.input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return
    clearTimeout(timer)
    void ask()
  })
  view.input.addEventListener('focus', () => void open().catch(() => undefined), { once: true })
  document.addEventListener('keydown', (event) => moveWithArrows(view, event))

  view.box.hidden = false
  if (view.fallback) view.fallback.hidden = true
  view.input.value = new URLSearchParams(location.search).get('q') ?? view.input.value
  if (view.input.value.trim() !== '') void ask()
}

function show(view: SearchView, essays: readonly FoundEssay[], words: string): void {
  if (view.fallback) view.fallback.hidden = true
  showResults(view, essays)
  view.status.textContent = words
}

/** Says that nothing can be searched, and shows the way that needs no index. */
function fail(view: SearchView): void {
  show(view, [], view.status.dataset.failed ?? '')
  if (view.fallback) view.fallback.hidden = false
}

/** The address of a search can be kept and passed on; going back leaves the page, not the last letter. */
function keepInAddress(question: string): void {
  const address = new URL(location.href)
  if (question === '') address.searchParams.delete('q')
  else address.searchParams.set('q', question)
  if (address.href !== location.href) history.replaceState(history.state, '', address)
}

const view = findView(document)
if (view) start(view)

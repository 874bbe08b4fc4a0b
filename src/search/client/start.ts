import { find } from './find.ts'
import { type OpenIndex, openIndex } from './index-source.ts'
import { findView, moveWithArrows, type SearchView, showResults } from './view.ts'

/** As many results as the index has words for. */
const shownOf = (index: OpenIndex): number => index.words.results.length - 1
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
    keepInAddress(question)
    if (question === '') return show(view, [], '')
    try {
      const index = await open()
      const found = await find(question, index.asked)
      if (turn !== asking) return
      const { results, manyResults } = index.words
      const essays = found.slice(0, shownOf(index)).flatMap((number) => index.essays[number] ?? [])
      show(view, essays, results[found.length] ?? manyResults)
    } catch {
      if (turn === asking) fail(view)
    }
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

function show(view: SearchView, essays: OpenIndex['essays'], words: string): void {
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

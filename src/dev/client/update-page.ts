import { Idiomorph } from 'idiomorph'
import { clientPath, ownPath, type Update } from '../live/protocol.ts'
import { pairElements } from './pair-elements.ts'
import { refreshAssets } from './refresh-assets.ts'
import { updateHead } from './update-head.ts'

/** Brings the page up to date after a rebuild. */
export type PageUpdater = (update: Update) => Promise<void>

/**
 * @param facts the query of the client's own address: the version and status of the page it came with
 */
export function createPageUpdater(facts: URLSearchParams): PageUpdater {
  let version = Number(facts.get('version'))
  let status = Number(facts.get('status'))
  return async (update) => {
    const missedSome =
      update.version > version + 1 || (update.changed.length === 0 && update.version > version)
    const restarted = update.version < version
    const concerned = missedSome || status !== 200 || isOwnPage() || isNamed(update.changed)
    version = update.version
    if (restarted) location.reload()
    else if (concerned) status = await fetchAndMorph()
    if (!restarted) refreshAssets(document, update)
  }
}

function isOwnPage(): boolean {
  return location.pathname.startsWith(ownPath)
}

function isNamed(changed: readonly string[]): boolean {
  const path = decodeURIComponent(location.pathname).replace(/\/index\.html$/, '/')
  return changed.includes(path) || changed.includes('*')
}

/** @returns the status with which the page was sent */
async function fetchAndMorph(): Promise<number> {
  const response = await fetch(location.pathname + location.search, {
    headers: { accept: 'text/html' },
  })
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  if (response.redirected || scriptsOf(fresh) !== scriptsOf(document)) {
    location.reload()
    return response.status
  }
  await updateHead(document, fresh)
  morphBody(fresh)
  return response.status
}

/** The page's own scripts; a change of them needs a new page. */
function scriptsOf(page: Document): string {
  const scripts = [...page.querySelectorAll('script')].filter(
    (script) => !isClient(script) && !isData(script),
  )
  return scripts.map((script) => `${script.getAttribute('src') ?? script.textContent}`).join('\n')
}

function isClient(script: HTMLScriptElement): boolean {
  return script.getAttribute('src')?.startsWith(clientPath) ?? false
}

function isData(script: HTMLScriptElement): boolean {
  return /json/.test(script.type)
}

/** Changes what differs and leaves the rest in place: scroll position, focus, an open sheet, open details. */
function morphBody(fresh: Document): void {
  const { scrollX, scrollY } = window
  const sheet = document.querySelector(':target')?.id
  const focused = document.activeElement
  const unpair = pairElements(document.body, fresh.body)
  Idiomorph.morph(document.body, fresh.body, {
    morphStyle: 'outerHTML',
    // The field that is typed in keeps its text; a focused link must get its new one.
    ignoreActiveValue: focused?.matches('input, textarea, select') ?? false,
    restoreFocus: true,
    callbacks: { beforeAttributeUpdated: (name, element) => !isReadersOwn(name, element) },
  })
  unpair()
  const lost = sheet !== undefined && document.querySelector(':target') === null
  if (lost && document.getElementById(sheet)) location.replace(`#${encodeURIComponent(sheet)}`)
  if (focused instanceof HTMLElement && focused.isConnected && document.activeElement !== focused)
    focused.focus({ preventScroll: true })
  if (window.scrollX !== scrollX || window.scrollY !== scrollY)
    window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' })
}

/** True for what the reader changed, not the author. */
function isReadersOwn(name: string, element: Element): boolean {
  return name === 'open' && (element.localName === 'details' || element.localName === 'dialog')
}

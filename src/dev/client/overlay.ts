import { ownPath, type Problem, type Update } from '../live/protocol.ts'
import { overlayStyle } from './overlay-style.ts'

type Told = Pick<Update, 'errors' | 'warnings' | 'problems'>

/** The panel over the foot of a page that tells what is wrong. */
export interface Overlay {
  /** Shows the errors of a rebuild, or goes away where there are none. */
  readonly show: (update: Told) => void
}

/**
 * Makes the overlay: a custom element beside the body, so that neither the page's styles nor its updates reach
 * it. It takes no focus, as the author is writing elsewhere; screen readers are told by a live region. Whatever
 * it shows is set as text. Once closed it stays away until the errors are other ones.
 */
export function createOverlay(page: Document): Overlay {
  let panel: Panel | undefined
  let shown = ''
  let closed = ''
  const remove = (): void => {
    panel?.host.remove()
    panel = undefined
  }
  const close = (): void => {
    closed = shown
    remove()
  }
  return {
    show: (update) => {
      shown = update.errors === 0 ? '' : JSON.stringify(update.problems)
      if (shown !== closed) closed = ''
      if (update.errors === 0 || shown === closed) return remove()
      panel ??= makePanel(page, close)
      fill(panel, update)
    },
  }
}

/** The parts that stay while the overlay is shown, so that focus and the live region stay too. */
interface Panel {
  readonly host: HTMLElement
  readonly summary: HTMLElement
  readonly list: HTMLElement
  readonly foot: HTMLElement
}

function makePanel(page: Document, close: () => void): Panel {
  const host = page.createElement('ibid-problems')
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(overlayStyle)
  root.adoptedStyleSheets = [sheet]
  const summary = element('span', '')
  summary.setAttribute('role', 'status')
  const heading = parent('h2', summary)
  heading.id = 'summary'
  const button = element('button', 'Close')
  button.setAttribute('type', 'button')
  button.addEventListener('click', close)
  const [list, foot] = [element('ol', ''), element('p', '')]
  const section = parent('section', parent('header', heading, button), list, foot)
  section.setAttribute('aria-labelledby', heading.id)
  section.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close()
  })
  root.append(section)
  page.documentElement.append(host)
  return { host, summary, list, foot }
}

function fill({ summary, list, foot }: Panel, update: Told): void {
  const { errors, problems } = update
  // A live region is read out when its text changes, not when it comes with its text.
  requestAnimationFrame(() => {
    summary.textContent = summaryOf(update)
  })
  list.replaceChildren(...problems.map(problemItem))
  const link = document.createElement('a')
  link.href = ownPath
  link.textContent = 'All problems, drafts and notes'
  foot.replaceChildren(
    errors > problems.length ? `And ${errors - problems.length} more. ` : '',
    link,
  )
}

function summaryOf({ errors, warnings }: Pick<Update, 'errors' | 'warnings'>): string {
  const counted = (count: number, noun: string): string =>
    `${count} ${noun}${count === 1 ? '' : 's'}`
  return warnings === 0
    ? counted(errors, 'error')
    : `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`
}

function problemItem(problem: Problem): HTMLElement {
  const place = element('span', problem.place)
  place.className = 'place'
  const head = element('p', ` ${problem.name}`)
  head.prepend(place)
  const item = parent('li', head, element('p', problem.message))
  if (problem.frame !== '') {
    const frame = element('pre', problem.frame)
    frame.tabIndex = 0
    item.append(frame)
  }
  if (problem.hint !== '') item.append(element('p', `→ ${problem.hint}`))
  return item
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

function parent(name: string, ...children: readonly HTMLElement[]): HTMLElement {
  const made = document.createElement(name)
  made.append(...children)
  return made
}

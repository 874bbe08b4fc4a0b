import { clientPath } from './protocol.ts'

/** What the client must know of the page it is in. */
export interface ClientFacts {
  /** The secret without which the WebSocket is not opened. */
  readonly token: string
  readonly version: number
  /** Status with which the page was sent. */
  readonly status: number
}

/** The address of the client's module, which carries what it must know. */
export function clientAddress(facts: ClientFacts): string {
  const query = new URLSearchParams({
    token: facts.token,
    version: String(facts.version),
    status: String(facts.status),
  })
  return `${clientPath}?${query}`
}

/**
 * Puts the dev client into a page as text, so that a page of any theme can be served. A policy in a `<meta>`
 * would keep the client out; it is taken away, as the answer's header carries it.
 *
 * @param page a whole HTML page
 */
export function injectClient(page: string, facts: ClientFacts): string {
  const open = page.replace(/<meta\b[^>]*\bhttp-equiv=["']?content-security-policy\b[^>]*>/gi, '')
  const address = clientAddress(facts).replaceAll('&', '&amp;')
  const script = `<script type="module" src="${address}"></script>`
  const head = /<\/head>/i.exec(open) ?? /<body\b/i.exec(open)
  return head ? open.slice(0, head.index) + script + open.slice(head.index) : open + script
}

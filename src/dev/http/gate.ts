import type { IncomingHttpHeaders } from 'node:http'

/** Why a request is turned away before anything else looks at it. */
export interface Refusal {
  readonly status: 403 | 405
  readonly message: string
}

/** The names under which the server may be asked, with its port. */
function ownHosts(port: number): ReadonlySet<string> {
  const names = ['127.0.0.1', 'localhost', '[::1]']
  return new Set([...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])])
}

/**
 * Turns away what no page of this server would send: a foreign `Host` (DNS rebinding), a foreign `Origin`,
 * parts of other sites' pages (Fetch Metadata), and every method that is not a plain read. Following a link
 * from elsewhere is allowed.
 *
 * @returns undefined where the request may pass
 */
export function refuseRequest(
  request: { readonly method?: string | undefined; readonly headers: IncomingHttpHeaders },
  port: number,
): Refusal | undefined {
  const { headers } = request
  const foreign = foreignHost(headers, port)
  if (foreign) return foreign
  if (headers.origin !== undefined && !isOwnOrigin(headers.origin, port))
    return forbidden(`Requests from ${JSON.stringify(headers.origin)} are not answered.`)
  const site = headers['sec-fetch-site']
  const navigates =
    headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  if ((site === 'cross-site' || site === 'same-site') && !navigates)
    return forbidden('Pages of other sites may not use this server.')
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { status: 405, message: 'Only GET and HEAD are answered.' }
  return undefined
}

/** The same for a WebSocket handshake, which must come from a page of this server. */
export function refuseUpgrade(headers: IncomingHttpHeaders, port: number): Refusal | undefined {
  const foreign = foreignHost(headers, port)
  if (foreign) return foreign
  if (headers.origin === undefined || !isOwnOrigin(headers.origin, port))
    return forbidden('Only pages of this server may listen for updates.')
  return undefined
}

function foreignHost(headers: IncomingHttpHeaders, port: number): Refusal | undefined {
  if (ownHosts(port).has(headers.host?.toLowerCase() ?? '')) return undefined
  return forbidden(
    `This server answers only as http://127.0.0.1:${port}/ and http://localhost:${port}/.`,
  )
}

function isOwnOrigin(origin: string, port: number): boolean {
  return origin.startsWith('http://') && ownHosts(port).has(origin.slice('http://'.length))
}

function forbidden(message: string): Refusal {
  return { status: 403, message }
}

import { createHash } from 'node:crypto'
import { CopyError, type Found, type SiteCopy } from './site-copy.ts'

/** Files that hosts read themselves and keep to themselves. */
const hostFiles: ReadonlySet<string> = new Set(['_headers', '_redirects'])
/** Milliseconds in which an answer must begin, and in which each piece of it must come. */
const patience = 20_000
const mostRedirects = 5
/** Files that may fail to come before the whole site is given up. */
const mostFailures = 5

/** How a served site is asked. */
export interface ServedOptions {
  readonly signal?: AbortSignal | undefined
  /** Milliseconds in which an answer must begin, and in which each piece of it must come; 20 seconds by default. */
  readonly patience?: number | undefined
}

/**
 * A site as a host serves it. Asks with GET only and follows no redirect to another origin. This is the one
 * place of the engine that goes to a network, and only `ibid verify` comes here.
 *
 * @param address of the home page
 * @throws CopyError where that is no address of the web
 */
export function servedCopy(address: string, options: ServedOptions = {}): SiteCopy {
  const base = baseOf(address)
  const tolerant = tolerance(mostFailures)
  return {
    name: base.href,
    atOnce: 6,
    read: async (path, limit) => {
      const pieces: Uint8Array[] = []
      const answer = await get(path, base, options, limit, (piece) => pieces.push(piece))
      if (answer.status === 200 && answer.bytes !== undefined) return Buffer.concat(pieces)
      if (answer.status === 404 || answer.status === 410) return undefined
      throw new CopyError(`${new URL(path, base)} cannot be read: ${answer.why}.`)
    },
    look: async (path, { bytes, leadsTo }) => {
      const found = await tolerant(() => look(path, base, options, bytes))
      const alias = leadsTo === undefined ? undefined : new URL(leadsTo, base).pathname
      return found.kind === 'other' && found.to !== undefined && found.to === alias
        ? { kind: 'unseen', why: `the host leads on to ${leadsTo}` }
        : found
    },
  }
}

/** Lets a few files fail to come, as things that are wrong with them; a host that answers nothing more is no site. */
function tolerance(most: number): (work: () => Promise<Looked>) => Promise<Looked> {
  let failures = 0
  return async (work) => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof CopyError) || ++failures > most) throw error
      return { kind: 'other', why: 'an address that does not answer' }
    }
  }
}

function baseOf(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new CopyError(`${address} is not the address of a site.`, 'https://example.org/')
  url.hash = ''
  url.search = ''
  url.pathname = url.pathname.replace(/(?:index\.html|\/*)$/, '/').replace(/\/\/$/, '/')
  return url
}

type Looked = Found & { readonly to?: string | undefined }
type Take = (piece: Uint8Array) => void

interface Answer {
  readonly status: number
  /** Length of the body, where it is not longer than was allowed. */
  readonly bytes?: number
  /** What there is instead of a body, in words. */
  readonly why: string
  /** Where the host leads on to, and it is not the same file by another name. */
  readonly to?: string | undefined
}

async function look(
  path: string,
  base: URL,
  options: ServedOptions,
  limit = Number.MAX_SAFE_INTEGER,
): Promise<Looked> {
  const hash = createHash('sha256')
  const answer = await get(path, base, options, limit, (piece) => hash.update(piece))
  const { status, bytes, why, to } = answer
  // A host serves the page for what is not there with the status that says so.
  if (bytes !== undefined && (status === 200 || path.endsWith('404.html')))
    return { kind: 'file', digest: { sha256: hash.digest('hex'), bytes } }
  if (hostFiles.has(path) && (status === 404 || status === 410 || status === 403))
    return { kind: 'unseen', why: 'the host keeps it to itself' }
  if (status === 404 || status === 410) return { kind: 'absent' }
  return { kind: 'other', why, to }
}

/** Asks for the address that readers use: a page by its folder. */
async function get(
  path: string,
  base: URL,
  options: ServedOptions,
  limit: number,
  take: Take,
): Promise<Answer> {
  let url = new URL(addressOf(path), base)
  for (let i = 0; ; i++) {
    const answer = await ask(url, options, limit, take)
    if (answer.to === undefined) return answer
    const next = new URL(answer.to, url)
    const same = next.origin === url.origin && spelling(next) === spelling(url)
    if (!same || i === mostRedirects)
      return {
        ...answer,
        why: `a redirect to ${next.origin === url.origin ? next.pathname : next.href}`,
        to: next.origin === url.origin ? next.pathname : undefined,
      }
    url = next
  }
}

function addressOf(path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return `./${encoded.replace(/(^|\/)index\.html$/, '$1')}`
}

/** What several addresses of one file have in common: `/a/`, `/a`, `/a.html` and `/a/index.html`. */
function spelling({ pathname }: URL): string {
  return pathname.replace(/(?:\/index)?(?:\.html)?\/?$/, '')
}

async function ask(url: URL, options: ServedOptions, limit: number, take: Take): Promise<Answer> {
  const timer = idleTimer(options.patience ?? patience)
  try {
    const signal = AbortSignal.any([timer.signal, ...(options.signal ? [options.signal] : [])])
    const response = await fetch(url, {
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      // An encoding on the way is no change of the file, but would only have to be undone.
      headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'ibid-verify' },
      signal,
    })
    const { status } = response
    const to = status >= 300 && status < 400 ? response.headers.get('location') : null
    const why = `an answer with the status ${status}`
    if (to !== null || (status !== 200 && status !== 404)) {
      await response.body?.cancel()
      return to !== null && URL.canParse(to, url) ? { status, why, to } : { status, why }
    }
    const bytes = await drain(response, limit, (piece) => {
      timer.restart()
      take(piece)
    })
    if (bytes !== undefined) return { status, why, bytes }
    return { status, why: `an answer of more than ${limit} bytes` }
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw new CopyError(
      `${url} cannot be read: ${timer.signal.aborted ? 'the host takes too long' : reasonOf(error)}.`,
    )
  } finally {
    timer.stop()
  }
}

/** The length of a body; undefined where it is longer than allowed, and the rest is then left unread. */
async function drain(response: Response, limit: number, take: Take): Promise<number | undefined> {
  let bytes = 0
  for await (const piece of response.body ?? []) {
    bytes += piece.length
    if (bytes > limit) return undefined
    take(piece)
  }
  return bytes
}

function idleTimer(milliseconds: number) {
  const controller = new AbortController()
  const start = () => setTimeout(() => controller.abort(), milliseconds)
  let timer = start()
  return {
    signal: controller.signal,
    restart: () => {
      clearTimeout(timer)
      timer = start()
    },
    stop: () => clearTimeout(timer),
  }
}

/** `fetch` hides what went wrong behind "fetch failed". */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Error)) return String(cause)
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  const known: Readonly<Record<string, string>> = {
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'the name of the host cannot be looked up now',
    ECONNREFUSED: 'nothing answers there',
    ECONNRESET: 'the host broke off',
    UND_ERR_SOCKET: 'the host broke off',
  }
  return known[code] ?? (cause.message || code || 'it fails')
}

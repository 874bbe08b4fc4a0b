import { createHash } from 'node:crypto'
import { type Answer, httpGet, type ServedOptions, type Take } from './http-get.ts'
import { CopyError, type Found, type SiteCopy } from './site-copy.ts'

/** Files that hosts read themselves and keep to themselves. */
const hostFiles: ReadonlySet<string> = new Set(['_headers', '_redirects'])
const mostRedirects = 5
/** Files that may fail to come before the whole site is given up. */
const mostFailures = 5

/**
 * A site as a host serves it. Asks with GET only and follows no redirect to another origin. Only
 * `ibid verify` comes here.
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
    const answer = await httpGet(url, options, limit, take)
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

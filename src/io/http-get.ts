import { CopyError } from './site-copy.ts'

/** Milliseconds in which an answer must begin, and in which each piece of it must come. */
const patience = 20_000

/** How a served site is asked. */
export interface ServedOptions {
  readonly signal?: AbortSignal | undefined
  /** Milliseconds in which an answer must begin, and in which each piece of it must come; 20 seconds by default. */
  readonly patience?: number | undefined
}

/** Gets the body of an answer, a piece at a time. */
export type Take = (piece: Uint8Array) => void

/** What a host answers. */
export interface Answer {
  readonly status: number
  /** Length of the body, where it is not longer than was allowed. */
  readonly bytes?: number
  /** What there is instead of a body, in words. */
  readonly why: string
  /** Where the host leads on to, and it is not the same file by another name. */
  readonly to?: string | undefined
}

/**
 * Asks for one address with GET and follows nothing. The only place from which `ibid verify` goes to a network.
 *
 * @param limit bytes of the body; of a longer one no more is read
 * @param take gets the body, a piece at a time
 * @throws CopyError where no answer comes, or it breaks off; the signal's reason where the user wants no more
 */
export async function httpGet(
  url: URL,
  options: ServedOptions,
  limit: number,
  take: Take,
): Promise<Answer> {
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

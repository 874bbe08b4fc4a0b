import { setTimeout as wait } from 'node:timers/promises'
import type { Network, NetworkAnswer } from './ports.ts'

/** Milliseconds for one answer. */
const patience = 20_000
/** Bytes of a text that are read; only `robots.txt` is read at all. */
const longestText = 512 * 1024

/**
 * The network, as a polite program uses it: no cookies, no redirects of its own, a name to be known by.
 *
 * @param version of Ibid
 */
export function nodeNetwork(version: string, signal?: AbortSignal): Network {
  const headers = {
    'User-Agent': `ibid/${version} (checks the links of a blog)`,
    Accept: '*/*',
  }
  return {
    wait: async (milliseconds) => {
      await wait(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined)
    },
    request: async (url, method) => {
      const limits = [AbortSignal.timeout(patience), ...(signal ? [signal] : [])]
      try {
        const response = await fetch(url, {
          method,
          headers,
          redirect: 'manual',
          credentials: 'omit',
          signal: AbortSignal.any(limits),
        })
        return await answerOf(response, url)
      } catch (error) {
        return { failure: failureOf(error) }
      }
    },
  }
}

async function answerOf(response: Response, url: string): Promise<NetworkAnswer> {
  const { status } = response
  const location = response.headers.get('location') ?? undefined
  const text = url.endsWith('/robots.txt') && response.ok ? await textOf(response) : undefined
  if (text === undefined) await response.body?.cancel()
  return { status, location, text }
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true })
    if (text.length > longestText) break
  }
  return text
}

/** `fetch` hides the reason in the cause of its error. */
function failureOf(error: unknown): Extract<NetworkAnswer, { failure: unknown }>['failure'] {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOTFOUND') return { kind: 'no-host', message: 'there is no such host' }
  if (/^(?:CERT_|ERR_TLS_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code))
    return { kind: 'certificate', message: code.toLowerCase().replaceAll('_', ' ') }
  const name = cause instanceof Error ? cause.name : ''
  if (name === 'TimeoutError')
    return { kind: 'other', message: `no answer came within ${patience / 1000} seconds` }
  return {
    kind: 'other',
    message: code === '' ? 'the connection failed' : `the connection failed (${code})`,
  }
}

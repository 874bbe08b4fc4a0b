import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

/** What a server says to one request. */
export interface Answer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Text is sent as UTF-8; a file is streamed. */
  readonly body: string | Uint8Array | { readonly file: string; readonly bytes: number }
}

/** A short answer in words, which no cache keeps. */
export function plainAnswer(status: number, text: string, headers: Answer['headers'] = {}): Answer {
  return {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
    body: `${text}\n`,
  }
}

/** An answer that sends the browser elsewhere. */
export function redirectAnswer(status: number, location: string): Answer {
  return plainAnswer(status, `Moved to ${location}`, { location })
}

/** Sends an answer; a HEAD request gets its headers only. */
export async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  const { body } = answer
  const streamed = typeof body === 'object' && 'file' in body
  const bytes = streamed ? undefined : typeof body === 'string' ? Buffer.from(body) : body
  const length = streamed ? body.bytes : (bytes?.byteLength ?? 0)
  const sized = answer.status === 304 ? {} : { 'content-length': String(length) }
  response.writeHead(answer.status, { ...answer.headers, ...sized })
  if (request.method === 'HEAD' || answer.status === 304) response.end()
  else if (streamed) await pipeline(createReadStream(body.file), response)
  else response.end(bytes)
}

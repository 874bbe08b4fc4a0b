import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

const offered: readonly Encoding[] = ['br', 'gzip', 'identity']
const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/**
 * Chooses how to encode a body (RFC 9110, 12.5.3): the encoding that the browser likes best, the smaller one
 * where it likes several the same.
 *
 * @param accepted the `Accept-Encoding` header
 */
export function chooseEncoding(accepted: string | undefined): Encoding {
  const weights = new Map<string, number>()
  for (const item of (accepted ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = item.split(';').map((part) => part.trim())
    const quality = parameters.find((parameter) => parameter.startsWith('q='))
    const weight = quality === undefined ? 1 : Number(quality.slice(2))
    if (name !== '')
      weights.set(name === 'x-gzip' ? 'gzip' : name, Number.isFinite(weight) ? weight : 0)
  }
  const weightOf = (encoding: Encoding): number =>
    weights.get(encoding) ?? (encoding === 'identity' ? 0.001 : (weights.get('*') ?? 0))
  return offered.reduce((best, next) => (weightOf(next) > weightOf(best) ? next : best))
}

/** Encodes a body as a host does that has time: the quality is that of files compressed ahead. */
export async function encodeBody(body: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'identity') return body
  if (encoding === 'gzip') return await deflate(body, { level: 9 })
  const quality = body.byteLength > 512 * 1024 ? 6 : 9
  return await brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength,
    },
  })
}

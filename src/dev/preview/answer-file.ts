import { readFile } from 'node:fs/promises'
import type { IncomingHttpHeaders } from 'node:http'
import type { Answer } from '../http/answer.ts'
import { contentTypeOf, isCompressible } from '../http/content-type.ts'
import { headersFor } from '../http/headers-file.ts'
import { type BuiltSite, findBuiltFile } from './built-site.ts'
import { chooseEncoding, type Encoding, encodeBody } from './encoding.ts'
import { digestOf, etagOf, holdsEtag } from './etag.ts'

/** Above this size a file is streamed as it is, with the manifest's digest as its tag. */
const streamedFrom = 8 * 1024 * 1024
/** Below this size compression gains nothing that a packet would notice. */
const compressedFrom = 512

/**
 * Answers with one file of a built site, as a good host would.
 *
 * @param name output path
 * @param requested the decoded path without the base path, by which `_headers` rules are chosen
 * @param status 200, or 404 for the page that says so
 * @returns undefined where there is no such file
 */
export async function answerFile(
  site: BuiltSite,
  name: string,
  requested: string,
  headers: IncomingHttpHeaders,
  status: 200 | 404,
): Promise<Answer | undefined> {
  const found = await findBuiltFile(site, name)
  if (!found) return undefined
  const type = contentTypeOf(name)
  const own = shownAsXml(
    {
      'content-type': type,
      'cache-control': defaultCaching(name, status),
      'x-content-type-options': 'nosniff',
      ...Object.fromEntries(headersFor(site.headers, requested)),
    },
    headers,
  )
  if (found.bytes > streamedFrom) {
    const digest = site.digests.get(name)
    return conditional(
      { status, headers: digest ? { ...own, etag: etagOf(digest, 'identity') } : own, body: found },
      headers,
    )
  }
  const bytes = await readFile(found.file)
  const compressible = isCompressible(type) && bytes.byteLength >= compressedFrom
  const encoding: Encoding = compressible ? chooseEncoding(headers['accept-encoding']) : 'identity'
  const answer: Answer = {
    status,
    headers: {
      ...own,
      etag: etagOf(digestOf(bytes), encoding),
      ...(compressible
        ? { vary: own.vary ? `${own.vary}, Accept-Encoding` : 'Accept-Encoding' }
        : {}),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    },
    body: '',
  }
  const conditioned = conditional(answer, headers)
  if (conditioned.status === 304) return conditioned
  return { ...conditioned, body: await encodeBody(bytes, encoding) }
}

/**
 * A feed that a person opens is XML like any other, so that its style sheet is used: Chromium shows the
 * source of what has the types of RSS and Atom. Programs get those types.
 *
 * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-dest-header
 */
function shownAsXml(
  own: Readonly<Record<string, string>>,
  headers: IncomingHttpHeaders,
): Readonly<Record<string, string>> {
  if (!/^application\/(?:rss|atom)\+xml/.test(own['content-type'] ?? '')) return own
  const vary = own.vary === undefined ? 'Sec-Fetch-Dest' : `${own.vary}, Sec-Fetch-Dest`
  return headers['sec-fetch-dest'] === 'document'
    ? { ...own, vary, 'content-type': 'application/xml; charset=utf-8' }
    : { ...own, vary }
}

function conditional(answer: Answer, headers: IncomingHttpHeaders): Answer {
  const { etag } = answer.headers
  const known =
    answer.status === 200 && etag !== undefined && holdsEtag(headers['if-none-match'], etag)
  if (!known) return answer
  const { 'content-type': _type, 'content-encoding': _encoding, ...kept } = answer.headers
  return { status: 304, headers: kept, body: '' }
}

function defaultCaching(name: string, status: 200 | 404): string {
  if (status === 404) return 'no-store'
  const hashed = name.startsWith('assets/') && /[.-][\w-]{8,}\.\w+$/.test(name)
  return hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate'
}

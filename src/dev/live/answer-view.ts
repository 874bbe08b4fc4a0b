import type { SourcePath } from '../../model/paths.ts'
import { isCopy, isUnmade, type OutputBody } from '../../model/site.ts'
import { type Answer, redirectAnswer } from '../http/answer.ts'
import { contentTypeOf } from '../http/content-type.ts'
import { headersFor } from '../http/headers-file.ts'
import { findSitePath, type SitePath } from '../http/site-path.ts'
import type { Target } from '../http/target.ts'
import { injectClient } from './inject-client.ts'
import { overviewPage } from './overview-page.ts'
import { devHeaders, failurePage, missingPage } from './own-pages.ts'
import { ownStyle } from './own-style.ts'
import { adaptPolicy } from './policy.ts'
import { problemsOf } from './problems.ts'
import { clientPath, ownPath, stylePath } from './protocol.ts'
import { isStuck, type View } from './view.ts'

/** What answering needs beyond the view. */
export interface Backstage {
  /** The secret of the WebSocket. */
  readonly token: string
  /** The client's module, as JavaScript. */
  readonly client: string
  /** Reads a source file that the site publishes as it is. */
  readonly read: (path: SourcePath) => Promise<Uint8Array>
}

/** Headers that only make sense on the published site. */
const published = new Set([
  'cache-control',
  'content-security-policy',
  'content-security-policy-report-only',
  'strict-transport-security',
  'access-control-allow-origin',
  'content-length',
  'content-encoding',
  'set-cookie',
])

/** Answers a request from memory: a page of the site, or one of the dev server's own below `/__ibid/`. */
export async function answerView(
  view: View,
  target: Target,
  backstage: Backstage,
): Promise<Answer> {
  const facts = { token: backstage.token, version: view.version }
  if (target.path.startsWith(ownPath)) return answerOwn(view, target, backstage)
  if (isStuck(view)) return failurePage('The site', problemsOf(view.findings, isError), facts)
  const found = foundIn(view, target)
  if (found.kind === 'moved') return redirectAnswer(found.redirect.status, found.redirect.location)
  if (found.kind === 'missing') return await missing(view, target, backstage)
  const failed = view.failures.get(found.path)
  if (failed !== undefined) {
    const problems = problemsOf(
      view.findings,
      ({ file, severity }) => file === failed && severity === 'error',
    )
    return failurePage(failed, problems, facts)
  }
  return await answerFile(view, found.path, target, backstage, 200)
}

/** The text that an address shows, or cannot show; undefined where it is none of a post or a page. */
export function sourceShownAt(view: View, target: Target): SourcePath | undefined {
  if (target.path.startsWith(ownPath)) return undefined
  const found = foundIn(view, target)
  if (found.kind !== 'file') return undefined
  return view.pageSources.get(found.path) ?? view.failures.get(found.path)
}

/** What a view has at an address. */
export function foundIn(view: View, target: Target): SitePath {
  const has = (path: string): boolean => view.files.has(path) || view.failures.has(path)
  return findSitePath({ base: view.base, redirects: view.redirects, has }, target)
}

function answerOwn(view: View, target: Target, { token, client }: Backstage): Answer {
  const facts = { token, version: view.version }
  if (target.path === ownPath) return overviewPage(view, facts, target.search === '?all')
  if (target.path === clientPath) return asset(client, 'text/javascript')
  if (target.path === stylePath) return asset(ownStyle, 'text/css')
  return missingPage(target.path, facts)
}

function asset(body: string, type: string): Answer {
  return { status: 200, headers: { ...devHeaders, 'content-type': `${type}; charset=utf-8` }, body }
}

async function missing(view: View, target: Target, backstage: Backstage): Promise<Answer> {
  const page = '404.html'
  if (view.files.has(page)) return await answerFile(view, page, target, backstage, 404)
  return missingPage(target.path, { token: backstage.token, version: view.version })
}

async function answerFile(
  view: View,
  path: string,
  target: Target,
  backstage: Backstage,
  status: 200 | 404,
): Promise<Answer> {
  const body = await bodyOf(view.files.get(path)?.body, backstage)
  const facts = { token: backstage.token, version: view.version, status }
  if (body === undefined) return missingPage(target.path, facts)
  const headers = headersOf(view, path, target)
  const isPage = headers['content-type']?.startsWith('text/html') ?? false
  if (!isPage) return { status, headers, body }
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
  return { status, headers, body: injectClient(text, facts) }
}

/** The site's own headers where they change what a page may do; never how long it is kept. */
function headersOf(view: View, path: string, target: Target): Record<string, string> {
  const inner = target.path.slice(view.base.length - 1)
  const site = headersFor(view.headers, inner)
  const policy = site.get('content-security-policy')
  return {
    'content-type': contentTypeOf(path),
    ...Object.fromEntries([...site].filter(([name]) => !published.has(name))),
    ...devHeaders,
    ...(policy === undefined ? {} : { 'content-security-policy': adaptPolicy(policy) }),
  }
}

/** Undefined where a file that was there at the last rebuild is gone. */
async function bodyOf(
  body: OutputBody | undefined,
  { read }: Backstage,
): Promise<string | Uint8Array | undefined> {
  if (body === undefined) return undefined
  if (isUnmade(body)) return body.make()
  if (!isCopy(body)) return body
  return await read(body.copy).catch(() => undefined)
}

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'error'
}

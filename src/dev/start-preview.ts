import type { Answer } from './http/answer.ts'
import { plainAnswer, redirectAnswer } from './http/answer.ts'
import { closeServer, listenOnLoopback } from './http/listen.ts'
import { createGuardedServer, type Handler, refuseHandshake } from './http/serve.ts'
import { findSitePath } from './http/site-path.ts'
import { encodePath } from './http/target.ts'
import { answerFile } from './preview/answer-file.ts'
import { type BuiltSite, manifestStamp, readBuiltSite } from './preview/built-site.ts'

/** What `ibid preview` serves, and where. */
export interface PreviewOptions {
  /** The output folder of a build. */
  readonly out: string
  /** The port asked for; without it the first free one from 4000 on. */
  readonly port?: number | undefined
  /** Path part of the site's address, `/blog/`; without it the home page's canonical link tells it. */
  readonly base?: string | undefined
  /** Takes a line for the terminal. */
  readonly log?: ((line: string) => void) | undefined
}

/** A running server. */
export interface RunningServer {
  /** Address of the home page. */
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Serves a built site on 127.0.0.1 as a good host would: the files of its manifest and nothing else, with the
 * headers and redirects that the build wrote. A new build is picked up at the next request.
 *
 * @throws ServeError where nothing was built, or the port is taken
 */
export async function startPreview(options: PreviewOptions): Promise<RunningServer> {
  const log = options.log ?? (() => {})
  const current = siteReader(options, await readBuiltSite(options.out, options.base))
  const handler: Handler = async (target, request) => {
    const site = await current()
    const found = findSitePath({ ...site, has: (name) => site.digests.has(name) }, target)
    if (found.kind === 'moved')
      return redirectAnswer(found.redirect.status, found.redirect.location)
    if (found.kind === 'missing') return await missing(site, `/${found.path}`, request.headers)
    const requested = decodedWithoutBase(site, target.path)
    const answer = await answerFile(site, found.path, requested, request.headers, 200)
    return answer ?? (await missing(site, requested, request.headers))
  }
  let port = 0
  const server = createGuardedServer(
    handler,
    () => port,
    (error) => log(`Error: ${error instanceof Error ? error.message : String(error)}`),
  )
  server.on('upgrade', (_request, socket) => refuseHandshake(socket))
  port = await listenOnLoopback(server, options.port)
  const { base } = await current()
  return { url: `http://127.0.0.1:${port}${encodePath(base)}`, close: () => closeServer(server) }
}

/** Gives the site, read again where its manifest is not the one that was read last. */
function siteReader(options: PreviewOptions, first: BuiltSite): () => Promise<BuiltSite> {
  let site = first
  return async () => {
    const stamp = await manifestStamp(options.out)
    if (stamp !== site.stamp) site = await readBuiltSite(options.out, options.base)
    return site
  }
}

function decodedWithoutBase(site: BuiltSite, path: string): string {
  return path.slice(site.base.length - 1)
}

async function missing(
  site: BuiltSite,
  requested: string,
  headers: Parameters<typeof answerFile>[3],
): Promise<Answer> {
  const page = await answerFile(site, '404.html', requested, headers, 404)
  return page ?? plainAnswer(404, 'There is no such page.')
}

import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as turn } from 'node:timers/promises'
import type { SourcePath } from '../model/paths.ts'
import { devClientFolder, loadDevClient } from './client-bundle.ts'
import type { DevOptions } from './dev-options.ts'
import { firstLook } from './first-look.ts'
import { type FirstPages, firstPages } from './first-pages.ts'
import { refuseUpgrade } from './http/gate.ts'
import { closeServer, listenOnLoopback } from './http/listen.ts'
import { createGuardedServer, refuseHandshake } from './http/serve.ts'
import { encodePath, type Target } from './http/target.ts'
import { openKeptSite } from './kept-site.ts'
import { answerView, sourceShownAt } from './live/answer-view.ts'
import { type LiveChannel, openLiveChannel } from './live/live-channel.ts'
import { livePath, ownPath, type Update } from './live/protocol.ts'
import { createRebuildQueue } from './live/rebuild-queue.ts'
import { watchSite } from './live/site-watch.ts'
import { emptyView } from './live/view.ts'
import { watchedFolders } from './live/watched.ts'
import { rebuilder, rendererOf, type Session, updateOf } from './rebuilder.ts'
import { savedSinceLastLook } from './saved-since.ts'
import type { RunningServer } from './start-preview.ts'

export type { DevOptions }

/**
 * Serves a site from memory on 127.0.0.1, rebuilds it at each save and tells the browsers.
 *
 * @throws ServeError where the port is taken; the system's error where the root does not exist
 */
export async function startDev(options: DevOptions): Promise<RunningServer> {
  const root = await realpath(options.root)
  const session: Session = { view: emptyView, shown: undefined, world: options.world() }
  const end = new AbortController()
  let rest: NodeJS.Timeout | undefined
  let keeping: NodeJS.Timeout | undefined
  const tell = (update: Update): void => channel?.send(update)
  const whole = async (touched: ReadonlySet<string>): Promise<void> => {
    clearTimeout(rest)
    tell(await rebuild.whole(touched))
    // Not before those are answered who have waited for it.
    if (end.signal.aborted) kept.save()
    else keeping ??= setTimeout(settle, restAfter)
  }
  const settle = async (): Promise<void> => {
    kept.save()
    for (let times = 0; times < rehearsals && !end.signal.aborted; times++) {
      await turn(1)
      rebuild.rehearse()
    }
  }
  const alone = (touched: ReadonlySet<string>): boolean => {
    const update = rebuild.alone(touched)
    if (!update) return false
    tell(update)
    // Everything but the saved page follows once the author pauses.
    clearTimeout(rest)
    rest = setTimeout(queue.renew, restAfter)
    return true
  }
  const queue = createRebuildQueue(whole, { alone })
  // Before anything is read, so that no save is missed.
  const watch = watchSite(root, queue.touch, options.log)
  const kept = openKeptSite(session.world, options.outputKey)
  const siteOptions = {
    ...{ base: options.base, theme: options.theme, memory: kept.memory, signal: end.signal },
    ...{ drafts: options.drafts ?? true, future: options.future ?? true },
    ...{ later: true, keepGoing: true, silence: longestSilence },
  }
  const giveWay = (): Promise<void> | undefined => first?.giveWay()
  const rebuild = rebuilder(options, root, session, { ...siteOptions, giveWay }, watch.add)
  let first: FirstPages | undefined
  let channel: LiveChannel | undefined
  const stop = async (): Promise<void> => {
    clearTimeout(rest)
    clearTimeout(keeping)
    if (keeping) kept.save()
    end.abort()
    watch.close()
    await queue.close()
    await channel?.close()
  }
  try {
    const isSaved = savedSinceLastLook(root)
    const render = await rendererOf(options)
    const look = await firstLook(session.world, kept.memory, siteOptions, render)
    const draw = (source: SourcePath): boolean => alone(new Set([path.join(root, source)]))
    first = look && firstPages(session, look, { isSaved, draw, caughtUp: rebuild.caughtUp })
    channel = await openLiveChannel({
      engineFolder: devClientFolder(options.packageFolder),
      greeting: () => updateOf(session.view, []),
    })
    const client = await loadDevClient(options.packageFolder)
    if (first)
      options.log('Most posts are compiled for the first time; what is asked for comes first.')
    await first?.begin()
    const all = queue.start()
    if (!session.view.isPart) await all
    // Whoever asks for a page that was saved a moment ago gets the new one, before the watcher has seen it.
    const settled = async (target: Target): Promise<void> => {
      await first?.ready(target, all)
      if (session.view.isPart) return
      const source = sourceShownAt(session.view, target)
      if (source && isSaved(source)) await queue.hurry(path.join(root, source))
    }
    const { port, close } = await listen(options, session, channel, { client, settled })
    const url = `http://127.0.0.1:${port}${encodePath(session.view.base)}`
    announce(options, port)
    return { url, close: async () => void (await Promise.all([close(), stop()])) }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Milliseconds: whoever saves or asks for a page while all is being rendered hardly waits longer. */
const longestSilence = 8

/** After so many, a save costs less than half of what the first one would. */
const rehearsals = 10

/** Milliseconds from the drawing of a saved page to the rendering of all the rest. */
const restAfter = 300

/** What answering needs beyond the session. */
interface Desk {
  /** The client's module, as JavaScript. */
  readonly client: string
  /** Waits until an address can show what was saved. */
  readonly settled: (target: Target) => Promise<void>
}

async function listen(
  options: DevOptions,
  session: Session,
  channel: LiveChannel,
  { client, settled }: Desk,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  let port = 0
  const server = createGuardedServer(
    async (target) => {
      await settled(target)
      return answerView(session.view, target, {
        token: channel.token,
        client,
        read: (file) => session.world.source.read(file),
      })
    },
    () => port,
    (error) => options.log(`Error: ${error instanceof Error ? error.message : String(error)}`),
  )
  server.on('upgrade', (request, socket, head) => {
    const [target] = (request.url ?? '').split('?')
    const wanted = target === livePath && request.headers['sec-websocket-protocol'] === 'vite-hmr'
    if (wanted && !refuseUpgrade(request.headers, port)) channel.upgrade(request, socket, head)
    else refuseHandshake(socket)
  })
  port = await listenOnLoopback(server, options.port)
  return { port, close: () => closeServer(server) }
}

/** What the caller, who prints the address, cannot know. */
function announce({ log }: DevOptions, port: number): void {
  log(`Drafts, problems and notes: http://127.0.0.1:${port}${ownPath}`)
  log(`Watching ${watchedFolders.map((folder) => `${folder}/`).join(', ')}; stop with Ctrl-C.`)
}

import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { emptyMemory } from '../build/cache/build-memory.ts'
import type { SiteOptions } from '../build/options.ts'
import type { RenderedSite } from '../build/pipeline.ts'
import type { World } from '../build/world.ts'
import { devClientFolder, loadDevClient } from './client-bundle.ts'
import { refuseUpgrade } from './http/gate.ts'
import { closeServer, listenOnLoopback } from './http/listen.ts'
import { createGuardedServer, refuseHandshake } from './http/serve.ts'
import { encodePath, type Target } from './http/target.ts'
import { answerView, sourceShownAt } from './live/answer-view.ts'
import { changedPaths } from './live/changed-paths.ts'
import { type LiveChannel, openLiveChannel } from './live/live-channel.ts'
import { toldProblems } from './live/problems.ts'
import { livePath, ownPath, type Update } from './live/protocol.ts'
import { createRebuildQueue } from './live/rebuild-queue.ts'
import { rebuildReport } from './live/rebuild-report.ts'
import { crashedView, emptyView, nextView, type View } from './live/view.ts'
import { sourceName, watchedFolders } from './live/watched.ts'
import { savedSinceLastLook } from './saved-since.ts'
import type { RunningServer } from './start-preview.ts'

/** What `ibid dev` serves, and where. */
export interface DevOptions {
  readonly root: string
  /** The engine's own folder, where its `package.json` lies. */
  readonly packageFolder: string
  /** The port asked for; without it the first free one from 4000 on. */
  readonly port?: number | undefined
  readonly base?: string | undefined
  readonly theme?: string | undefined
  /** Whether drafts are shown; true by default. */
  readonly drafts?: boolean | undefined
  /** Whether scheduled and expired posts are shown; true by default. */
  readonly future?: boolean | undefined
  /** The world as it is at the next rebuild. */
  readonly world: () => World
  /** Takes a line for the terminal. */
  readonly log: (line: string) => void
  /** Takes the place of the pipeline, in tests. */
  readonly render?: ((options: SiteOptions, world: World) => Promise<RenderedSite>) | undefined
}

/** The one thing that changes while the server runs. */
interface Session {
  view: View
  world: World
}

/**
 * Serves a site from memory on 127.0.0.1, rebuilds it at each save and tells the browsers.
 *
 * @throws ServeError where the port is taken; the system's error where the root does not exist
 */
export async function startDev(options: DevOptions): Promise<RunningServer> {
  const root = await realpath(options.root)
  const session: Session = { view: emptyView, world: options.world() }
  const rebuild = rebuilder(options, root, session)
  let rest: NodeJS.Timeout | undefined
  const queue = createRebuildQueue(async (touched) => {
    clearTimeout(rest)
    const { update, isWhole } = await rebuild(touched, channel)
    channel.send(update)
    // Everything but the saved page follows once the author pauses.
    if (!isWhole) rest = setTimeout(() => queue.touch(path.join(root, 'content')), restAfter)
  })
  const channel = await openLiveChannel({
    root,
    engineFolder: devClientFolder(options.packageFolder),
    changed: queue.touch,
    greeting: () => updateOf(session.view, []),
    log: options.log,
  })
  const stop = async (): Promise<void> => {
    clearTimeout(rest)
    await queue.close()
    await channel.close()
  }
  try {
    const client = await loadDevClient(options.packageFolder)
    await queue.start()
    const isSaved = savedSinceLastLook(root)
    // Whoever asks for a page that was saved a moment ago gets the new one, before the watcher has seen it.
    const settled = async (target: Target): Promise<void> => {
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

/** Milliseconds from the drawing of a saved page to the rendering of all the rest. */
const restAfter = 300
/** Pages that are drawn alone. Where more is saved at once, all is rendered at once. */
const mostAlone = 4

type Rebuild = (
  touched: ReadonlySet<string>,
  channel: LiveChannel,
) => Promise<{ readonly update: Update; readonly isWhole: boolean }>

/** Makes the function that renders the site anew and changes the session; it never throws. */
function rebuilder(options: DevOptions, root: string, session: Session): Rebuild {
  const memory = emptyMemory()
  // Asking git at every save would take longer than all the rest; days of first commits do not change.
  const { firstCommitted } = session.world.source
  const { base, theme, drafts = true, future = true } = options
  const siteOptions: SiteOptions = {
    base,
    theme,
    drafts,
    future,
    memory,
    later: true,
    keepGoing: true,
  }
  let last: RenderedSite | undefined
  return async (touched, channel) => {
    const before = session.view
    const started = performance.now()
    const names = new Set([...touched].map((file) => sourceName(root, file)))
    let isWhole = true
    try {
      const alone = last && redrawAlone(last, names)
      // The watcher tells of a save that was seen before it.
      if (alone && alone === last) return { update: updateOf(before, []), isWhole: false }
      if (alone) {
        last = alone
        isWhole = false
        session.view = nextView(before, alone)
        return { update: report(options, before, session.view, names, started), isWhole }
      }
      const world = options.world()
      session.world = { ...world, source: { ...world.source, firstCommitted } }
      const render = options.render ?? (await import('../build/pipeline.ts')).renderSite
      const rendered = await render(siteOptions, session.world)
      last = rendered
      channel.watch(rendered.themeFiles.map((file) => path.resolve(root, file)))
      session.view = nextView(before, rendered)
    } catch (error) {
      last = undefined
      session.view = crashedView(before, error)
    }
    return { update: report(options, before, session.view, names, started), isWhole }
  }
}

/** The pages of a few saved texts, where nothing but these was saved. */
function redrawAlone(last: RenderedSite, names: ReadonlySet<string>): RenderedSite | undefined {
  const texts = [...names].every((name) => /^content\/(?:posts|pages)\/.+\.md$/i.test(name))
  if (!last.redraw || names.size === 0 || names.size > mostAlone || !texts) return undefined
  return last.redraw([...names], last)
}

/** Tells the terminal, and what browsers are to be told. */
function report(
  { log }: DevOptions,
  before: View,
  after: View,
  names: ReadonlySet<string>,
  started: number,
): Update {
  const update = updateOf(after, changedPaths(before, after, names))
  for (const line of rebuildReport(before, after, update, performance.now() - started)) log(line)
  return update
}

function updateOf(view: View, changed: readonly string[]): Update {
  return { version: view.version, changed, ...toldProblems(view) }
}

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

import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { createServer as createVite, type ViteDevServer } from 'vite'
import { livePath, type Update, updateEvent } from './protocol.ts'
import { isScratch, isUnwatched } from './watched.ts'

/** Vite's watcher and WebSocket, and nothing else of it. */
export interface LiveChannel {
  /** The secret that a browser must know to listen. */
  readonly token: string
  /** Watches files outside the root, too; each may be named again. */
  readonly watch: (files: readonly string[]) => void
  /** Takes over a handshake that has been checked. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Tells every browser. */
  readonly send: (update: Update) => void
  readonly close: () => Promise<void>
}

/** What a channel needs. */
export interface LiveOptions {
  /** The site's root, links resolved. */
  readonly root: string
  /** A folder of the engine's own: Vite wants a root, and must not be given the site's. */
  readonly engineFolder: string
  /** Is told of every change below the watched folders. @param file absolute */
  readonly changed: (file: string) => void
  /** What a browser is told when it starts to listen. */
  readonly greeting: () => Update
  readonly log: (line: string) => void
}

/**
 * Starts Vite without a door: no request reaches it but WebSocket handshakes that were checked before, and
 * nothing that a browser sends over the socket is read. So none of Vite's ways to a file can be asked for.
 */
export async function openLiveChannel(options: LiveOptions): Promise<LiveChannel> {
  const { root, log } = options
  const door = createServer()
  const vite = await startVite(options, door)
  vite.watcher.on('all', (_event, file) => {
    if (!isScratch(file)) options.changed(file)
  })
  vite.watcher.on('error', (error) => {
    log(
      `Not every file can be watched (${reasonOf(error)}): save twice, or raise the system's limit of watches.`,
    )
  })
  vite.watcher.add(root)
  vite.ws.on('connection', (socket) => {
    socket.removeAllListeners('message')
    socket.send(JSON.stringify({ type: 'custom', event: updateEvent, data: options.greeting() }))
  })
  const watched = new Set<string>()
  return {
    token: vite.config.webSocketToken,
    watch: (files) => {
      const added = files.filter((file) => !watched.has(file))
      for (const file of added) watched.add(file)
      if (added.length > 0) vite.watcher.add(added)
    },
    upgrade: (request, socket, head) => {
      door.emit('upgrade', request, socket, head)
    },
    send: (update) => vite.ws.send(updateEvent, update),
    close: () => vite.close(),
  }
}

async function startVite(
  { root, engineFolder }: LiveOptions,
  door: ReturnType<typeof createServer>,
): Promise<ViteDevServer> {
  return await createVite({
    configFile: false,
    envDir: false,
    root: engineFolder,
    publicDir: false,
    appType: 'custom',
    logLevel: 'silent',
    clearScreen: false,
    optimizeDeps: { noDiscovery: true, include: [] },
    server: {
      middlewareMode: true,
      hmr: false,
      ws: { server: door, path: livePath.slice(1) },
      fs: { strict: true, allow: [engineFolder] },
      cors: false,
      preTransformRequests: false,
      watch: {
        // What is found while the watcher starts may have been saved after it was read: it counts as changed.
        ignoreInitial: false,
        followSymlinks: false,
        ignored: (file) => isUnwatched(root, file),
      },
    },
  })
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

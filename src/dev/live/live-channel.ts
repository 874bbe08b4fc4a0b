import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { createServer as createVite, type ViteDevServer } from 'vite'
import { livePath, type Update, updateEvent } from './protocol.ts'

/** Vite's WebSocket, and nothing else of it. */
export interface LiveChannel {
  /** The secret that a browser must know to listen. */
  readonly token: string
  /** Takes over a handshake that has been checked. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  /** Tells every browser. */
  readonly send: (update: Update) => void
  readonly close: () => Promise<void>
}

/** What a channel needs. */
export interface LiveOptions {
  /** A folder of the engine's own: Vite wants a root, and must not be given the site's. */
  readonly engineFolder: string
  /** What a browser is told when it starts to listen. */
  readonly greeting: () => Update
}

/**
 * Starts Vite without a door: no request reaches it but WebSocket handshakes that were checked before, and
 * nothing that a browser sends over the socket is read. So none of Vite's ways to a file can be asked for.
 */
export async function openLiveChannel(options: LiveOptions): Promise<LiveChannel> {
  const door = createServer()
  const vite = await startVite(options, door)
  vite.ws.on('connection', (socket) => {
    socket.removeAllListeners('message')
    socket.send(JSON.stringify({ type: 'custom', event: updateEvent, data: options.greeting() }))
  })
  return {
    token: vite.config.webSocketToken,
    upgrade: (request, socket, head) => {
      door.emit('upgrade', request, socket, head)
    },
    send: (update) => vite.ws.send(updateEvent, update),
    close: () => vite.close(),
  }
}

async function startVite(
  { engineFolder }: LiveOptions,
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
      watch: null,
    },
  })
}

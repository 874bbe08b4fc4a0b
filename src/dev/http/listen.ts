import type { Server } from 'node:http'
import { ServeError } from './serve-error.ts'

/** The port that is tried first where none is asked for. */
const defaultPort = 4000
const attempts = 100

/**
 * Binds a server to 127.0.0.1.
 *
 * @param wanted the port asked for (0 for any free one); without it the first free one from 4000 on
 * @returns the port that was bound
 * @throws ServeError where the port is taken, not allowed or no port at all
 */
export async function listenOnLoopback(server: Server, wanted?: number): Promise<number> {
  if (wanted !== undefined) return await bindWanted(server, wanted)
  for (let port = defaultPort; port < defaultPort + attempts; port++) {
    const failure = await bind(server, port)
    if (failure === undefined) return boundPort(server)
    if (failure.code !== 'EADDRINUSE') throw failure
  }
  throw new ServeError(
    `No port from ${defaultPort} to ${defaultPort + attempts - 1} is free.`,
    'End one of the servers that hold them, or choose a port with --port.',
  )
}

async function bindWanted(server: Server, port: number): Promise<number> {
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new ServeError(`${port} is not a port.`, 'Choose a number from 1024 to 65535.')
  const failure = await bind(server, port)
  if (failure === undefined) return boundPort(server)
  if (failure.code === 'EADDRINUSE')
    throw new ServeError(
      `Port ${port} is taken by another program.`,
      'Choose another with --port, or leave --port out to get the next free one.',
    )
  if (failure.code === 'EACCES')
    throw new ServeError(`Port ${port} is kept for the system.`, 'Choose a port above 1023.')
  throw failure
}

function bind(server: Server, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      server.off('listening', bound)
      resolve(error)
    }
    const bound = (): void => {
      server.off('error', failed)
      resolve(undefined)
    }
    server.once('error', failed)
    server.once('listening', bound)
    server.listen({ port, host: '127.0.0.1', exclusive: true })
  })
}

function boundPort(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}

/** Stops a server at once: open connections are cut. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

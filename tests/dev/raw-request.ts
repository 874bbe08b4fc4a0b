import { connect } from 'node:net'

/** An answer as it came over the wire. */
export interface RawAnswer {
  /** 0 where the server closed the connection without a word. */
  readonly status: number
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
  /** Everything, headers included, in latin1. */
  readonly text: string
}

/** What to send, byte for byte. */
export interface RawRequest {
  readonly port: number
  readonly target: string
  readonly method?: string
  /** Over the usual ones; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
}

/** Sends a request over a socket, so that nothing cleans its target, and waits for the connection to end. */
export function rawRequest({
  port,
  target,
  method = 'GET',
  headers = {},
}: RawRequest): Promise<RawAnswer> {
  const all = { Host: `127.0.0.1:${port}`, Connection: 'close', ...headers }
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  )
  const message = `${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    socket.setTimeout(2_000, () => socket.destroy())
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      // A switched connection stays open; the test has seen what it needs.
      if (chunk.includes('HTTP/1.1 101')) setTimeout(() => socket.destroy(), 100)
    })
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? undefined : reject(error),
    )
    socket.on('close', () => resolve(readAnswer(Buffer.concat(chunks))))
    socket.write(Buffer.from(message, 'latin1'))
  })
}

function readAnswer(bytes: Buffer): RawAnswer {
  const end = bytes.indexOf('\r\n\r\n')
  const [first = '', ...lines] = bytes
    .subarray(0, Math.max(0, end))
    .toString('latin1')
    .split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return {
    status: Number(first.split(' ')[1] ?? 0),
    headers: new Map(headers),
    body: bytes.subarray(end + 4),
    text: bytes.toString('latin1'),
  }
}

import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Answer, plainAnswer, sendAnswer } from './answer.ts'
import { refuseRequest } from './gate.ts'
import { parseTarget, type Target } from './target.ts'

/** Answers a request that has passed the gate. */
export type Handler = (target: Target, request: IncomingMessage) => Promise<Answer> | Answer

/** Ends a handshake that no one is to take part in. */
export function refuseHandshake(socket: Duplex): void {
  socket.on('error', () => socket.destroy())
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}

/**
 * Makes a server whose every request passes the gate and the strict reading of its target before the handler
 * sees it. It does not listen yet.
 *
 * @param port tells the port that the server was bound to
 * @param failed is told of errors of the handler; the browser only learns that there was one
 */
export function createGuardedServer(
  handler: Handler,
  port: () => number,
  failed: (error: unknown) => void,
): Server {
  const server = createServer({ maxHeaderSize: 32_768 }, (request, response) => {
    answerGuarded(handler, request, port())
      .catch((error: unknown) => {
        failed(error)
        return plainAnswer(500, 'Something went wrong; the terminal says what.')
      })
      .then((answer) => sendAnswer(request, response, answer))
      .catch(() => response.destroy())
  })
  return server
}

async function answerGuarded(
  handler: Handler,
  request: IncomingMessage,
  port: number,
): Promise<Answer> {
  const refusal = refuseRequest(request, port)
  if (refusal)
    return plainAnswer(
      refusal.status,
      refusal.message,
      refusal.status === 405 ? { allow: 'GET, HEAD' } : {},
    )
  const target = parseTarget(request.url ?? '')
  return target ? await handler(target, request) : plainAnswer(400, 'No such address can exist.')
}

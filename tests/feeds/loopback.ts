import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on this machine for one feed whose text may change. */
export interface Loopback extends AsyncDisposable {
  readonly url: string
  readonly serve: (text: string, type: string) => void
}

export async function loopback(path: string): Promise<Loopback> {
  let current = { text: '', type: '' }
  const server = createServer((request, response) => {
    response.statusCode = request.url === path ? 200 : 404
    response.setHeader('Content-Type', `${current.type}; charset=utf-8`)
    response.end(request.url === path ? current.text : '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${path}`,
    serve: (text, type) => {
      current = { text, type }
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Runs a program of Debian's to its end. Fails, with the way to get it, where it is not there. */
export async function run(
  program: { readonly command: string; readonly debian: string },
  args: readonly string[],
  options: { readonly home: string; readonly input?: string },
): Promise<string> {
  const child = spawn(program.command, [...args], {
    env: { PATH: process.env.PATH, HOME: options.home, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    timeout: 60_000,
  })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => out.push(piece))
  child.stderr.on('data', (piece: Buffer) => err.push(piece))
  child.stdin.on('error', () => {})
  child.stdin.end(options.input ?? '')
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', () =>
      reject(
        new Error(`This test needs ${program.command}: run \`apt-get install ${program.debian}\`.`),
      ),
    )
    child.on('close', resolve)
  })
  const errors = Buffer.concat(err).toString()
  assert.doesNotMatch(
    errors,
    /ModuleNotFoundError/,
    `This test needs ${program.debian}: run \`apt-get install ${program.debian}\`.`,
  )
  assert.equal(code, 0, errors)
  return Buffer.concat(out).toString()
}

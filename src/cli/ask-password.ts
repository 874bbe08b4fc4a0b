import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { type Call, CommandError } from './call.ts'

/** The variable from which a password is taken where nobody is there to type it. */
const variable = 'IBID_KEY_PASSWORD'

/**
 * The password of a key: from `IBID_KEY_PASSWORD`, else typed at the terminal, unseen.
 *
 * @param question as it is asked: `Password of ~/.minisign/minisign.key:`
 * @returns undefined where there is neither
 */
export async function askPassword(
  { env, streams, signal }: Pick<Call, 'env' | 'streams' | 'signal'>,
  question: string,
): Promise<string | undefined> {
  const given = env[variable]
  if (given !== undefined) return given
  if (!streams.err.isTTY || !process.stdin.isTTY) return undefined
  streams.err.write(`${question} `)
  const unseen = new Writable({ write: (_text, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: true })
  try {
    return await new Promise((resolve, reject) => {
      lines.once('line', resolve)
      lines.once('close', () => reject(new CommandError('No password was given.')))
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
    })
  } finally {
    lines.close()
    streams.err.write('\n')
  }
}

/** The same where there is no way on without it. @throws CommandError */
export async function needPassword(
  call: Pick<Call, 'env' | 'streams' | 'signal'>,
  question: string,
): Promise<string> {
  const password = await askPassword(call, question)
  if (password !== undefined) return password
  throw new CommandError(
    'The key is encrypted, and there is no terminal to type its password at.',
    `${variable}=… ibid sign`,
  )
}

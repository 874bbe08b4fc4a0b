import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemErrorCode } from './system-error.ts'

/** The namespace of signatures over a site: one made for something else does not count. */
const namespace = 'ibid-site'
/** Who is told to have signed; only the key counts. */
const identity = 'ibid'

/** `ssh-keygen` could not do it. The message is a sentence for people. */
export class SshError extends Error {
  override readonly name = 'SshError'
}

/**
 * Signs bytes with an SSH key: `ssh-keygen -Y sign`, which asks for the key's passphrase, its agent or its
 * token itself.
 *
 * @param key path of the key
 * @returns the text of the signature file
 * @throws SshError where it cannot
 */
export async function signWithSsh(message: Uint8Array, key: string): Promise<string> {
  const { code, out, err } = await sshKeygen(['-Y', 'sign', '-n', namespace, '-f', key], message)
  if (code !== 0) throw new SshError(`ssh-keygen did not sign: ${lastLine(err)}`)
  return out
}

/**
 * Checks such a signature.
 *
 * @param publicKey a line as in `id_ed25519.pub`
 * @returns what ssh-keygen says of it
 * @throws SshError where the signature is not good
 */
export async function verifyWithSsh(
  message: Uint8Array,
  signature: Uint8Array,
  publicKey: string,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ibid-verify-'))
  try {
    const [signers, file] = [join(folder, 'signers'), join(folder, 'signature')]
    await writeFile(signers, `${identity} namespaces="${namespace}" ${publicKey}\n`)
    await writeFile(file, signature)
    const args = ['-Y', 'verify', '-n', namespace, '-I', identity, '-f', signers, '-s', file]
    const { code, out, err } = await sshKeygen(args, message)
    if (code !== 0) throw new SshError(`The SSH signature is not good: ${lastLine(err || out)}`)
    return lastLine(out)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function sshKeygen(args: readonly string[], input: Uint8Array): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn('ssh-keygen', args, { stdio: ['pipe', 'pipe', 'pipe'] })
    const printed = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed.out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed.err += text
    })
    child.stdin.on('error', () => undefined).end(input)
    child.on('error', (error) =>
      reject(
        systemErrorCode(error) === 'ENOENT'
          ? new SshError('There is no ssh-keygen here; it comes with OpenSSH 8.2 or newer.')
          : error,
      ),
    )
    child.on('close', (code) => resolve({ code, ...printed }))
  })
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() || 'it says nothing.'
}

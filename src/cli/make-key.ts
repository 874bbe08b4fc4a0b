import { basename, dirname, join } from 'node:path'
import { printPublicKey, publicKeyLine } from '../build/signature/minisign-public-key.ts'
import { newSecretKey, printSecretKey } from '../build/signature/minisign-secret-key.ts'
import { isInside } from '../io/inside.ts'
import { writeSecret } from '../io/secret-file.ts'
import { systemErrorCode, systemErrorSentence } from '../io/system-error.ts'
import { askPassword } from './ask-password.ts'
import { type Call, CommandError, type ExitCode, exitCodes, outOf, rootOf } from './call.ts'
import { secretKeyPath } from './key-files.ts'
import { writeNew } from './write-new.ts'

/** `ibid sign --new-key`: a secret key that only its owner may read, and the public one beside it. */
export async function makeKey(call: Call): Promise<ExitCode> {
  const path = secretKeyPath(call)
  refusePublished(call, path)
  const publicPath = `${path.replace(/\.key$/, '')}.pub`
  const password = await newPassword(call, path)
  const key = newSecretKey()
  await write(path, await printSecretKey(key, password))
  await writeNew(dirname(publicPath), new Map([[basename(publicPath), printPublicKey(key)]]))
  if (password === '')
    call.streams.err.write(
      `The key has no password: who can read ${path} can sign as you. Only your user may read the file now; keep it out of the repository and out of backups that others read.\n`,
    )
  call.streams.out.write(
    `Secret key: ${path}\nPublic key: ${publicPath}\nTell your readers: ${publicKeyLine(key)}\n`,
  )
  return exitCodes.done
}

/** A key that lies in the site might be published with it. */
function refusePublished(call: Call, path: string): void {
  const root = rootOf(call)
  const shown = ['content', 'public', 'themes'].map((name) => join(root, name))
  const folder = [...shown, outOf(call)].find((each) => isInside(path, each))
  if (folder !== undefined)
    throw new CommandError(
      `A secret key in ${folder} might be published with the site.`,
      'ibid sign --new-key --key ~/.minisign/minisign.key',
    )
}

/** Typed twice at a terminal; `''` where there is none, or nothing is typed. */
async function newPassword(call: Call, path: string): Promise<string> {
  const password = await askPassword(call, `Password for ${path} (none: press Enter):`)
  if (password === undefined || password === '' || call.env.IBID_KEY_PASSWORD !== undefined)
    return password ?? ''
  if ((await askPassword(call, 'Once more:')) === password) return password
  throw new CommandError('The two passwords are not the same.', 'ibid sign --new-key')
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeSecret(path, text)
  } catch (error) {
    const why =
      systemErrorCode(error) === 'EEXIST'
        ? 'It exists already; a key is never overwritten.'
        : systemErrorSentence(error)
    throw new CommandError(
      `${path} cannot be written. ${why}`,
      'ibid sign --new-key --key <file>',
      exitCodes.failed,
    )
  }
}

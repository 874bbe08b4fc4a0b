import { readFile, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  isKeyLine,
  type MinisignPublicKey,
  readPublicKey,
} from '../build/signature/minisign-public-key.ts'
import { isAbsent, systemErrorSentence } from '../io/system-error.ts'
import { type Call, CommandError } from './call.ts'

type Asked = Pick<Call, 'cwd' | 'env' | 'options'>

/** Absolute path of the secret key: `--key`, else where minisign keeps its own. */
export function secretKeyPath({ cwd, env, options }: Asked): string {
  if (options.key !== undefined) return resolve(cwd, options.key)
  const folder = env.MINISIGN_CONFIG_DIR || join(env.HOME || homedir(), '.minisign')
  return resolve(cwd, folder, 'minisign.key')
}

/** The public key that `--key` means: the key itself, or the file that it stands in. @throws CommandError, SignatureError */
export async function publicKeyOf(key: string, cwd: string): Promise<MinisignPublicKey> {
  if (isKeyLine(key)) return readPublicKey(key, 'The key')
  return readPublicKey(await keyText(resolve(cwd, key)), key)
}

const sshKinds = /^(?:sk-)?(?:ssh|ecdsa)-[\w@.-]+ [A-Za-z0-9+/=]+(?: .*)?$/

/** The public SSH key in a file: `id_ed25519.pub`. @throws CommandError where there is none */
export async function publicSshKeyOf(file: string, cwd: string): Promise<string> {
  const text = await keyText(resolve(cwd, file))
  const line = text.split('\n').find((each) => sshKinds.test(each.trim()))
  if (line !== undefined) return line.trim()
  throw new CommandError(`${file} is no public SSH key.`, '--ssh-key ~/.ssh/id_ed25519.pub')
}

/** The text of a key file. @throws CommandError where it cannot be read */
export async function keyText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const why = isAbsent(error) ? 'There is no such file.' : systemErrorSentence(error)
    throw new CommandError(`The key ${path} cannot be read. ${why}`, 'ibid sign --new-key')
  }
}

/** True where others than its owner may read a file. */
export async function isOpenToOthers(path: string): Promise<boolean> {
  const { mode } = await stat(path)
  return process.platform !== 'win32' && (mode & 0o077) !== 0
}

import { join, resolve } from 'node:path'
import { signatureFiles, sumsPath } from '../build/manifest.ts'
import { publicKeyLine } from '../build/signature/minisign-public-key.ts'
import { isEncrypted, readSecretKey } from '../build/signature/minisign-secret-key.ts'
import { signMinisign } from '../build/signature/minisign-signature.ts'
import { readSiteLists } from '../build/verify/site-lists.ts'
import { verifySite } from '../build/verify/verify-site.ts'
import { folderCopy } from '../io/folder-copy.ts'
import { nodeFolder } from '../io/node-folder.ts'
import { signWithSsh } from '../io/ssh-keygen.ts'
import { systemErrorSentence } from '../io/system-error.ts'
import { needPassword } from './ask-password.ts'
import { type Call, type Command, exitCodes, outOf, rootOf, shownPath } from './call.ts'
import { asCommandError, failed } from './command-errors.ts'
import { counted } from './findings.ts'
import { isOpenToOthers, keyText, secretKeyPath } from './key-files.ts'
import { makeKey } from './make-key.ts'
import { siteWorld } from './site-world.ts'

/** `ibid sign`: a signature over the checksums of what was built, once every byte has been checked. */
export const sign: Command = async (call) => {
  const { options, signal } = call
  if (options.newKey) return makeKey(call)
  const folder = outOf(call)
  const name = shownPath(call.cwd, folder)
  try {
    const copy = folderCopy(folder, name)
    const lists = await readSiteLists(copy)
    const { mismatches, checked } = await verifySite(copy, lists, { vouched: false, signal })
    const [first] = mismatches
    if (first || !lists.signed)
      throw failed(
        `${name} is not as it was built, so it is not signed: ${first?.path ?? sumsPath} (${first?.kind ?? 'missing'}: ${first?.why ?? ''})${mismatches.length > 1 ? ` and ${mismatches.length - 1} more` : ''}.`,
        `ibid build${first?.kind === 'added' ? ', and keep files of your own in public/' : ''}`,
      )
    const signed =
      options.sshKey === undefined
        ? await minisign(call, lists.signed)
        : await ssh(call, options.sshKey, lists.signed)
    await replace(folder, signed.file, signed.text)
    if (!options.quiet)
      call.streams.out.write(
        `Signed ${counted(checked, 'file')}: ${join(name, signed.file)}\n${signed.advice}`,
      )
    return exitCodes.done
  } catch (error) {
    throw asCommandError(error)
  }
}

interface Signed {
  readonly file: string
  readonly text: string
  /** How readers check it. */
  readonly advice: string
}

async function minisign(call: Call, message: Uint8Array): Promise<Signed> {
  const path = secretKeyPath(call)
  const text = await keyText(path)
  if (await isOpenToOthers(path))
    call.streams.err.write(`Others on this machine can read ${path}. Type: chmod 600 ${path}\n`)
  const password = isEncrypted(text, path) ? await needPassword(call, `Password of ${path}:`) : ''
  const key = await readSecretKey(text, path, password)
  const seconds = Math.floor(siteWorld(rootOf(call), call).clock.now() / 1000)
  const comment = `timestamp:${seconds}\tfile:${sumsPath}\thashed`
  return {
    file: signatureFiles.minisign,
    text: signMinisign(message, key, comment),
    advice: `Readers check it with: ibid verify <address> --key ${publicKeyLine(key)}\n`,
  }
}

async function ssh(call: Call, file: string, message: Uint8Array): Promise<Signed> {
  return {
    file: signatureFiles.ssh,
    text: await signWithSsh(message, resolve(call.cwd, file)),
    advice: `Readers check it with: ibid verify <address> --ssh-key ${file.replace(/(?:\.pub)?$/, '.pub')}\n`,
  }
}

/** Puts the signature in place in one step: who reads meanwhile finds the old one or the new one. */
async function replace(folder: string, file: string, text: string): Promise<void> {
  const site = nodeFolder(folder)
  const draft = `.${file}.${process.pid}`
  try {
    await site.write(draft, new TextEncoder().encode(text))
    await site.rename(draft, file)
    await site.sync('')
  } catch (error) {
    await site.remove(draft).catch(() => undefined)
    throw failed(`${join(folder, file)} cannot be written. ${systemErrorSentence(error)}`)
  }
}

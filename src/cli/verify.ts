import { resolve } from 'node:path'
import { signatureFiles } from '../build/manifest.ts'
import { publicKeyLine } from '../build/signature/minisign-public-key.ts'
import { verifyMinisign } from '../build/signature/minisign-signature.ts'
import { SignatureError } from '../build/signature/signature-error.ts'
import { readSiteLists, type SiteLists } from '../build/verify/site-lists.ts'
import { type Verification, verifySite } from '../build/verify/verify-site.ts'
import { folderCopy } from '../io/folder-copy.ts'
import { servedCopy } from '../io/served-copy.ts'
import type { SiteCopy } from '../io/site-copy.ts'
import { SshError, verifyWithSsh } from '../io/ssh-keygen.ts'
import { printable } from '../report/display.ts'
import { type Call, type Command, exitCodes, outOf, shownPath } from './call.ts'
import { asCommandError } from './command-errors.ts'
import { counted } from './findings.ts'
import { publicKeyOf, publicSshKeyOf } from './key-files.ts'

/** `ibid verify`: every byte of a folder or of a served site against the lists that it brings. */
export const verify: Command = async (call) => {
  const { options, streams, signal } = call
  try {
    const copy = copyOf(call)
    const lists = await readSiteLists(copy)
    const signature = await checkSignatures(call, copy, lists)
    const found = await verifySite(copy, lists, { vouched: signature.state === 'good', signal })
    const good = found.mismatches.length === 0 && signature.state !== 'bad'
    for (const { kind, path, why } of found.mismatches)
      streams.out.write(`${kind.padEnd(7)}  ${printable(path)}: ${printable(why)}\n`)
    if (!options.quiet || !good) for (const line of signature.lines) streams.out.write(`${line}\n`)
    if (!options.quiet) {
      for (const { path, why } of found.unseen)
        streams.err.write(`not seen: ${printable(path)}, for ${printable(why)}\n`)
      if (!found.listed)
        streams.err.write('A served site cannot be listed: files that were added are not seen.\n')
    }
    if (!options.quiet || !good) streams.out.write(`${summary(copy.name, found)}\n`)
    return good ? exitCodes.done : exitCodes.failed
  } catch (error) {
    throw asCommandError(error)
  }
}

function copyOf(call: Call): SiteCopy {
  const [target] = call.words
  if (target !== undefined && /^[a-z][a-z0-9+.-]+:\/\//i.test(target))
    return servedCopy(target, { signal: call.signal })
  const folder = target === undefined ? outOf(call) : resolve(call.cwd, target)
  return folderCopy(folder, shownPath(call.cwd, folder))
}

interface SignatureCheck {
  /** `none` where nobody asked for one. */
  readonly state: 'good' | 'bad' | 'none'
  readonly lines: readonly string[]
}

/** Checks the signatures that were asked for; each must be good. */
async function checkSignatures(
  call: Call,
  copy: SiteCopy,
  { signed = new Uint8Array() }: SiteLists,
): Promise<SignatureCheck> {
  const { key, sshKey } = call.options
  const checks: SignatureCheck[] = []
  if (key !== undefined) checks.push(await minisignCheck(key, call.cwd, copy, signed))
  if (sshKey !== undefined) checks.push(await sshCheck(sshKey, call.cwd, copy, signed))
  if (checks.length === 0) return { state: 'none', lines: await unasked(copy) }
  const bad = checks.some(({ state }) => state === 'bad')
  return { state: bad ? 'bad' : 'good', lines: checks.flatMap(({ lines }) => lines) }
}

const longestSignature = 64 * 1024

async function minisignCheck(
  key: string,
  cwd: string,
  copy: SiteCopy,
  message: Uint8Array,
): Promise<SignatureCheck> {
  const publicKey = await publicKeyOf(key, cwd)
  const file = signatureFiles.minisign
  const bytes = await copy.read(file, longestSignature)
  if (!bytes) return bad(`${copy.name} has no ${file}.`)
  try {
    const comment = verifyMinisign(message, new TextDecoder().decode(bytes), publicKey, file)
    return good(`by the key ${publicKeyLine(publicKey)} (${dated(comment)})`)
  } catch (error) {
    if (error instanceof SignatureError) return bad(error.message)
    throw error
  }
}

/** The comment that minisign and Ibid write, with its date for people; any other as it stands. */
function dated(comment: string): string {
  return comment
    .replace(/\btimestamp:(\d{1,11})\b/, (_all, seconds: string) =>
      new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z'),
    )
    .replaceAll('\t', ', ')
}

async function sshCheck(
  file: string,
  cwd: string,
  copy: SiteCopy,
  message: Uint8Array,
): Promise<SignatureCheck> {
  const publicKey = await publicSshKeyOf(file, cwd)
  const bytes = await copy.read(signatureFiles.ssh, longestSignature)
  if (!bytes) return bad(`${copy.name} has no ${signatureFiles.ssh}.`)
  try {
    return good(`by the SSH key ${file}: ${await verifyWithSsh(message, bytes, publicKey)}`)
  } catch (error) {
    if (error instanceof SshError) return bad(error.message)
    throw error
  }
}

async function unasked(copy: SiteCopy): Promise<readonly string[]> {
  for (const file of Object.values(signatureFiles))
    if (await copy.read(file, longestSignature))
      return [`Signature: ${file} was not checked; give the key with --key or --ssh-key.`]
  return []
}

function good(by: string): SignatureCheck {
  return { state: 'good', lines: [`Signature: good, ${printable(by)}`] }
}

function bad(why: string): SignatureCheck {
  return { state: 'bad', lines: [`Signature: BAD. ${printable(why)}`] }
}

function summary(name: string, { mismatches, checked }: Verification): string {
  if (mismatches.length === 0) return `${name}: ${counted(checked, 'file')}, each as it was built.`
  const count = (kind: string): number => mismatches.filter((each) => each.kind === kind).length
  return `${name}: ${counted(checked, 'file')} read, ${count('changed')} changed, ${count('missing')} missing, ${count('added')} added.`
}

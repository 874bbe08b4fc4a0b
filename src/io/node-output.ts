import { createHash } from 'node:crypto'
import { constants, linkSync, renameSync } from 'node:fs'
import { access, copyFile, lstat, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { isInside } from './inside.ts'
import { nodeFolder } from './node-folder.ts'
import { ownFolder } from './own-folder.ts'
import type { OutputFiles, Refusal } from './ports.ts'
import { nodeProcesses } from './process-owner.ts'
import { isAbsent, systemErrorCode, systemErrorSentence } from './system-error.ts'
import { makeFolders } from './write-file.ts'

/** Folders of a site that hold what the author wrote or what others keep there. */
const taken = ['content', 'public', 'themes', 'node_modules', '.git', '.ibid']
/** Where files wait in the output folder itself, when `.ibid/` lies on another disk. */
const stageInSite = '.ibid-stage'

/**
 * The output folder on the disk, and `.ibid/` in the root beside it. Nothing is made or changed yet.
 *
 * @param root path of the site's root, which exists
 * @param out path of the output folder, which may not exist
 */
export async function nodeOutput(root: string, out: string): Promise<OutputFiles> {
  const realRoot = await realpath(resolve(root))
  const site = await realPlace(resolve(out))
  const fromRoot = relative(realRoot, site)
  const key = createHash('sha256').update(fromRoot).digest('hex').slice(0, 12)
  const state = join(realRoot, '.ibid')
  const sameDisk = (await deviceOf(state)) === (await deviceOf(site))
  const stage = sameDisk ? join(state, `stage-${key}`) : join(site, stageInSite)
  const inStage = (name: string) => join(stage, name)
  const inSite = (path: string) => join(site, path)
  return {
    name: isInside(site, realRoot) && fromRoot !== '' ? fromRoot : out,
    key,
    site: nodeFolder(site),
    state: nodeFolder(state),
    home: () => ownFolder(realRoot, ['.ibid'], false),
    stage: nodeFolder(stage),
    publish: (staged, path) => publish(inStage(staged), inSite(path)),
    keep: (path, staged) => keep(inSite(path), inStage(staged)),
    withdraw: (path, staged) => publish(inSite(path), inStage(staged)),
    refusal: () => refusalOf(realRoot, resolve(out), site, state),
    processes: nodeProcesses(),
  }
}

async function publish(from: string, to: string): Promise<void> {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!isAbsent(error)) throw error
    makeFolders(dirname(to))
    renameSync(from, to)
  }
}

/** A second name for a file; a copy on disks that have no second names. */
async function keep(from: string, to: string): Promise<void> {
  makeFolders(dirname(to))
  try {
    linkSync(from, to)
  } catch (error) {
    const code = systemErrorCode(error)
    if (code === 'EEXIST') return
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'EMLINK')
      throw error
    await copyFile(from, to, constants.COPYFILE_EXCL)
  }
}

/** Absolute path with the links above it resolved, as far as its folders exist; its own last part stays. */
async function realPlace(path: string): Promise<string> {
  const above = dirname(path)
  if (above === path) return path
  try {
    return join(await realpath(above), basename(path))
  } catch (error) {
    if (!isAbsent(error)) throw error
    return join(await realPlace(above), basename(path))
  }
}

/** The nearest folder that exists, from a path upwards. */
async function existing(path: string): Promise<string> {
  try {
    await stat(path)
    return path
  } catch (error) {
    if (!isAbsent(error) || dirname(path) === path) throw error
    return existing(dirname(path))
  }
}

async function deviceOf(path: string): Promise<number> {
  return (await stat(await existing(path))).dev
}

async function refusalOf(
  root: string,
  asked: string,
  site: string,
  state: string,
): Promise<Refusal | undefined> {
  return (
    (await notAFolder(site, `The output folder ${asked}`)) ??
    (await notAFolder(state, `The folder ${state}, where Ibid keeps its own files,`)) ??
    (await overTheSource(root, asked, site)) ??
    (await notWritable(site)) ??
    (await notWritable(state))
  )
}

async function notAFolder(path: string, subject: string): Promise<Refusal | undefined> {
  try {
    const stats = await lstat(path)
    if (stats.isDirectory()) return undefined
    if (!stats.isSymbolicLink())
      return {
        message: `${subject} is not a folder.`,
        hint: 'move it away, or choose another with --out <dir>',
      }
    const target = await realpath(path).catch(() => 'nothing')
    const message = `${subject} is a link to ${target}; Ibid writes through no link.`
    return { message, hint: `remove the link, or say --out ${target}` }
  } catch (error) {
    if (isAbsent(error)) return undefined
    return { message: `${subject} cannot be read. ${systemErrorSentence(error)}` }
  }
}

async function overTheSource(
  root: string,
  asked: string,
  site: string,
): Promise<Refusal | undefined> {
  const hint = 'choose a folder of its own, such as --out dist'
  if (isInside(root, site))
    return { message: `The output folder ${asked} holds the site's own source, ${root}.`, hint }
  for (const name of taken) {
    const folder = join(root, name)
    const real = await realpath(folder).catch(() => folder)
    if (isInside(site, real) || isInside(real, site) || isInside(site, folder))
      return {
        message: `The output folder ${asked} would mix with ${name}/, which is not Ibid's to write.`,
        hint,
      }
  }
  return undefined
}

async function notWritable(path: string): Promise<Refusal | undefined> {
  const folder = await existing(path)
  try {
    await access(folder, constants.W_OK | constants.X_OK)
    return undefined
  } catch (error) {
    return { message: `Nothing can be written to ${folder}. ${systemErrorSentence(error)}` }
  }
}

import { lstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { Importer } from '../importers/old-blog.ts'
import { isInside } from '../io/inside.ts'
import { nodeFolder } from '../io/node-folder.ts'
import { nodeSource } from '../io/node-source.ts'
import { systemErrorSentence } from '../io/system-error.ts'
import { nearestName } from '../model/nearest-name.ts'
import { type Call, type Command, CommandError, exitCodes, rootOf } from './call.ts'
import { printImport } from './import/report.ts'
import { writeImported } from './import/write-imported.ts'

/** What each kind of blog is read by; loaded only where it is asked for. */
const importers: Readonly<Record<string, () => Promise<Importer>>> = {
  wordpress: async () =>
    (await import('../importers/wordpress/import-wordpress.ts')).importWordPress,
  jekyll: async () => (await import('../importers/jekyll/import-jekyll.ts')).importJekyll,
  hugo: async () => (await import('../importers/hugo/import-hugo.ts')).importHugo,
}

/** `ibid import <platform> <path>`: posts and files of another blog, and what could not be turned. */
export const importBlog: Command = async (call) => {
  const [platform = '', path = ''] = call.words
  const load = loaderOf(platform)
  const place = placeOf(call, platform, path)
  const root = targetOf(call, platform, place)
  const importer = await load()
  const blog = nodeSource(place.folder)
  const written = await writeImported({
    items: importer(blog, place.named),
    blog,
    target: nodeFolder(root),
    shownSource: (file) => shownIn(call.cwd, join(place.folder, file)),
    signal: call.signal,
  })
  if (call.signal.aborted) return exitCodes.interrupted
  return printImport(call, written)
}

function loaderOf(platform: string): () => Promise<Importer> {
  const names = Object.keys(importers)
  const load = Object.hasOwn(importers, platform) ? importers[platform] : undefined
  if (load) return load
  const near =
    nearestName(platform, names) ?? nearestName(platform.replace(/press|\s/gi, ''), names)
  throw new CommandError(
    `Nothing is known of a blog of the kind "${platform}".`,
    `ibid import ${near ?? `<${names.join('|')}>`} <path>`,
  )
}

/** Where the other blog lies: a folder, and the one file of it that was named. */
interface Place {
  readonly folder: string
  readonly named: string | undefined
}

function placeOf(call: Call, platform: string, typed: string): Place {
  if (typed === '') throw new CommandError('The path of the blog is empty.', 'ibid import --help')
  const path = resolve(call.cwd, typed)
  try {
    const stats = statSync(path)
    if (stats.isDirectory()) return { folder: realpathSync(path), named: undefined }
    if (stats.isFile() && platform === 'wordpress')
      return { folder: realpathSync(dirname(path)), named: basename(path) }
  } catch (error) {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined)
      throw new CommandError(`There is no folder ${path}.`, `ibid import ${platform} <path>`)
    throw new CommandError(`${path} cannot be read: ${systemErrorSentence(error)}`)
  }
  throw new CommandError(
    `${path} is no folder; a ${platform === 'hugo' ? 'Hugo' : 'Jekyll'} blog is a folder with all its sources.`,
    `ibid import ${platform} ${dirname(typed)}`,
  )
}

/** The root of the site that is written to, which must not be among what is read. */
function targetOf(call: Call, platform: string, { folder }: Place): string {
  const typed = rootOf(call)
  const stats = statSync(typed, { throwIfNoEntry: false })
  if (!stats?.isDirectory())
    throw new CommandError(`There is no folder ${typed} for the new site.`, `mkdir ${typed}`)
  const root = realpathSync(typed)
  if (platform !== 'wordpress' && isInside(root, folder))
    throw new CommandError(
      `${root} lies in the blog that is to be imported; the new site needs a folder of its own.`,
      `ibid import ${platform} ${call.words[1]} --root <dir>`,
    )
  return root
}

/** A path as one would type it from where the command was called. */
function shownIn(cwd: string, path: string): string {
  const short = relative(cwd, path)
  return short.split('/').filter((part) => part === '..').length > 2 ? path : short
}

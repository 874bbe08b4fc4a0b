import { existsSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { type Call, CommandError, rootOf } from './call.ts'

/**
 * The root of the site that a command is to work on.
 *
 * @returns absolute path
 * @throws CommandError where there is no site
 */
export function siteRoot(call: Call): string {
  const root = rootOf(call)
  if (!isFolder(root)) throw new CommandError(`There is no folder ${root}.`, '--root <dir>')
  if (isFolder(join(root, 'content'))) return root
  if (existsSync(join(root, 'content')))
    throw new CommandError(`${join(root, 'content')} is no folder, so ${root} is no site.`)
  const above = siteAbove(dirname(root))
  const hint = above === undefined ? 'ibid init' : `--root ${relative(call.cwd, above)}`
  throw new CommandError(`${root} is no site: it has no folder content/.`, hint)
}

function siteAbove(folder: string): string | undefined {
  if (isFolder(join(folder, 'content')) && existsSync(join(folder, 'content', 'site.yaml')))
    return folder
  return dirname(folder) === folder ? undefined : siteAbove(dirname(folder))
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

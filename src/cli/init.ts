import { basename, join, relative, resolve } from 'node:path'
import { systemClock } from '../io/clock.ts'
import { makeFolders } from '../io/write-file.ts'
import { type Command, CommandError, exitCodes, rootOf } from './call.ts'
import { localDay } from './local-day.ts'
import { ownDependency } from './own-dependency.ts'
import { quotedShell } from './quoted-shell.ts'
import { randomId } from './random-id.ts'
import { starterFiles } from './starter/files.ts'
import { writeNew } from './write-new.ts'

/** `ibid init [dir]`: a new site, and the two commands that come next. */
export const init: Command = async (call) => {
  const { words, cwd, env, options, streams } = call
  const [dir] = words
  if (dir === '') throw new CommandError('The name of the folder is empty.', 'ibid init my-blog')
  const folder = dir === undefined ? rootOf(call) : resolve(rootOf(call), dir)
  const dependency = ownDependency(folder)
  const files = starterFiles({
    name: basename(folder),
    dependency: dependency.spec,
    day: localDay(systemClock(env).now()),
    ids: { post: randomId(), page: randomId() },
  })
  await writeNew(folder, files)
  makeFolders(join(folder, 'public'))
  const path = relative(cwd, folder)
  if (!options.quiet) {
    streams.err.write(
      `Made a site in ${path === '' ? 'this folder' : path}: ${[...files.keys()].join(', ')}.\n`,
    )
    if (dependency.local) streams.err.write(localNote(dependency.spec))
    streams.err.write('\nNext:\n')
  }
  streams.out.write(
    `${path === '' ? '' : `cd ${quotedShell(path)} && `}npm install\nnpx ibid dev\n`,
  )
  return exitCodes.done
}

function localNote(spec: string): string {
  return `\nIts package.json takes Ibid from ${spec}, which only this machine has: put a published version there before\nthe workflow in .github/ is to build the site.\n`
}

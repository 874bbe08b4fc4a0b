import { join, relative } from 'node:path'
import { slugify } from '../model/slug.ts'
import { type Command, CommandError, exitCodes } from './call.ts'
import { localDay } from './local-day.ts'
import { postTemplate } from './post-template.ts'
import { randomId } from './random-id.ts'
import { siteRoot } from './site-root.ts'
import { siteWorld } from './site-world.ts'
import { writeNew } from './write-new.ts'

/** `ibid new <title>`: a post with front matter, whose path is the result. */
export const newPost: Command = async (call) => {
  const root = siteRoot(call)
  const title = call.words.join(' ').replaceAll(/\s+/gu, ' ').trim()
  if (title === '') throw new CommandError('The title is empty.', 'ibid new "On reading slowly"')
  const id = randomId()
  const path = `content/posts/${slugOf(title, id)}.md`
  const day = localDay(siteWorld(root, call).clock.now())
  await writeNew(root, new Map([[path, postTemplate({ id, title, day })]]))
  call.streams.out.write(`${relative(call.cwd, join(root, path))}\n`)
  return exitCodes.done
}

/** A title of signs only gives no slug; its id then takes the place. */
function slugOf(title: string, id: string): string {
  return /[\p{L}\p{N}]/u.test(title) ? slugify(title) : id
}

import { readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { SourceFiles } from '../io/ports.ts'
import { systemErrorSentence } from '../io/system-error.ts'
import { slugify } from '../model/slug.ts'
import { type Call, type Command, CommandError, exitCodes } from './call.ts'
import { localDay } from './local-day.ts'
import { filledTemplate, type NewPost, postTemplate } from './post-template.ts'
import { randomId } from './random-id.ts'
import { siteRoot } from './site-root.ts'
import { siteWorld } from './site-world.ts'
import { writeNew } from './write-new.ts'

/** `ibid new <title>`: a post with front matter, whose path is the result. */
export const newPost: Command = async (call) => {
  const root = siteRoot(call)
  const title = call.words.join(' ').replaceAll(/\s+/gu, ' ').trim()
  if (title === '') throw new CommandError('The title is empty.', 'ibid new "On reading slowly"')
  const { source, clock } = siteWorld(root, call)
  const id = randomId()
  const path = `content/posts/${slugOf(title, id)}.md`
  const series = await seriesOf(call, source)
  const text = await textOf(call, { id, title, day: localDay(clock.now()), series })
  await writeNew(root, new Map([[path, text]]))
  call.streams.out.write(`${relative(call.cwd, join(root, path))}\n`)
  return exitCodes.done
}

/** A title of signs only gives no slug; its id then takes the place. */
function slugOf(title: string, id: string): string {
  return /[\p{L}\p{N}]/u.test(title) ? slugify(title) : id
}

/** The series that was asked for, with the next part of it. */
async function seriesOf({ options }: Call, source: SourceFiles): Promise<NewPost['series']> {
  const id = options.series
  if (id === undefined) return undefined
  const { nextPart } = await import('./series-part.ts')
  return { id, part: await nextPart(source, id) }
}

async function textOf({ options, cwd }: Call, post: NewPost): Promise<string> {
  if (options.template === undefined) return postTemplate(post)
  const file = resolve(cwd, options.template)
  try {
    return filledTemplate(await readFile(file, 'utf8'), post)
  } catch (error) {
    if (error instanceof RangeError)
      throw new CommandError(
        `${file}: ${error.message}.`,
        '{{title}}, {{id}}, {{date}}, {{series}} or {{part}}',
      )
    throw new CommandError(`The template ${file} cannot be read: ${systemErrorSentence(error)}`)
  }
}

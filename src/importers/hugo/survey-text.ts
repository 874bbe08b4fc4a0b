import { flagOf, lowerKeys, textOf } from '../front-values.ts'
import type { ImportProblem } from '../imported.ts'
import { type OldBlog, readText } from '../old-blog.ts'
import { readFront, splitFront } from '../split-front.ts'
import { hugoAddress } from './address.ts'
import { type HugoConfig, isMapping, section } from './config.ts'
import type { ContentRoot } from './content-roots.ts'
import { newPlace, type TextPlace } from './content-tree.ts'
import { flatFront, hugoDate } from './front-keys.ts'
import type { HugoText } from './hugo-text.ts'

/** What others need to know of a text, by its front matter; or why it is not taken. */
export async function surveyText(
  blog: OldBlog,
  config: HugoConfig,
  at: { file: string; place: TextPlace; root: ContentRoot; timeZone: string | undefined },
): Promise<HugoText | ImportProblem> {
  const { file, place, root, timeZone } = at
  const read = await readText(blog, file)
  if ('problem' in read) return read.problem
  const reading = await readFront(splitFront(read.text))
  if ('fault' in reading) {
    const message = `This front matter cannot be read: ${reading.fault}.`
    return { kind: 'problem', file, place: reading.place, message, unread: true }
  }
  const data = flatFront(reading.data)
  if (neverShown(data)) {
    const message =
      'This text is not taken: Hugo shows it on no page of its own (`headless` or `build`).'
    return { kind: 'problem', file, message }
  }
  const language = place.language ?? root.language
  const foreign =
    language !== undefined && language !== config.defaultLanguage ? language : undefined
  const kind =
    place.folders.length === 0 || textOf(data.type)?.toLowerCase() === 'page' ? 'page' : 'post'
  const title = textOf(data.title)
  const date = hugoDate(data, place.name, timeZone)
  const inPath =
    flagOf(config.data.defaultcontentlanguageinsubdir) === true
      ? (language ?? config.defaultLanguage)
      : foreign
  const address = hugoAddress(
    {
      ...place,
      title,
      date,
      slug: textOf(data.slug),
      url: pathIn(textOf(data.url), config),
      language: inPath,
    },
    patternFor(config, place.folders[0] ?? ''),
    flagOf(config.data.uglyurls) === true,
  )
  const draft = flagOf(data.draft) === true
  const path = newPlace(place, kind, foreign)
  return {
    kind,
    file,
    path,
    place,
    address,
    date,
    title,
    draft,
    language,
    translationOf: undefined,
  }
}

function neverShown(data: ReturnType<typeof lowerKeys>): boolean {
  const build = lowerKeys({ ...section(data, '_build'), ...section(data, 'build') })
  return flagOf(data.headless) === true || build.render === 'never' || build.render === false
}

/** `url` without the host and the path of the site. */
function pathIn(url: string | undefined, { basePath }: HugoConfig): string | undefined {
  if (url === undefined) return undefined
  const path =
    /^https?:\/\//i.test(url) && URL.canParse(url) ? decodeURI(new URL(url).pathname) : url
  return basePath !== '/' && path.startsWith(basePath) ? path.slice(basePath.length - 1) : path
}

function patternFor({ data }: HugoConfig, name: string): string | undefined {
  const all = section(data, 'permalinks')
  const own = { ...all, ...(isMapping(all.page) ? lowerKeys(all.page) : {}) }
  return textOf(own[name.toLowerCase()])
}

/** What a list says of itself has no place here; where it has words, they are told of. */
export async function listText(blog: OldBlog, file: string): Promise<readonly ImportProblem[]> {
  const read = await readText(blog, file)
  if ('problem' in read) return [read.problem]
  const words = read.text.slice(splitFront(read.text).start).trim()
  if (words === '') return []
  const message = 'The words of this list are not taken: Ibid makes its lists itself.'
  return [
    {
      kind: 'problem',
      file,
      message,
      hint: 'Make a page of them in content/pages/, if they are wanted.',
    },
  ]
}

import { choosePattern, type Placeable, type Places, placeAll } from '../addresses.ts'
import { freeKeyProblems, pictureProblems, refusedProblems } from '../front-remarks.ts'
import { textOf, textsOf } from '../front-values.ts'
import type { ImportedItem, ImportedText, ImportProblem } from '../imported.ts'
import { decoded, relativeLink, relativeTarget, withoutBase } from '../link-destinations.ts'
import { type Importer, type OldBlog, readText } from '../old-blog.ts'
import { type Front, postFile, soundFront } from '../post-file.ts'
import { readFront, splitFront } from '../split-front.ts'
import { type ToldOnce, toldOnce } from '../told-once.ts'
import { type HugoConfig, readConfig } from './config.ts'
import { flatFront, hugoFront } from './front-keys.ts'
import type { HugoText } from './hugo-text.ts'
import { markdownBody } from './markdown-body.ts'
import { refFinder } from './ref-finder.ts'
import { hugoSettings } from './settings.ts'
import { type HugoSite, surveySite } from './site.ts'
import { staticFiles } from './static-files.ts'

/** A Hugo site: `content/` as posts and pages, `static/` as `public/`, its settings. */
export const importHugo: Importer = async function* (blog): AsyncGenerator<ImportedItem> {
  const config = await readConfig(blog)
  yield* config.problems
  const site = await surveySite(blog, config)
  yield* site.problems
  const posts = site.texts.filter(({ kind, draft }) => kind === 'post' && !draft)
  const pattern = choosePattern(
    posts.map(({ address, date }) => ({ path: address, day: date?.day })),
  )
  const once = { keys: toldOnce(), values: toldOnce() }
  const placeable = site.texts.map(placeableOf)
  const places = placeAll(placeable, pattern)
  const turn = { blog, config, site, places, once, find: refFinder(site.texts) }
  for (const text of placeable) yield* turnText(text, turn)
  for (const { from, path } of site.copies) yield { kind: 'copy', from, path }
  yield* staticFiles(blog, site)
  yield* onceProblems(once)
  yield* advice(config, posts.length > 0)
  yield { kind: 'settings', settings: hugoSettings(config, site, pattern) }
}

/** A text, with what its new address is found by. */
interface PlacedText extends Placeable {
  readonly old: HugoText
}

function placeableOf(old: HugoText): PlacedText {
  const { kind, address, date, path } = old
  return { kind, path: address, day: date?.day, name: nameOf(path), old }
}

interface Turn {
  readonly blog: OldBlog
  readonly config: HugoConfig
  readonly site: HugoSite
  readonly places: Places<PlacedText>
  readonly once: { readonly keys: ToldOnce; readonly values: ToldOnce }
  readonly find: ReturnType<typeof refFinder>
}

async function* turnText(placed: PlacedText, turn: Turn): AsyncGenerator<ImportedItem> {
  const { old } = placed
  const { file, path, kind } = old
  const read = await readText(turn.blog, file)
  if ('problem' in read) return yield read.problem
  const split = splitFront(read.text)
  const reading = await readFront(split)
  const data = flatFront('data' in reading ? reading.data : {})
  const { front, free, remarks, picture } = hugoFront(data, old.place.name, turn.site.timeZone)
  for (const key of Object.keys(free)) turn.once.keys.add(key, file)
  for (const message of remarks) yield { kind: 'problem', file, message }
  const { slug, aliases } = turn.places.of(placed)
  const whole: Front = {
    ...front,
    id: kind === 'post' && !old.draft ? feedId(turn.config, old.address) : undefined,
    slug,
    aliases: someOf(turn.places.free([...aliases, ...typedAliases(data.aliases, old.address)])),
    lang: languageOf(old, turn.config),
    translationOf: old.translationOf,
    image: pictureOf(picture, old, turn),
    ...free,
  }
  const sound = soundFront(
    Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)),
  )
  yield* refusedProblems(file, sound.refused)
  const { body, problems } = markdownBody(read.text, split.start, {
    file,
    linkTo: (ref) => linkBetween(old, turn.find(ref, old)),
    lead: (address) => leadOf(address, old, turn),
  })
  yield* problems
  yield { kind, path, text: postFile(sound.front, body), from: file } satisfies ImportedText
}

/** `content/posts/a.md` and `content/posts/a/index.md` → `a`. */
function nameOf(path: string): string {
  return /([^/]+?)(?:\/index)?\.md$/.exec(path)?.[1] ?? ''
}

/** What Hugo’s own feed knows a post by: its address. */
function feedId({ baseUrl }: HugoConfig, address: string): string | undefined {
  return baseUrl === undefined ? undefined : `${baseUrl}${encodeURI(address.slice(1))}`
}

function someOf<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}

/** Former addresses; one without a slash before it is relative to the folder of the post’s own. */
function typedAliases(value: unknown, address: string): readonly string[] {
  return textsOf(value).map((alias) => {
    const path = decoded(alias)
    if (path.startsWith('/')) return path
    return `${address.replace(/[^/]*\/?$/, '')}${path.replace(/^(?:\.\.?\/)+/, '')}`
  })
}

function languageOf(
  { language }: HugoText,
  { languages, defaultLanguage }: HugoConfig,
): string | undefined {
  if (language === undefined || language === defaultLanguage) return undefined
  return textOf(languages.get(language)?.languagecode) ?? language
}

/** A picture that stands for a post, where its file is found. */
function pictureOf(
  picture: ReturnType<typeof hugoFront>['picture'],
  old: HugoText,
  { site, once, config }: Turn,
): Front['image'] {
  if (!picture) return undefined
  const target = relativeTarget(old.file, picture.src)
  const beside = target && site.newPaths.get(target.path)
  const local = picture.src.startsWith('/')
    ? withoutBase(picture.src, config.basePath)
    : `/${picture.src}`
  const src =
    beside !== undefined
      ? relativeLink(old.path, beside)
      : site.staticPaths.has(decoded(local).slice(1))
        ? local
        : undefined
  if (src === undefined) {
    once.values.add('picture', old.file)
    return undefined
  }
  if (picture.alt === undefined) once.values.add('alt', old.file)
  return { src, alt: picture.alt ?? old.title ?? old.place.name }
}

function linkBetween(from: HugoText, to: HugoText | undefined): string | undefined {
  return to && relativeLink(from.path, to.path)
}

/** Links to files that have moved, and to paths below the site’s own. */
function leadOf(address: string, old: HugoText, { site, config }: Turn): string | undefined {
  if (address.startsWith('/')) return withoutBase(address, config.basePath)
  const target = relativeTarget(old.file, address)
  const path = target && site.newPaths.get(target.path)
  if (path === undefined) return undefined
  const link = relativeLink(old.path, path) + target?.tail
  return decoded(link) === decoded(address).replace(/^\.\//, '') ? undefined : link
}

function* onceProblems(once: Turn['once']): Generator<ImportProblem> {
  yield* freeKeyProblems(once.keys)
  yield* pictureProblems(once.values, 'beside it and not in static/', 'title')
}

function* advice({ baseUrl }: HugoConfig, hasPosts: boolean): Generator<ImportProblem> {
  if (baseUrl === undefined || !hasPosts) return
  yield {
    kind: 'problem',
    file: '',
    message: 'Subscribers ask for /index.xml, where Hugo has its feed; that of Ibid is /feed.xml.',
    hint: 'Have your host lead /index.xml to /feed.xml; the posts keep their ids, so none is shown twice.',
  }
}

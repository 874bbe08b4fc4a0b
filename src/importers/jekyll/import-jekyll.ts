import { choosePattern, type Placeable, type Places, placeAll } from '../addresses.ts'
import { freeKeyProblems, pictureProblems, refusedProblems } from '../front-remarks.ts'
import { type TurnedFront, textsOf } from '../front-values.ts'
import type { ImportedItem, ImportProblem } from '../imported.ts'
import { decoded, relativeLink, relativeTarget, withoutBase } from '../link-destinations.ts'
import { type Importer, type OldBlog, readText } from '../old-blog.ts'
import { type Front, postFile, soundFront } from '../post-file.ts'
import { readFront, splitFront } from '../split-front.ts'
import { type ToldOnce, toldOnce } from '../told-once.ts'
import { type JekyllConfig, readConfig } from './config.ts'
import { feedIds } from './feed-ids.ts'
import { jekyllFront } from './front-keys.ts'
import { htmlBody, markdownBody } from './markdown-body.ts'
import { jekyllSettings } from './settings.ts'
import { frontOf, type JekyllSite, type JekyllText, surveySite, textFinder } from './site.ts'

/** A Jekyll site: posts, drafts and pages, other files as `public/`, its settings. */
export const importJekyll: Importer = async function* (blog): AsyncGenerator<ImportedItem> {
  const config = await readConfig(blog)
  yield* config.problems
  const site = await surveySite(blog, config)
  yield* site.problems
  const placed = site.texts.map(placedOf)
  const published = placed.filter(({ kind, old }) => kind === 'post' && !old.draft)
  const pattern = choosePattern(published)
  const turn: Turn = {
    blog,
    config,
    site,
    places: placeAll(placed, pattern),
    files: new Set(site.copies.map(({ from }) => from)),
    newPaths: new Map(site.texts.map(({ file, path }) => [file, path])),
    find: textFinder(site),
    feedId: await feedIds(blog, config, site),
    once: toldOnce(),
    pictures: toldOnce(),
    abbreviations: new Map(),
  }
  for (const one of placed) yield* turnText(one, turn)
  for (const { from, path } of site.copies) yield { kind: 'copy', from, path }
  yield* onceProblems(turn)
  yield { kind: 'settings', settings: jekyllSettings(config, site, turn.abbreviations, pattern) }
}

/** A text, with what its new address is found by. */
interface PlacedText extends Placeable {
  readonly old: JekyllText
}

function placedOf(old: JekyllText): PlacedText {
  const { kind, address, date, path } = old
  return { kind, path: address, day: date?.day, name: path.replace(/^.*\/|\.md$/g, ''), old }
}

interface Turn {
  readonly blog: OldBlog
  readonly config: JekyllConfig
  readonly site: JekyllSite
  readonly places: Places<PlacedText>
  /** Files that are taken over, by their old paths. */
  readonly files: ReadonlySet<string>
  readonly newPaths: ReadonlyMap<string, string>
  readonly find: ReturnType<typeof textFinder>
  /** What the old feed knows a post by. */
  readonly feedId: (text: JekyllText) => string | undefined
  readonly once: ToldOnce
  readonly pictures: ToldOnce
  /** Short forms that texts explain; they fill up as the texts are turned. */
  readonly abbreviations: Map<string, string>
}

async function* turnText(placed: PlacedText, turn: Turn): AsyncGenerator<ImportedItem> {
  const { old } = placed
  const { file, path, kind } = old
  const read = await readText(turn.blog, file)
  if ('problem' in read) return yield read.problem
  const split = splitFront(read.text)
  const reading = await readFront(split)
  const isDraft = /(?:^|\/)_drafts\//.test(file)
  const data = frontOf(
    turn.config,
    file,
    isDraft ? 'draft' : kind,
    'data' in reading ? reading.data : {},
  )
  const turned = jekyllFront(
    data,
    old.date,
    kind === 'post' ? old.categories : [],
    turn.config.timeZone,
  )
  for (const key of Object.keys(turned.free)) turn.once.add(key, file)
  for (const message of turned.remarks) yield { kind: 'problem', file, message }
  const html = /\.html?$/i.test(file)
  const context = {
    linkTo: (tag: 'post_url' | 'link', name: string) => linkTo(turn, old, tag, name),
    siteUrl: turn.config.baseUrl?.replace(/\/$/, ''),
    site: turn.config.data,
    page: { ...data, url: old.address },
    html,
    lead: (address: string) => leadOf(address, old, turn),
  }
  const turnBody = html ? htmlBody : markdownBody
  const { body, problems, parts } = turnBody(file, read.text, split.start, context)
  yield* problems
  for (const [short, long] of parts?.abbreviations ?? [])
    if (!turn.abbreviations.has(short)) turn.abbreviations.set(short, long)
  const { slug, aliases } = turn.places.of(placed)
  const whole: Front = {
    ...turned.front,
    id: kind === 'post' && !old.draft ? turn.feedId(old) : undefined,
    draft: old.draft ? true : undefined,
    slug,
    aliases: someOf(
      turn.places.free([
        ...aliases,
        ...textsOf(data.redirect_from).map((alias) => decoded(alias).replace(/^(?!\/)/, '/')),
      ]),
    ),
    image: pictureOf(turned.picture, old, turn),
    math: parts?.math ? true : turned.front.math,
    toc: parts?.toc ? true : turned.front.toc,
    ...turned.free,
  }
  const sound = soundFront(
    Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)),
  )
  yield* refusedProblems(file, sound.refused)
  yield { kind, path, text: postFile(sound.front, body), from: file }
}

function someOf<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}

function linkTo(
  { find, files }: Turn,
  from: JekyllText,
  tag: 'post_url' | 'link',
  name: string,
): { readonly file: string; readonly address: string } | undefined {
  const text = find(tag, name)
  if (text) return { file: relativeLink(from.path, text.path), address: encodeURI(text.address) }
  const file = name.replace(/^\/+/, '')
  if (tag === 'post_url' || !files.has(file)) return undefined
  return { file: encodeURI(`/${file}`), address: encodeURI(`/${file}`) }
}

/** Links to texts by their old files, to files that are in `public/` now, and to paths below the site’s own. */
function leadOf(
  address: string,
  old: JekyllText,
  { config, files, newPaths }: Turn,
): string | undefined {
  if (address.startsWith('/')) return withoutBase(address, config.basePath)
  const target = relativeTarget(old.file, address)
  if (!target) return undefined
  const path = newPaths.get(target.path)
  if (path !== undefined) return relativeLink(old.path, path) + target.tail
  // What is relative to an address stays right only where the address does; a file of the blog has one place.
  const beside = relativeTarget(old.address.replace(/^\//, ''), address)
  const file = [target.path, beside?.path].find((each) => each !== undefined && files.has(each))
  return file === undefined ? undefined : `${encodeURI(`/${file}`)}${target.tail}`
}

function pictureOf(
  picture: TurnedFront['picture'],
  { file, name }: JekyllText,
  { files, config, pictures }: Turn,
): Front['image'] {
  if (!picture) return undefined
  const src = withoutBase(
    picture.src.replace(/^\{\{\s*site\.baseurl\s*\}\}/, '').replace(/^(?!\/|https?:)/, '/'),
    config.basePath,
  )
  if (!files.has(decoded(src).slice(1))) {
    pictures.add('picture', file)
    return undefined
  }
  if (picture.alt === undefined) pictures.add('alt', file)
  return { src, alt: picture.alt ?? name }
}

function* onceProblems({ once, pictures, config, feedId, site }: Turn): Generator<ImportProblem> {
  yield* freeKeyProblems(once)
  yield* pictureProblems(pictures, 'among the files of the blog', 'name')
  const first = site.texts.find(({ kind, draft }) => kind === 'post' && !draft)
  if (first && config.baseUrl !== undefined && feedId(first) === undefined)
    yield {
      kind: 'problem',
      file: '',
      message:
        'No feed of the blog was found, so it is not known what subscribers’ programs know its posts by.',
      hint: 'If there was one, write what it has in <id> or <guid> as `id` into each post before you run `ibid freeze`.',
    }
}

import { slugify } from '../../model/slug.ts'
import { choosePattern, type OldAddress } from '../addresses.ts'
import { safeName, uniquePaths } from '../file-name.ts'
import { type ExportChannel, type ExportItem, textOfItem } from './export-item.ts'
import { plainWords } from './plain-words.ts'

/** A post or page of the old blog, and where it is to stand. */
export interface KnownPost {
  readonly id: string
  readonly kind: 'post' | 'page'
  /** `content/posts/name.md`. */
  readonly path: string
  /** The last part of that path, without its ending. */
  readonly name: string
  /** Where it stood; undefined for what was never published under an address of its own. */
  readonly address: OldAddress | undefined
}

/** A file of the media library. */
export interface KnownAttachment {
  readonly url: string
  /** Words for those who do not see it; empty where nobody wrote any. */
  readonly alt: string
  readonly title: string
  readonly caption: string
  /** The post that it was uploaded to. */
  readonly parent: string
}

/** What has to be known of a whole blog before any post of it can be turned. */
export interface BlogIndex {
  readonly channel: ExportChannel
  /** Hosts of the blog, without `www.`. */
  readonly hosts: ReadonlySet<string>
  /** Absolute, with a slash at its end; undefined where the export does not say. */
  readonly base: string | undefined
  readonly pattern: string
  readonly posts: ReadonlyMap<string, KnownPost>
  /** By path of the old address, without slashes at its ends. */
  readonly byAddress: ReadonlyMap<string, KnownPost>
  readonly attachments: ReadonlyMap<string, KnownAttachment>
  /** Ids of attachments by the path of their own page. */
  readonly attachmentPages: ReadonlyMap<string, string>
  /** Names of categories and tags by their slugs. */
  readonly terms: ReadonlyMap<string, string>
  /** Who wrote anything that is taken over, as the export names them. */
  readonly writers: ReadonlySet<string>
  /** How many items there are of kinds that are not taken over. */
  readonly passedOver: ReadonlyMap<string, number>
}

/** Kinds of items that only a WordPress needs, and of which nobody misses anything. */
const internal =
  /^(?:attachment|nav_menu_item|revision|customize_changeset|custom_css|oembed_cache|user_request|wp_.*)$/
const notTaken = new Set(['trash', 'auto-draft', 'inherit'])

/** True for what becomes a post or a page. */
export function isTaken(item: ExportItem): boolean {
  return /^(?:post|page)$/.test(kindOf(item)) && !notTaken.has(textOfItem(item, 'wp:status'))
}

function kindOf(item: ExportItem): string {
  return textOfItem(item, 'wp:post_type') || 'post'
}

/** What a post is known by: its number. */
export function idOfItem(item: ExportItem, file: string): string {
  return textOfItem(item, 'wp:post_id') || `${file}:${item.line}`
}

/** Collects what has to be known of a blog. */
export interface BlogIndexer {
  readonly add: (item: ExportItem, file: string) => void
  readonly index: (channel: ExportChannel) => BlogIndex
}

/** Nothing is known yet. */
export function blogIndexer(): BlogIndexer {
  const unique = uniquePaths()
  const taken: Omit<KnownPost, 'address'>[] = []
  const links = new Map<string, { link: string; day: string | undefined; published: boolean }>()
  const attachments = new Map<string, KnownAttachment>()
  const attachmentLinks = new Map<string, string>()
  const terms = new Map<string, string>()
  const writers = new Set<string>()
  const passedOver = new Map<string, number>()
  return {
    add: (item, file) => {
      const id = idOfItem(item, file)
      const kind = kindOf(item)
      const link = textOfItem(item, 'link')
      if (kind === 'attachment') {
        attachments.set(id, attachmentOf(item))
        attachmentLinks.set(link, id)
      } else if (isTaken(item)) {
        const name = nameOf(item)
        const folder = kind === 'page' ? 'pages' : 'posts'
        const path = unique(`content/${folder}/${name}.md`)
        taken.push({ id, kind: kind === 'page' ? 'page' : 'post', path, name: stemOf(path) })
        const published = /^(?:publish|private)$/.test(textOfItem(item, 'wp:status'))
        links.set(id, { link, day: dayOf(item), published })
        for (const { slug, name: words } of item.terms) if (slug !== '') terms.set(slug, words)
        writers.add(textOfItem(item, 'dc:creator'))
      } else {
        const status = textOfItem(item, 'wp:status')
        const what = /^(?:post|page)$/.test(kind) ? `${kind} (${status})` : kind
        if (!internal.test(kind) && status !== 'auto-draft')
          passedOver.set(what, (passedOver.get(what) ?? 0) + 1)
      }
    },
    index: (channel) => {
      const base = baseOf(channel)
      const addressed = taken.map((post): KnownPost => {
        const { link = '', day, published } = links.get(post.id) ?? {}
        const path = published ? pathBelow(base, link) : undefined
        return { ...post, address: path === undefined ? undefined : { path, day } }
      })
      return {
        channel,
        base,
        hosts: hostsOf(channel),
        pattern: choosePattern(
          addressed.flatMap(({ kind, address }) => (kind === 'post' && address ? [address] : [])),
        ),
        posts: new Map(addressed.map((post) => [post.id, post])),
        byAddress: new Map(
          addressed.flatMap((post) =>
            post.address && addressKey(post.address.path) !== ''
              ? [[addressKey(post.address.path), post] as const]
              : [],
          ),
        ),
        attachments,
        attachmentPages: new Map(
          [...attachmentLinks].flatMap(([link, id]) => {
            const path = pathBelow(base, link)
            return path === undefined ? [] : [[addressKey(path), id] as const]
          }),
        ),
        terms,
        writers,
        passedOver,
      }
    },
  }
}

function attachmentOf(item: ExportItem): KnownAttachment {
  return {
    url: textOfItem(item, 'wp:attachment_url') || textOfItem(item, 'guid'),
    alt: plainWords(item.meta.get('_wp_attachment_image_alt') ?? ''),
    title: plainWords(textOfItem(item, 'title')),
    caption: textOfItem(item, 'excerpt:encoded'),
    parent: textOfItem(item, 'wp:post_parent'),
  }
}

/** The name of a post's file: its slug, which WordPress percent-encodes, else its title. */
function nameOf(item: ExportItem): string {
  const slug = decodedPath(textOfItem(item, 'wp:post_name'))
  return safeName(slugify(slug === '' ? plainWords(textOfItem(item, 'title')) : slug))
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.md'.length)
}

function dayOf(item: ExportItem): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(textOfItem(item, 'wp:post_date'))?.[0]
  return day === '0000-00-00' ? undefined : day
}

function baseOf({ texts }: ExportChannel): string | undefined {
  for (const name of ['wp:base_blog_url', 'link', 'wp:base_site_url']) {
    const typed = texts.get(name) ?? ''
    if (/^https?:\/\//i.test(typed) && URL.canParse(typed))
      return new URL(typed).href.replace(/[?#].*$/, '').replace(/\/*$/, '/')
  }
  return undefined
}

function hostsOf({ texts }: ExportChannel): Set<string> {
  const hosts = ['wp:base_blog_url', 'link', 'wp:base_site_url'].flatMap((name) => {
    const typed = texts.get(name) ?? ''
    return URL.canParse(typed) ? [bareHost(new URL(typed).host)] : []
  })
  return new Set(hosts)
}

/** A host without `www.`, which blogs have and drop. */
export function bareHost(host: string): string {
  return host.toLowerCase().replace(/^www\./, '')
}

/**
 * The path of an address below that of the blog, not percent-encoded: `/2017/10/17/name/`. Undefined for the home
 * page of drafts (`/?p=12`) and for what is no address.
 */
export function pathBelow(base: string | undefined, link: string): string | undefined {
  if (!URL.canParse(link, base)) return undefined
  const url = new URL(link, base)
  if (url.search !== '') return undefined
  const folder = base === undefined ? '/' : new URL(base).pathname
  const path = decodedPath(url.pathname)
  return path.startsWith(folder) ? path.slice(folder.length - 1) : path
}

/** A path by which two addresses of one page are the same. */
export function addressKey(path: string): string {
  return path
    .replace(/^\/+|\/+$/g, '')
    .normalize('NFC')
    .toLowerCase()
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

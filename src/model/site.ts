import type { Essay } from './essay.ts'
import type { Author } from './front-matter.ts'
import type { OutputPath, RoutePath, SourcePath } from './paths.ts'
import type { Settings } from './settings.ts'

/** A published essay with its place among the others. */
export interface Post {
  readonly essay: Essay
  readonly route: RoutePath
  /** Present in previews only: why the post would be kept out of a published site. */
  readonly held?: 'draft' | 'scheduled' | 'expired' | undefined
  readonly older?: PostLink | undefined
  readonly newer?: PostLink | undefined
  /** What else to read, best first; absent where nothing has enough in common. */
  readonly related?: readonly PostLink[] | undefined
  /** The post in other languages; absent where there are none. */
  readonly translations?: readonly Translation[] | undefined
  readonly tags: readonly TagLink[]
}

/** Enough of a post to link to it. */
export interface PostLink {
  readonly title: string
  readonly route: RoutePath
}

/** An essay in another language. */
export interface Translation extends PostLink {
  /** BCP 47 tag. */
  readonly lang: string
}

export interface TagLink {
  readonly name: string
  readonly slug: string
  readonly route: RoutePath
}

/** A tag and its posts, newest first. */
export interface Tag extends TagLink {
  readonly posts: readonly Post[]
}

/** A page outside the stream of posts: about, contact. */
export interface Page {
  readonly essay: Essay
  readonly route: RoutePath
  /** The page in other languages; absent where there are none. */
  readonly translations?: readonly Translation[] | undefined
}

/** Somebody who writes, with a page of their own, and their posts, newest first. */
export interface AuthorPage extends Author {
  readonly slug: string
  readonly route: RoutePath
  readonly posts: readonly Post[]
}

/** One page of a list of posts. */
export interface ListPage {
  readonly posts: readonly Post[]
  /** From 1. */
  readonly number: number
  readonly count: number
  readonly newer?: RoutePath | undefined
  readonly older?: RoutePath | undefined
}

export type Route =
  | { readonly kind: 'home'; readonly path: RoutePath; readonly list: ListPage }
  | { readonly kind: 'post'; readonly path: RoutePath; readonly post: Post }
  | { readonly kind: 'page'; readonly path: RoutePath; readonly page: Page }
  | { readonly kind: 'tags'; readonly path: RoutePath }
  | { readonly kind: 'tag'; readonly path: RoutePath; readonly tag: Tag }
  | { readonly kind: 'series'; readonly path: RoutePath; readonly series: Series }
  | { readonly kind: 'archive'; readonly path: RoutePath }
  | { readonly kind: 'feeds'; readonly path: RoutePath }
  | { readonly kind: 'search'; readonly path: RoutePath }
  | { readonly kind: 'authors'; readonly path: RoutePath }
  | { readonly kind: 'author'; readonly path: RoutePath; readonly author: AuthorPage }
  | { readonly kind: 'not-found'; readonly path: RoutePath }
  | {
      readonly kind: 'redirect'
      readonly path: RoutePath
      readonly to: RoutePath
      readonly title: string
      readonly source: SourcePath
    }

/** Posts that belong together, first part first. */
export interface Series {
  readonly id: string
  /** What the parts call it, else its id as words. */
  readonly title: string
  readonly route: RoutePath
  readonly posts: readonly Post[]
}

/** Every essay and every address, known before any page is drawn. */
export interface Site {
  readonly settings: Settings
  /** Newest first. */
  readonly posts: readonly Post[]
  readonly pages: readonly Page[]
  /** By name. */
  readonly tags: readonly Tag[]
  readonly series: readonly Series[]
  /** By name, where several write; absent where one writes alone. */
  readonly authors?: readonly AuthorPage[] | undefined
  readonly routes: readonly Route[]
  /** Path part of the site's URL, with both slashes: `/` or `/blog/`. */
  readonly base: string
}

/** What an output file holds: text (written as UTF-8), bytes, a source file to copy as it is, or what is not made yet. */
export type OutputBody = string | Uint8Array | CopiedBody | UnmadeBody

/** A source file to copy. Its stamp changes whenever the file does; absent where that cannot be told. */
export interface CopiedBody {
  readonly copy: SourcePath
  readonly stamp?: string | undefined
}

/** A body that is known before it is made, since all that it is made from is what it was the last time. */
export interface UnmadeBody {
  /** Of the body in UTF-8; lower case hexadecimal. */
  readonly sha256: string
  readonly bytes: number
  /** Bytes that it gives are good until another body is made. */
  readonly make: () => string | Uint8Array
}

/** True for a body that is a copy of a source. Bytes are told apart first, since a buffer has a `copy` of its own. */
export function isCopy(body: OutputBody): body is CopiedBody {
  return typeof body === 'object' && !(body instanceof Uint8Array) && 'copy' in body
}

/** True for a body that is still to be made. */
export function isUnmade(body: OutputBody): body is UnmadeBody {
  return typeof body === 'object' && !(body instanceof Uint8Array) && 'make' in body
}

/** The order in which files of a new site are put in place, so that no reader meets a dead link. */
export type OutputStage = 'asset' | 'page' | 'list' | 'feed' | 'host'

/** One file to write, and who asked for it (for collision messages). */
export interface OutputFile {
  readonly path: OutputPath
  readonly body: OutputBody
  readonly stage: OutputStage
  /** A source path where there is one, else words such as `the archive`. */
  readonly origin: string
}

/** Address of a route as a page writes it: with the base path, percent-encoded. */
export function hrefOf(site: Pick<Site, 'base'>, route: RoutePath): string {
  return site.base + encodedPath(route)
}

/** Absolute address of a route, percent-encoded. */
export function absoluteUrlOf(site: Pick<Site, 'settings'>, route: RoutePath): string {
  return new URL(encodedPath(route), site.settings.url).href
}

/**
 * Absolute form of an address that an author gave: one without a scheme is a path of this site, whether
 * it begins with a slash or not.
 */
export function absoluteAddressOf(site: Pick<Site, 'settings'>, address: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address
  // `./` so that a colon in the path is never taken for the end of a scheme.
  return new URL(`./${address.replace(/^\/+/, '')}`, site.settings.url).href
}

/** Without the leading slash, each segment percent-encoded (RFC 3986, 3.3). */
function encodedPath(route: RoutePath): string {
  // As nearly all are: to take them apart costs more than anything else that is done to an address.
  if (/^[\w.!~*'()/-]*$/.test(route)) return route.slice(1)
  return route.slice(1).split('/').map(encodeURIComponent).join('/')
}

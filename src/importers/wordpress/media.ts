import type { SourceEntry } from '../../io/ports.ts'
import { safePath, type UniquePaths } from '../file-name.ts'
import { type BlogIndex, bareHost } from './blog-index.ts'

/** A file of the old blog that the new one takes over. */
export interface MediaFile {
  /** In the folder that is imported. */
  readonly from: string
  /** `content/media/2017/10/lock.jpg`. */
  readonly path: string
}

/** What an address of a picture or another uploaded file comes to. */
export type MediaTarget =
  | { readonly kind: 'file'; readonly file: MediaFile }
  /** An upload that does not lie beside the export. */
  | { readonly kind: 'absent'; readonly name: string }
  /** Of another site, or no upload. */
  | { readonly kind: 'other' }

/** The uploads that lie beside an export. */
export interface MediaFolder {
  /** False where there is no such folder. */
  readonly there: boolean
  /** What an address means; a picture in another size is the original where that is there. */
  readonly find: (url: string) => MediaTarget
}

/** Where uploads lie in a copy of a WordPress, in a copy of that folder alone, and in an archive of wordpress.com. */
const uploadPath = /^(?:(?:.*\/)?wp-content\/uploads\/|uploads\/)(.+)$|^(\d{4}\/\d{2}\/.+)$/

/** @param unique gives each path of the site once */
export function mediaFolder(
  entries: readonly SourceEntry[],
  index: Pick<BlogIndex, 'hosts' | 'base'>,
  unique: UniquePaths,
): MediaFolder {
  const files = new Map<string, string>()
  for (const { path, kind } of entries) {
    const [, uploaded, dated] = uploadPath.exec(path) ?? []
    const name = uploaded ?? dated
    if (kind === 'file' && name !== undefined) files.set(name.normalize('NFC'), path)
  }
  const made = new Map<string, MediaFile>()
  const fileOf = (name: string, from: string): MediaFile => {
    const known = made.get(from)
    if (known) return known
    const file = { from, path: unique(safePath('content/media', name)) }
    made.set(from, file)
    return file
  }
  return {
    there: files.size > 0,
    find: (url) => {
      const name = uploadOf(url, index)
      if (name === undefined) return { kind: 'other' }
      for (const each of [withoutSize(name), name]) {
        const from = files.get(each)
        if (from !== undefined) return { kind: 'file', file: fileOf(each, from) }
      }
      return { kind: 'absent', name }
    },
  }
}

/** The name below the uploads folder that an address has: `2017/10/lock-300x200.jpg`. */
function uploadOf(
  typed: string,
  { hosts, base }: Pick<BlogIndex, 'hosts' | 'base'>,
): string | undefined {
  // Jetpack serves pictures of a blog from hosts of its own, under the blog's address.
  const direct = typed.replace(/^(?:https?:)?\/\/i\d\.wp\.com\//i, 'https://')
  if (!URL.canParse(direct, base ?? 'https://blog.invalid/')) return undefined
  const url = new URL(direct, base ?? 'https://blog.invalid/')
  const path = decodedOrTyped(url.pathname).normalize('NFC')
  const host = bareHost(url.host)
  if (host.endsWith('.files.wordpress.com')) return path.slice(1)
  if (!hosts.has(host) && host !== 'blog.invalid') return undefined
  return /\/(?:wp-content\/uploads|files)\/(.+)$/.exec(path)?.[1]
}

/** A picture in another size has that size at the end of its name. */
export function withoutSize(name: string): string {
  return name.replace(/-\d{1,5}x\d{1,5}(?=\.[a-z0-9]{1,5}$)/i, '')
}

function decodedOrTyped(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
